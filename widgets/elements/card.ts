// A badge's markup: built once, then only texts change, so that selection and translation tools stay undisturbed.
// Plain DOM: a component library would be more than half of the script.
import { englishOnly } from './address.ts'
import { el, figure, link } from './el.ts'
import type { Shown } from './element.ts'
import type { View } from './view.ts'

export interface Card {
  readonly root: HTMLElement
  show(view: View, shown: Shown, agency: string): void
}

export function makeCard(): Card {
  const place = (name: string): HTMLElement => el('span', name)
  const number = place('number')
  const outOf = el('small', 'of')
  const score = figure('span', 'score', '')
  score.append(number, outOf)
  const rank = figure('span', 'rank', '')
  const [label, sample, name, tier, note, freshness] = [
    place('label'),
    place('sample'),
    place('name'),
    place('tier'),
    place('note'),
    place('freshness'),
  ] as const
  const value = el('span', 'value', score, el('span', 'side', tier, rank, note))
  const root = link('card', '', label, sample, name, value, freshness)
  return {
    root,
    show(view, { words, mood, at, lang }, agency) {
      root.className = `card${mood}`
      root.setAttribute('href', at.agency(agency, englishOnly(lang)))
      score.hidden = !view.score
      for (const [where, text] of [
        [label, words.score],
        [outOf, view.score && words.outOf],
        [number, view.score],
        [sample, view.sample],
        [name, view.name],
        [tier, view.tier],
        [rank, view.rank],
        [note, view.note],
        [freshness, view.freshness],
      ] as const)
        say(where, text)
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
