// What the elements of one agency share: whom to ask about, and that nobody unknown is drawn.
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { cellOf } from '../parse-snapshot.ts'
import { slugAt } from './attributes.ts'
import { type Drawing, LiveElement, type Routes, type Shown } from './element.ts'

/** An element with an `agency` attribute. */
export abstract class AgencyElement extends LiveElement {
  protected abstract drawCell(shown: Shown, cell: AgencyScore): Drawing

  protected address(at: Routes, campaign: string | undefined): string | null {
    const agency = slugAt(this, 'agency')
    return agency && at.agencyScores(agency, campaign)
  }

  protected draw(shown: Shown): Drawing | null {
    const cell = cellOf(shown.release, slugAt(this, 'agency'))
    return cell && this.drawCell(shown, cell)
  }
}
