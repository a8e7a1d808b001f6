// Telling → coarser: ranges so wide that a single person who comes, goes or changes cannot be read from them.
import type { BasisPoints } from './score.ts'

/** Both bounds belong to it. */
export interface Band {
  readonly from: number
  readonly to: number
}

/** A step holds about three people at least: fine steps for large groups, quarters for small ones. */
const STEPS: readonly (readonly [people: number, step: BasisPoints])[] = [
  [60, 500],
  [30, 1000],
  [15, 2000],
  [0, 2500],
]

/** `part` of `whole` people, as a range of basis points. */
export function shareBand(part: number, whole: number): Band {
  const step = STEPS.find(([people]) => whole >= people)?.[1] ?? 2500
  const exact = whole <= 0 ? 0 : Math.min(9999, Math.floor((part * 10_000) / whole))
  const from = Math.floor(exact / step) * step
  return { from, to: from + step }
}

/** A number of people, at least `k`. */
export function sizeBand(size: number, k: number): Band {
  const bounds = [k, 2 * k, 5 * k, 10 * k, 20 * k, 50 * k, 100 * k, 1000 * k]
  const above = bounds.find(bound => bound > size) ?? 10_000 * k
  return { from: bounds.filter(bound => bound <= size).at(-1) ?? 0, to: above - 1 }
}
