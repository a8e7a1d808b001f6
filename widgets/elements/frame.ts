// Around every drawing that is more than a badge: what it is, that it is a sample, and how current it is.
import { el, link } from './el.ts'
import type { Shown } from './element.ts'

export function head({ release, words }: Shown, title: string, href: string): HTMLElement {
  const line = el('span', 'head', link('title', href, title))
  if (release.sample) line.append(el('span', 'sample', words.sample))
  return line
}

export const foot = ({ release, freshness }: Shown, at = release.at): HTMLElement =>
  el('span', 'freshness', freshness(at))
