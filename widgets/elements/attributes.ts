// What a webmaster wrote on an element, trimmed and checked: CMS editors leave spaces, and people make typing mistakes.
import { type Language, languageOf } from '../../shared/core/language.ts'
import type { Theme } from '../../shared/wire/page.ts'
import type { Live } from '../feed.ts'
import { addressOf, scriptHub } from '../script-origin.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const said = (element: Element, name: string): string => element.getAttribute(name)?.trim() ?? ''

/** The hub to ask: the one named, else where the script came from. */
export function hubAt(element: Element): string | null {
  const told = said(element, 'hub')
  return told ? addressOf(`${told.replace(/\/+$/, '')}/`) : scriptHub
}

/** An id; empty where there is none. */
export function slugAt(element: Element, name: string): string {
  const slug = said(element, name).toLowerCase()
  return SLUG.test(slug) && slug.length <= 64 ? slug : ''
}

/** A whole number from 1 to `most`; `otherwise` where there is none. */
export function countAt(element: Element, name: string, otherwise: number, most: number): number {
  const count = Math.floor(Number(said(element, name)))
  return count >= 1 ? Math.min(count, most) : otherwise
}

/** How an element follows releases; `poll` for anything that is no other way. */
export function liveAt(element: Element): Live {
  const text = said(element, 'live')
  return text === 'sse' || text === 'off' ? text : 'poll'
}

/** The element's own `lang`, else the page's, else Vietnamese; of `en-GB` the first part. */
export function languageAt(element: Element): Language {
  const tagged = element.closest('[lang]')
  return languageOf(tagged && said(tagged, 'lang').toLowerCase().split('-')[0])
}

/** The theme of an element; `auto` for anything that is none. */
export function themeAt(element: Element): Theme {
  const theme = said(element, 'theme')
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}
