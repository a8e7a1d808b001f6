// Last station of the journey: a number that moves on an agency's own web page.
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { AgencyElement } from './agency.ts'
import { type Card, makeCard } from './card.ts'
import { viewOf } from './card-text.ts'
import type { Drawing, Shown } from './element.ts'

/** `<nhipso-score agency="…">`: the live score of one agency. */
export class NhipsoScore extends AgencyElement {
  #card: Card | null = null

  protected drawCell(shown: Shown, cell: AgencyScore): Drawing {
    const view = viewOf(shown, cell)
    this.#card ??= makeCard()
    this.#card.show(view, shown, cell.id)
    return { root: this.#card.root, spoken: `${view.name}: ${view.number || view.note}` }
  }
}
