// Addresses inside the pages: under the hub's own path, in the reader's language.

import type { Language } from '../../shared/core/language.ts'
import type { Level } from '../../shared/wire/campaign.ts'
import type { Embed, Page, PageFrame } from '../../shared/wire/page.ts'
import { routes } from '../../shared/wire/routes.ts'

/** What keeps a link in the reader's language; Vietnamese needs no word. */
const kept = (lang: Language): { lang?: string } => (lang === 'en' ? { lang } : {})

/** Relative to the host, so that a hub reached by another name stays usable. */
const pathOf = (hub: string): string => new URL(hub).pathname.replace(/\/+$/, '')

/** What a scoreboard is narrowed to. */
interface Part {
  readonly week?: string
  readonly search?: string
}

/** @param campaign kept in every link to a page where it is not the usual one */
const linksUnder = (base: string, lang: Language, campaign: string | null) => {
  const at = routes(base)
  const told = kept(lang)
  const inCampaign = (url: string): string =>
    campaign ? `${url}${url.includes('?') ? '&' : '?'}campaign=${encodeURIComponent(campaign)}` : url
  const narrowed = (level: Level, block: string | null, week?: string) => ({
    ...(level === 'commune' && { level }),
    ...(block && { block }),
    ...(week && { week }),
  })
  return {
    /** Where the forms of the scoreboard lead. */
    home: () => at.board(),
    board: (level: Level = 'province', block: string | null = null, { week, search }: Part = {}) =>
      inCampaign(at.board({ ...narrowed(level, block, week), ...(search && { q: search }), ...told })),
    sheet: (level: Level, block: string | null, { week }: Part) =>
      inCampaign(at.sheet({ level, ...narrowed(level, block, week), ...told })),
    agency: (id: string) => inCampaign(at.agency(id, told.lang)),
    how: () => inCampaign(at.how(told.lang)),
    webmasters: () => inCampaign(at.webmasters(told.lang)),
    ownCopy: (version: string) => at.ownCopy(version),
    integrity: () => at.integrity(),
    builder: (agency: string | null = null, show?: Embed) =>
      inCampaign(at.builder({ ...(agency && { agency }), ...(show && { show }), ...told })),
    badge: (agency: string) => inCampaign(at.badge(agency, told)),
    poster: (page: Page) => inCampaign(posterOf(page, at, told.lang)),
    oembed: (url: string) => at.oembed(url),
    summary: (id: string, type: 'csv' | 'json') => at.summary(id, type, told.lang),
    script: () => at.widgets(),
    liveScript: () => at.liveScript(),
    builderScript: () => at.builderScript(),
  }
}

/** The picture beside a shared link. */
function posterOf(page: Page, at: ReturnType<typeof routes>, lang: string | undefined): string {
  if (page.page === 'how') return at.poster('how', lang)
  if (page.page === 'builder' || page.page === 'webmasters') return at.poster('builder', lang)
  return 'agency' in page ? at.agencyPoster(page.agency, lang) : at.poster('board', lang)
}

export type Links = ReturnType<typeof linksUnder>

/** What links need to know of a frame. */
export interface Addressed extends Pick<PageFrame, 'hub' | 'lang' | 'usual'> {
  readonly bundle: { readonly campaign: { readonly id: string } }
}

/** The campaign to name, where it is not the usual one. */
export const unusual = ({ bundle: { campaign }, usual = campaign.id }: Addressed): string | null =>
  campaign.id === usual ? null : campaign.id

/** The addresses of the hub’s pages, in a language, with what is unusual about this visit kept. */
export const linksOf = (frame: Addressed, lang: Language = frame.lang): Links =>
  linksUnder(pathOf(frame.hub), lang, unusual(frame))

/** With the hub's public address: for whoever is elsewhere (Open Graph, frames). */
export const publicLinksOf = (frame: Addressed): Links => linksUnder(frame.hub, frame.lang, unusual(frame))

/** A page's own address. */
export function addressOf(page: Page, links: Links): string {
  switch (page.page) {
    case 'scoreboard':
      return links.board(page.level, page.block, page)
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
