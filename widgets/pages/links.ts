// Addresses inside the pages: under the hub's own path, in the reader's language.
import type { Level } from '../../shared/wire/campaign.ts'
import type { Language, Page, PageFrame } from '../../shared/wire/page.ts'
import { routes } from '../../shared/wire/routes.ts'

/** What keeps a link in the reader's language; Vietnamese needs no word. */
const kept = (lang: Language): { lang?: string } => (lang === 'en' ? { lang } : {})

/** Relative to the host, so that a hub reached by another name stays usable. */
const pathOf = (hub: string): string => new URL(hub).pathname.replace(/\/+$/, '')

const linksUnder = (base: string, lang: Language) => {
  const at = routes(base)
  return {
    board: (level: Level = 'province', block: string | null = null) =>
      at.board({ ...(level === 'commune' && { level }), ...(block && { block }), ...kept(lang) }),
    agency: (id: string) => at.agency(id, kept(lang).lang),
    how: () => at.how(kept(lang).lang),
    webmasters: () => at.webmasters(kept(lang).lang),
    ownCopy: (version: string) => at.ownCopy(version),
    integrity: () => at.integrity(),
    builder: (agency: string | null = null) => at.builder({ ...(agency && { agency }), ...kept(lang) }),
    badge: (agency: string) => at.badge(agency, kept(lang)),
    poster: (page: Page) => posterOf(page, at, kept(lang).lang),
    oembed: (agency: string) => at.oembed(at.agency(agency, kept(lang).lang)),
    summary: (campaign: string, type: 'csv' | 'json') => at.summary(campaign, type, kept(lang).lang),
    script: () => at.widgets(),
  }
}
/** The picture beside a shared link. */
function posterOf(page: Page, at: ReturnType<typeof routes>, lang: string | undefined): string {
  if (page.page === 'how') return at.poster('how', lang)
  if (page.page === 'builder' || page.page === 'webmasters') return at.poster('builder', lang)
  return 'agency' in page ? at.agencyPoster(page.agency, lang) : at.poster('board', lang)
}

export type Links = ReturnType<typeof linksUnder>

export const linksOf = (frame: PageFrame, lang: Language = frame.lang): Links =>
  linksUnder(pathOf(frame.hub), lang)

/** With the hub's public address: for whoever is elsewhere (Open Graph, frames). */
export const publicLinksOf = (frame: PageFrame): Links => linksUnder(frame.hub, frame.lang)

/** A page's own address. */
export function addressOf(page: Page, links: Links): string {
  switch (page.page) {
    case 'scoreboard':
      return links.board(page.level, page.block)
    case 'builder':
      return links.builder(page.agency)
    case 'how':
      return links.how()
    case 'webmasters':
      return links.webmasters()
    case 'agency':
      return links.agency(page.agency)
    case 'embed':
      return 'agency' in page ? links.agency(page.agency) : links.board(page.level, page.block)
  }
}
