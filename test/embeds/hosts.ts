// The pages that a snippet must survive on: each is a numbered file, and says in its first lines what it does to a guest.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { elementSnippet, imageSnippet } from '../../widgets/pages/snippets.ts'
import { mootoolsPath, prototypePath } from '../browsers.ts'
import { type Answer, html, script } from '../fixtures/answer-server.ts'

/** What a reader sees: the element that moves, or the image that stays. */
type Sight = 'live' | 'image'
type Show = 'score' | 'targets'

export interface Host {
  /** `14-hostile-style`: the number is also its origin. */
  readonly name: string
  readonly sight: Sight
  /** Is the snippet in the page's first frame? */
  readonly framed: boolean
  /** A score's size on the screen. */
  readonly size: string
  /** A library that this page needs is missing here. */
  readonly missing: boolean
  readonly answer: (path: string, hub: string) => Answer | null
}

const folder = join(import.meta.dirname, 'pages')
const find = createRequire(import.meta.url).resolve

const POLICIES: Readonly<Record<string, string>> = {
  '09': "style-src 'self'",
  '10': "style-src 'self'; require-trusted-types-for 'script'",
  '11': "style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  '12': "connect-src 'self'",
  '13': "script-src 'self'",
  '15': 'sandbox allow-same-origin',
}
const IMAGE_ONLY = ['12', '13', '15']
const FRAMED = ['25', '26']
/** They say their encoding themselves. */
const OWN_LETTERS = ['06', '20', '28', '34']
const SIZES: Readonly<Record<string, string>> = { '29': '300x120' }
/** The libraries themselves, as portals carry them. */
const LIBRARIES: Readonly<Record<string, () => string | null>> = {
  '21': () => find('requirejs/require.js'),
  '22': () => find('jquery/dist/jquery.min.js'),
  '23': prototypePath,
  '24': mootoolsPath,
}

/** The agency that every page shows. */
export const AGENCY = 'so-noi-vu'

/** Exactly what the builder offers. */
export const wishAt = (hub: string) =>
  ({ hub, agency: AGENCY, lang: 'vi', alt: 'Điểm Nhịp Số của Sở Nội vụ' }) as const

/** As somebody writes it whose page is XML. */
const inXml = (snippet: string): string =>
  snippet.replace(/<img ([^>]*)>/, '<img $1/>').replace('async crossorigin', 'async="" crossorigin=""')

const typeOf = (file: string, number: string): string => {
  if (file.endsWith('.xhtml')) return 'application/xhtml+xml'
  return OWN_LETTERS.includes(number) ? 'text/html' : 'text/html; charset=utf-8'
}

function hostOf(file: string): Host {
  const number = file.slice(0, 2)
  const library = LIBRARIES[number]
  const policy = POLICIES[number]
  const pageAt = (path: string, hub: string, show: Show): Answer => {
    const snippet = elementSnippet({ ...wishAt(hub), show })
    const body = readFileSync(join(folder, file), 'utf8')
      .replaceAll('{WIDGET}', snippet)
      .replaceAll('{WIDGET_XML}', inXml(snippet))
      .replaceAll('{IMAGE}', imageSnippet(wishAt(hub)))
      .replaceAll('{HUB}', hub)
      .replaceAll('{PATH}', path)
    const headers = policy ? { 'content-security-policy': policy } : {}
    return { type: typeOf(file, number), body, headers }
  }
  return {
    name: file.replace(/\.x?html$/, ''),
    sight: IMAGE_ONLY.includes(number) ? 'image' : 'live',
    framed: FRAMED.includes(number),
    size: SIZES[number] ?? '240x96',
    missing: library !== undefined && library() === null,
    answer: (path, hub) => {
      const [, inner = '', show] = /^(\/inner)?\/(score|targets)$/.exec(path) ?? []
      if (show === 'score' || show === 'targets')
        return inner ? innerPage(hub, show) : pageAt(path, hub, show)
      const found = path.startsWith('/lib/') ? library?.() : null
      return found ? script(readFileSync(found, 'utf8')) : null
    },
  }
}

/** What stands in a portal's frame. */
const innerPage = (hub: string, show: Show): Answer =>
  html(
    `<!doctype html><html lang="vi"><title>x</title><body>${elementSnippet({ ...wishAt(hub), show })}</body></html>`,
  )

/** Every numbered page. */
export const HOSTS: readonly Host[] = readdirSync(folder).sort().map(hostOf)
