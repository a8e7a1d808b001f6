// What a webmaster pastes: three ways to the same number, from the one that works everywhere to the one that moves.
import type { Language } from '../../shared/wire/page.ts'
import { routes } from '../../shared/wire/routes.ts'

/** The badge's size in CSS pixels: the only way to keep a host page from jumping, without its style sheet. */
export const BADGE_SIZE = { width: 240, height: 96 } as const

/** A frame leaves room for a second line. */
const FRAME_SIZE = { width: 250, height: 130 } as const

export interface SnippetWish {
  /** The hub's public address. */
  readonly hub: string
  readonly agency: string
  readonly lang: Language
  /** What a reader hears instead of the picture; it holds no number, which would go stale. */
  readonly alt: string
}

export const imageSnippet = (wish: SnippetWish): string =>
  `<a ${attributes({ href: page(wish) })}><img ${attributes({ src: badge(wish), ...BADGE_SIZE, alt: wish.alt })}></a>`

export const elementSnippet = (wish: SnippetWish): string =>
  [
    `<nhipso-score ${attributes({ agency: wish.agency, lang: wish.lang })}>${imageSnippet(wish)}</nhipso-score>`,
    `<script async crossorigin ${attributes({ src: routes(wish.hub).widgets() })}></script>`,
  ].join('\n')

export function frameSnippet(wish: SnippetWish): string {
  const src = routes(wish.hub).embed('score', { agency: wish.agency, ...inLanguage(wish.lang) })
  return `<iframe ${attributes({ src, title: wish.alt, ...FRAME_SIZE, loading: 'lazy', style: 'border:0' })}></iframe>`
}

/** The directives that a strict site adds. */
export function policyLines(hub: string): string {
  const { origin } = new URL(hub)
  return ['img-src', 'script-src', 'connect-src', 'frame-src'].map(name => `${name} ${origin};`).join('\n')
}

const inLanguage = (lang: Language): { lang?: string } => (lang === 'en' ? { lang } : {})
const page = ({ hub, agency, lang }: SnippetWish): string => routes(hub).agency(agency, inLanguage(lang).lang)
const badge = ({ hub, agency, lang }: SnippetWish): string => routes(hub).badge(agency, inLanguage(lang))

const attributes = (of: Readonly<Record<string, string | number>>): string =>
  Object.entries(of)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&"<>]/g, found => ESCAPES[found] ?? found)
