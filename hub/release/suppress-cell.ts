// A value → a cell that may be released, or the reason why it is hidden. Pure.
import { type Band, shareBand } from '../../shared/core/band.ts'
import type { HiddenBecause, Told } from '../../shared/wire/team.ts'

export const hide = (why: HiddenBecause): { readonly told: false; readonly why: HiddenBecause } => {
  return { told: false, why }
}

export const tell = <T>(value: T, why: HiddenBecause | null = null): Told<T> =>
  why ? hide(why) : { told: true, value }

/**
 * A part of a group as a range. Also where nearly all or hardly any belong to it: the outer ranges hold so many other
 * numbers that neither can be said.
 * @param k the minimum group @param known what is told of the whole: the ranges must not tell more
 */
export const shareCell = (part: number, whole: number, k: number, known = whole): Told<Band> =>
  whole < k ? hide('too-few') : tell(shareBand(part, whole, known))
