// What a webmaster wrote on an element, trimmed and checked: CMS editors leave spaces, and people make typing mistakes.
import { type Language, languageOf, type Theme } from '../../shared/wire/page.ts'
import { addressOf, scriptHub } from '../base.ts'
import type { Live, Wish } from '../live.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const said = (element: Element, name: string): string => element.getAttribute(name)?.trim() ?? ''

/** The wish that the attributes express; null where the agency is none, or no hub is known. */
export function wishOf(element: Element): Wish | null {
  const agency = said(element, 'agency').toLowerCase()
  const campaign = said(element, 'campaign').toLowerCase()
  const told = said(element, 'hub')
  const hub = told ? addressOf(`${told.replace(/\/+$/, '')}/`) : scriptHub
  if (!hub || !SLUG.test(agency) || agency.length > 64) return null
  return { hub, agency, campaign: SLUG.test(campaign) ? campaign : null, live: liveOf(said(element, 'live')) }
}

const liveOf = (text: string): Live => (text === 'sse' || text === 'off' ? text : 'poll')

/** The element's own `lang`, else the page's, else Vietnamese; of `en-GB` the first part. */
export function languageAt(element: Element): Language {
  const tagged = element.closest('[lang]')
  return languageOf(tagged && said(tagged, 'lang').toLowerCase().split('-')[0])
}

export function themeAt(element: Element): Theme {
  const theme = said(element, 'theme')
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}
