// A value → a cell that may be released, or the reason why it is hidden. Pure.
import { type Band, shareBand } from '../shared/core/band.ts'
import { mayTellShare } from '../shared/core/suppress.ts'
import type { HiddenBecause, Told } from '../shared/wire/team.ts'

export const hide = (why: HiddenBecause): { readonly told: false; readonly why: HiddenBecause } => {
  return { told: false, why }
}

export const tell = <T>(value: T, why: HiddenBecause | null = null): Told<T> =>
  why ? hide(why) : { told: true, value }

/**
 * A part of a group as a range.
 * @param k the minimum group @param known what is told of the whole: the ranges must not tell more
 */
export const shareCell = (part: number, whole: number, k: number, known = whole): Told<Band> => {
  if (whole < k) return hide('too-few')
  return mayTellShare(part, whole) ? tell(shareBand(part, whole, known)) : hide('one-sided')
}
