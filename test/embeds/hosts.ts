// The pages that a snippet must survive on: each is a numbered file, and says in its first lines what it does to a guest.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { elementSnippet, imageSnippet } from '../../widgets/pages/snippets.ts'
import type { Answer } from '../fixtures/stand.ts'

/** What a reader sees: the element that moves, or the image that stays. */
type Sight = 'live' | 'image'

export interface Host {
  /** `14-hostile-style`: the number is also its origin. */
  readonly name: string
  readonly sight: Sight
  readonly answer: (hub: string, show: 'score' | 'targets') => Answer
}

const folder = join(import.meta.dirname, 'pages')

const POLICIES: Readonly<Record<string, string>> = {
  '09': "style-src 'self'",
  '10': "style-src 'self'; require-trusted-types-for 'script'",
  '11': "style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  '12': "connect-src 'self'",
  '13': "script-src 'self'",
  '15': 'sandbox allow-same-origin',
}
const IMAGE_ONLY = ['12', '13', '15']

const numberOf = (name: string): string => name.slice(0, 2)

/** The agency that every page shows. */
export const AGENCY = 'so-noi-vu'

/** Exactly what the builder offers. */
export const wishAt = (hub: string) =>
  ({ hub, agency: AGENCY, lang: 'vi', alt: 'Điểm Nhịp Số của Sở Nội vụ' }) as const

/** As somebody writes it whose page is XML. */
const inXml = (snippet: string): string =>
  snippet.replace(/<img ([^>]*)>/, '<img $1/>').replace('async crossorigin', 'async="" crossorigin=""')

const typeOf = (file: string): string =>
  file.endsWith('.xhtml')
    ? 'application/xhtml+xml'
    : /^(06|20)/.test(file)
      ? 'text/html'
      : 'text/html; charset=utf-8'

function answerOf(file: string, hub: string, show: 'score' | 'targets'): Answer {
  const snippet = elementSnippet({ ...wishAt(hub), show })
  const policy = POLICIES[numberOf(file)]
  const body = readFileSync(join(folder, file), 'utf8')
    .replaceAll('{WIDGET}', snippet)
    .replaceAll('{WIDGET_XML}', inXml(snippet))
    .replaceAll('{IMAGE}', imageSnippet(wishAt(hub)))
    .replaceAll('{HUB}', hub)
  return { type: typeOf(file), body, headers: policy ? { 'content-security-policy': policy } : {} }
}

/** Every numbered page. */
export const HOSTS: readonly Host[] = readdirSync(folder)
  .sort()
  .map(file => ({
    name: file.replace(/\.x?html$/, ''),
    sight: IMAGE_ONLY.includes(numberOf(file)) ? 'image' : 'live',
    answer: (hub, show) => answerOf(file, hub, show),
  }))
