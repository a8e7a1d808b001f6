// What a webmaster pastes: three ways to the same number, from the one that works everywhere to the one that moves.
import type { Embed, Language, Theme } from '../../shared/wire/page.ts'
import { routes } from '../../shared/wire/routes.ts'

/** The badge's size in CSS pixels: the only way to keep a host page from jumping, without its style sheet. */
export const BADGE_SIZE = { width: 240, height: 96 } as const

/** A frame leaves room for a second line. */
const FRAME_SIZES: Readonly<Record<Embed, { readonly width: number; readonly height: number }>> = {
  score: { width: 250, height: 130 },
  trend: { width: 480, height: 260 },
  targets: { width: 480, height: 320 },
  board: { width: 600, height: 480 },
  ticker: { width: 600, height: 150 },
}

/** Where an agency's own server keeps its copy (the recipes in the zip say so too). */
const OWN_PLACE = '/nhipso'

export interface SnippetWish {
  /** The hub's public address. */
  readonly hub: string
  readonly agency: string
  readonly lang: Language
  /** What a reader hears instead of the picture; it holds no number, which would go stale. */
  readonly alt: string
  /** A score where nothing else is said. */
  readonly show?: Embed
  readonly theme?: Theme
  /** The version to pin, and whether from the hub or from the site's own server; the rolling script where left out. */
  readonly script?: { readonly version: string; readonly integrity: string; readonly own: boolean }
  /** What a board or a ticker shows, and the words of the link that stands for it until it is there. */
  readonly block?: { readonly level: string; readonly block: string; readonly link: string }
}

export const imageSnippet = (wish: SnippetWish): string =>
  `<a ${attributes({ href: page(wish) })}><img ${attributes({ src: badge(wish), ...BADGE_SIZE, alt: wish.alt })}></a>`

export const elementSnippet = (given: SnippetWish): string => {
  // A copy of one's own brings image and links through the site's own address as well.
  const wish = given.script?.own ? { ...given, hub: OWN_PLACE } : given
  const tag = `nhipso-${wish.show ?? 'score'}`
  const { level = '', block = '' } = wish.block ?? {}
  const named = isOfBlock(wish) ? { level, block } : { agency: wish.agency }
  const told = attributes({ ...named, lang: wish.lang, ...inTheme(wish.theme) })
  return [
    `<${tag} ${told}>${isOfBlock(wish) ? boardLink(wish) : imageSnippet(wish)}</${tag}>`,
    scriptTag(given),
  ].join('\n')
}

function scriptTag({ hub, script }: SnippetWish): string {
  if (!script) return `<script async crossorigin ${attributes({ src: routes(hub).widgets() })}></script>`
  const { version, integrity, own } = script
  if (own) return `<script async ${attributes({ src: routes(OWN_PLACE).pinned(version) })}></script>`
  return `<script async crossorigin ${attributes({ src: routes(hub).pinned(version), integrity })}></script>`
}

export function frameSnippet(wish: SnippetWish): string {
  const show = wish.show ?? 'score'
  const { level = '', block = '' } = wish.block ?? {}
  const named = isOfBlock(wish) ? { level, block } : { agency: wish.agency }
  const src = routes(wish.hub).embed(show, { ...named, ...inLanguage(wish.lang), ...inTheme(wish.theme) })
  const title = isOfBlock(wish) ? (wish.block?.link ?? '') : wish.alt
  return `<iframe ${attributes({ src, title, ...FRAME_SIZES[show], loading: 'lazy', style: 'border:0' })}></iframe>`
}

/** A link to the ranking stands where no single agency's image could. */
const boardLink = ({ hub, lang, block }: SnippetWish): string => {
  const { level = '', block: id = '', link = '' } = block ?? {}
  const href = routes(hub).board({ level, block: id, ...inLanguage(lang) })
  return `<a ${attributes({ href })}>${escaped(link)}</a>`
}

const isOfBlock = ({ show }: SnippetWish): boolean => show === 'board' || show === 'ticker'
const inTheme = (theme: Theme = 'auto'): { theme?: string } => (theme === 'auto' ? {} : { theme })

/** The directives that a strict site adds. */
export function policyLines(hub: string): string {
  const { origin } = new URL(hub)
  return ['img-src', 'script-src', 'connect-src', 'frame-src'].map(name => `${name} ${origin};`).join('\n')
}

const inLanguage = (lang: Language): { lang?: string } => (lang === 'en' ? { lang } : {})
const page = ({ hub, agency, lang }: SnippetWish): string => routes(hub).agency(agency, inLanguage(lang).lang)
const badge = ({ hub, agency, lang, theme }: SnippetWish): string =>
  routes(hub).badge(agency, { ...inLanguage(lang), ...(theme === 'dark' && { theme }) })

const attributes = (of: Readonly<Record<string, string | number>>): string =>
  Object.entries(of)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&"<>]/g, found => ESCAPES[found] ?? found)
