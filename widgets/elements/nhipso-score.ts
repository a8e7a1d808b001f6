// Last station of the journey: a number that moves on an agency's own web page.
import { cellOf } from '../reading.ts'
import { slugAt } from './attributes.ts'
import { type Card, makeCard } from './card.ts'
import { type Drawing, LiveElement, type Routes, type Shown } from './element.ts'
import { viewOf } from './view.ts'

/** `<nhipso-score agency="…">`: the live score of one agency. */
export class NhipsoScore extends LiveElement {
  #card: Card | null = null

  protected address(at: Routes, campaign: string | undefined): string | null {
    const agency = slugAt(this, 'agency')
    return agency && at.agencyScores(agency, campaign)
  }

  protected draw(shown: Shown): Drawing | null {
    const cell = cellOf(shown.release, slugAt(this, 'agency'))
    if (!cell) return null
    const view = viewOf(shown, cell)
    this.#card ??= makeCard()
    this.#card.show(view, shown, cell.id)
    return { root: this.#card.root, spoken: `${view.name}: ${view.score || view.note}` }
  }
}
