// The host page of a story, with manners as bad as a theme's can be; and all of them on one page, to look through.
import type { Story } from './story.ts'

/**
 * Fonts of ours, so that a picture is the same on every machine. One reaches an element by a custom property, as a
 * webmaster's does; the other, heavy and slanted, is the page's own and must not reach it.
 */
const fontOf = (hub: string): string =>
  `@font-face { font-family: Story; src: url('${hub}/font/400.ttf') } @font-face { font-family: Story; font-weight: 600 700; src: url('${hub}/font/700.ttf') } @font-face { font-family: Theme; src: url('${hub}/font/900.ttf') }`

const STYLE = `
  :root { color-scheme: light dark }
  body { margin: 24px; font: 16px/1.4 Story, sans-serif; background: #fbf6ee; color: #222 }
  h2 { margin: 24px 0 4px; font-size: 16px }
  .place { max-width: 100%; --nhipso-font: Story; font: italic 22px/3 Theme }
  .place * { color: crimson !important; letter-spacing: 5px !important; text-transform: uppercase !important }
  a { color: #0b5560 }
  @media (prefers-color-scheme: dark) { body { background: #10151a; color: #ddd } a { color: #8fd6e0 } .place * { color: #ff8c9f !important } }`

const page = (title: string, hub: string, body: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${fontOf(hub)}${STYLE}</style><script async crossorigin src="${hub}/w/1/nhipso.js"></script></head><body><main>${body}</main></body></html>`

/** One story as a whole page. @param hub where script, images and data come from; empty: the page's own origin */
export const storyPage = (story: Story, hub: string): string =>
  page(story.name, hub, `<h1>${story.name}</h1>${placeOf(story, hub)}`)

/** Every story of a list on one page; each name leads to its own. */
export const sheetPage = (stories: readonly Story[], hub: string): string => {
  const places = stories.map(
    one =>
      `<h2><a href="/${one.name}">${one.name}</a>: ${one.told.vi} · ${one.told.en}</h2>${placeOf(one, hub)}`,
  )
  return page('Nhịp Số', hub, `<h1>Nhịp Số</h1>${places.join('')}`)
}

function placeOf({ name, show, attributes, width, fallback, loses }: Story, hub: string): string {
  const lost = loses ? { hub: `${hub}/losing` } : {}
  const written = Object.entries({ id: name, ...attributes, ...lost }).map(
    ([key, value]) => ` ${key}="${value}"`,
  )
  const inside = fallback ? FALLBACKS[fallback](hub) : ''
  return `<div class="place" style="width: ${width}px"><nhipso-${show}${written.join('')}>${inside}</nhipso-${show}></div>`
}

const FALLBACKS = {
  image: (hub: string) =>
    `<a href="${hub}/agency/ranked"><img src="${hub}/badge/ranked.png" width="240" height="96" alt="Điểm Nhịp Số"></a>`,
  link: (hub: string) => `<a href="${hub}/">Bảng xếp hạng Nhịp Số</a>`,
} as const
