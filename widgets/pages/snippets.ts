// What a webmaster pastes: three ways to the same number, from the one that works everywhere to the one that moves.
import type { Language } from '../../shared/core/language.ts'
import { type Embed, type FrameSize, frameSizeOf, type Size, type Theme } from '../../shared/wire/page.ts'
import { routes } from '../../shared/wire/routes.ts'

/** The badge's size in CSS pixels: the only way to keep a host page from jumping, without its style sheet. */
export const BADGE_SIZE = { width: 240, height: 96 } as const

/** The image of each size: the small one is a line of text high. */
const IMAGE_SIZES = {
  small: { width: 260, height: 24 },
  normal: BADGE_SIZE,
  large: { width: 360, height: 144 },
} as const

/** CSS pixels of a frame; a score's is as large as its card, whatever was chosen. */
function frameSize(show: Embed, size: Size = 'normal'): FrameSize {
  if (show === 'score' || size === 'normal') return frameSizeOf(show)
  return size === 'small' ? frameSizeOf(show, 320) : { ...frameSizeOf(show), width: 800 }
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
  readonly size?: Size
  /** Whichever runs where it is left out. */
  readonly campaign?: string
  /** The version to pin, and whether from the hub or from the site's own server; the rolling script where left out. */
  readonly script?: { readonly version: string; readonly integrity: string; readonly own: boolean }
  /** What a board or a ticker shows, and the words of the link that stands for it until it is there. */
  readonly block?: { readonly level: string; readonly block: string; readonly link: string }
}

/** A linked picture: for whoever lets no script and no frame through. */
export const imageSnippet = (wish: SnippetWish): string =>
  `<a ${attributes({ href: page(wish) })}><img ${attributes({ src: badge(wish), ...IMAGE_SIZES[wish.size ?? 'normal'], alt: wish.alt })}></a>`

/** The same image with twice the pixels, for e-mail, Word and Zalo. */
export function pngSnippet(wish: SnippetWish): string {
  const src = inCampaign(wish, routes(wish.hub).badgePng(wish.agency, { ...inLook(wish), scale: '2' }))
  const size = IMAGE_SIZES[wish.size ?? 'normal']
  return `<a ${attributes({ href: page(wish) })}><img ${attributes({ src, ...size, alt: wish.alt })}></a>`
}

/** The address that WordPress and Moodle turn into a frame. */
export function oembedAddress(wish: SnippetWish): string {
  const { level = '', block = '' } = wish.block ?? {}
  if (isOfBlock(wish))
    return inCampaign(wish, routes(wish.hub).board({ level, block, ...inLanguage(wish.lang) }))
  return page(wish)
}

/** The live element with its script, its address pinned by hash where a version is chosen. */
export const elementSnippet = (given: SnippetWish): string => {
  // A copy of one's own brings image and links through the site's own address as well.
  const wish = given.script?.own ? { ...given, hub: OWN_PLACE } : given
  const tag = `nhipso-${wish.show ?? 'score'}`
  const { level = '', block = '' } = wish.block ?? {}
  const named = isOfBlock(wish) ? { level, ...(block && { block }) } : { agency: wish.agency }
  const { campaign } = wish
  const told = attributes({
    ...named,
    ...(campaign && { campaign }),
    lang: wish.lang,
    ...inTheme(wish.theme),
  })
  return [
    `<${tag} ${told}>${isOfBlock(wish) ? boardLink(wish) : imageSnippet({ ...wish, size: 'normal' })}</${tag}>`,
    scriptTag(given),
  ].join('\n')
}

function scriptTag({ hub, script }: SnippetWish): string {
  if (!script) return `<script async crossorigin ${attributes({ src: routes(hub).widgets() })}></script>`
  const { version, integrity, own } = script
  if (own) return `<script async ${attributes({ src: routes(OWN_PLACE).pinned(version) })}></script>`
  return `<script async crossorigin ${attributes({ src: routes(hub).pinned(version), integrity })}></script>`
}

/** The frame: for whoever lets frames through and no script. */
export function frameSnippet(wish: SnippetWish): string {
  const show = wish.show ?? 'score'
  const { level = '', block = '' } = wish.block ?? {}
  const named = isOfBlock(wish) ? { level, block } : { agency: wish.agency }
  const look = { ...inLanguage(wish.lang), ...inTheme(wish.theme) }
  const src = inCampaign(wish, routes(wish.hub).embed(show, { ...named, ...look }))
  const title = isOfBlock(wish) ? (wish.block?.link ?? '') : wish.alt
  return `<iframe ${attributes({ src, title, ...frameSize(show, wish.size), loading: 'lazy', style: 'border:0' })}></iframe>`
}

/** One line beside frames, for whoever wants them exactly as high as what they show; without it they keep their size. */
export const heightSnippet = (hub: string): string =>
  `<script>addEventListener('message',function(e){if(e.origin==='${new URL(hub).origin}'&&e.data.nhipso==='height')document.querySelectorAll('iframe').forEach(function(f){if(f.contentWindow===e.source)f.height=e.data.height})})</script>`

/** A link to the ranking stands where no single agency's image could. */
const boardLink = (wish: SnippetWish): string => {
  const { level = '', block = '', link = '' } = wish.block ?? {}
  const href = inCampaign(wish, routes(wish.hub).board({ level, block, ...inLanguage(wish.lang) }))
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
const page = (wish: SnippetWish): string =>
  inCampaign(wish, routes(wish.hub).agency(wish.agency, inLanguage(wish.lang).lang))
const inCampaign = ({ campaign }: SnippetWish, url: string): string =>
  campaign ? `${url}${url.includes('?') ? '&' : '?'}campaign=${encodeURIComponent(campaign)}` : url
const inLook = ({ lang, theme, size }: SnippetWish): { lang?: string; theme?: string; style?: string } => ({
  ...inLanguage(lang),
  ...(theme === 'dark' && { theme }),
  ...(size === 'small' && { style: 'flat' }),
})
const badge = (wish: SnippetWish): string =>
  inCampaign(wish, routes(wish.hub).badge(wish.agency, inLook(wish)))

const attributes = (of: Readonly<Record<string, string | number>>): string =>
  Object.entries(of)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&"<>]/g, found => ESCAPES[found] ?? found)
