// A badge's markup: built once, then only texts change, so that selection and translation tools stay undisturbed.
// Plain DOM: a component library would be more than half of the script.

import type { View } from './card-text.ts'
import { el, figure, link } from './el.ts'
import type { Shown } from './element.ts'
import { englishOnly } from './lang-param.ts'

export interface Card {
  readonly root: HTMLElement
  show(view: View, shown: Shown, agency: string): void
}

/** A card in the document’s own nodes: text is only ever set as text. */
export function makeCard(): Card {
  const places = new Map<keyof View, HTMLElement>()
  const place = (name: keyof View, make = el): HTMLElement => {
    const made = make('span', name)
    places.set(name, made)
    return made
  }
  const score = figure('span', 'score', place('number'), place('of'))
  const side = el('span', 'side', place('tier'), place('rank', figure), place('note'))
  const root = link(
    'card',
    '',
    place('label'),
    place('sample'),
    place('name'),
    el('span', 'value', score, side),
    place('freshness'),
  )
  return {
    root,
    show(view, { mood, at, lang }, agency) {
      root.className = `card${mood}`
      root.setAttribute('href', at.agency(agency, englishOnly(lang)))
      score.hidden = !view.number
      for (const [name, where] of places) say(where, view[name])
    },
  }
}

const saidBefore = new WeakMap<HTMLElement, string>()

/** Leaves what a translation tool made of an unchanged text. */
function say(place: HTMLElement, text: string): void {
  if (saidBefore.get(place) === text) return
  saidBefore.set(place, text)
  place.textContent = text
}
