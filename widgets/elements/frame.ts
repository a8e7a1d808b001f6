// Around every drawing that is more than a badge: what it is, that it is a sample, and how current it is.
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { el, link } from './el.ts'
import type { Shown } from './element.ts'
import { englishOnly } from './lang-param.ts'

/** A card with a headline that leads somewhere. */
export function framed({ release, words, mood }: Shown, title: string, href: string): HTMLElement {
  const line = el('span', 'head', link('title', href, title))
  if (release.sample) line.append(el('span', 'sample', words.sample))
  const root = el('div', 'card', line)
  root.className += mood
  return root
}

/** The same about one agency. */
export const agencyCard = (shown: Shown, { id, name }: AgencyScore): HTMLElement =>
  framed(shown, name[shown.lang], shown.at.agency(id, englishOnly(shown.lang)))

/** The last line of an element: when its figures are of. */
export const foot = ({ release, freshness }: Shown, at = release.at): HTMLElement =>
  el('span', 'freshness', freshness(at))
