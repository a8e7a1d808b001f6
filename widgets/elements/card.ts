// A badge's markup: built once, then only texts change, so that focus, selection and translation tools stay undisturbed.
// Plain DOM: a component library would be more than half of the script.
import type { LiveWords } from '../../shared/ui/text/live.ts'
import type { View } from './view.ts'

export interface Card {
  readonly root: HTMLAnchorElement
  /** Shows a view; `href` is the agency's page, `theme` the class to wear. */
  show(view: View, words: LiveWords, theme: string, href: string): void
}

export function makeCard(): Card {
  const root = document.createElement('a')
  const label = add(root, 'span', 'label')
  const sample = add(root, 'span', 'sample')
  const name = add(root, 'span', 'name')
  const value = add(root, 'span', 'value')
  const score = add(value, 'span', 'score', 'no')
  const number = add(score, 'span', 'number')
  const outOf = add(score, 'small', 'of')
  const side = add(value, 'span', 'side')
  const tier = add(side, 'span', 'tier')
  const rank = add(side, 'span', 'rank', 'no')
  const note = add(side, 'span', 'note')
  const freshness = add(root, 'span', 'freshness')
  root.setAttribute('part', 'card')
  return {
    root,
    show(view, words, theme, href) {
      root.className = `card ${theme}${view.late ? ' late' : ''}`
      root.href = href
      say(label, words.score)
      say(outOf, view.score && words.outOf)
      say(number, view.score)
      score.hidden = !view.score
      for (const [place, text] of [
        [sample, view.sample],
        [name, view.name],
        [tier, view.tier],
        [rank, view.rank],
        [note, view.note],
        [freshness, view.freshness],
      ] as const)
        say(place, text)
    },
  }
}

/** The class names the part for the sheet inside, `part` the same for the page outside. */
function add(parent: HTMLElement, tag: string, name: string, translate = ''): HTMLElement {
  const child = parent.appendChild(document.createElement(tag))
  child.className = name
  child.setAttribute('part', name)
  if (translate) child.setAttribute('translate', translate)
  return child
}

const saidBefore = new WeakMap<HTMLElement, string>()

/** Leaves what a translation tool made of an unchanged text. */
function say(place: HTMLElement, text: string): void {
  if (saidBefore.get(place) === text) return
  saidBefore.set(place, text)
  place.textContent = text
}
