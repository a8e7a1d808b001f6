// A value → a cell that may be released, or the reason why it is hidden. Pure.
import { type Band, shareBand } from '../../shared/core/band.ts'
import type { HiddenBecause, ReleasedCell } from '../../shared/wire/team.ts'

/** A cell that is not told, and why. */
export const suppressedCell = (why: HiddenBecause): { readonly told: false; readonly why: HiddenBecause } => {
  return { told: false, why }
}

/** A cell that is told; with `why` one that is not. */
export const releasedCell = <T>(value: T, why: HiddenBecause | null = null): ReleasedCell<T> =>
  why ? suppressedCell(why) : { told: true, value }

/**
 * A part of a group as a range. Also where nearly all or hardly any belong to it: the outer ranges hold so many other
 * numbers that neither can be said.
 * @param k the minimum group @param known what is told of the whole: the ranges must not tell more
 */
export const shareCell = (part: number, whole: number, k: number, known = whole): ReleasedCell<Band> =>
  whole < k ? suppressedCell('too-few') : releasedCell(shareBand(part, whole, known))
