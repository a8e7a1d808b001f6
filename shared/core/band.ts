// Telling → coarser: ranges so wide that a single person who comes, goes or changes cannot be read from them.
import { type BasisPoints, FULL } from './basis-points.ts'

/** Both bounds belong to it. */
export interface Band {
  readonly from: number
  readonly to: number
}

/**
 * The inner edges of the ranges of a share, by the people of the whole. The outer ranges hold at least two numbers that
 * leave three people on either side (`MIN_SIDE`): "nearly all" and "hardly any" cannot be read from them.
 */
const EDGES: readonly (readonly [people: number, edges: readonly BasisPoints[]])[] = [
  [120, steps(500)],
  [60, steps(1000)],
  [30, steps(2000)],
  [20, [4000, 6000]],
  [10, [5000]],
  [0, []],
]

function steps(step: BasisPoints): readonly BasisPoints[] {
  return Array.from({ length: FULL / step - 1 }, (_, i) => (i + 1) * step)
}

/**
 * `part` of `whole` people, as a range of basis points.
 * @param known what is told of the whole: the width of the ranges must not tell more than that
 */
export function shareBand(part: number, whole: number, known = whole): Band {
  const edges = EDGES.find(([people]) => known >= people)?.[1] ?? []
  const exact = whole <= 0 ? 0 : (part * FULL) / whole
  return {
    from: edges.filter(edge => edge <= exact).at(-1) ?? 0,
    to: edges.find(edge => edge > exact) ?? FULL,
  }
}

/** A number of people, at least `k`. */
export function sizeBand(size: number, k: number): Band {
  const bounds = [k, 2 * k, 5 * k, 10 * k, 20 * k, 50 * k, 100 * k, 1000 * k]
  const above = bounds.find(bound => bound > size) ?? 10_000 * k
  return { from: bounds.filter(bound => bound <= size).at(-1) ?? 0, to: above - 1 }
}
