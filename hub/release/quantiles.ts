// The minutes of many people → median and quartiles. Pure.
import type { Band } from '../../shared/core/band.ts'

/** The shortest first. */
export const minutesOf = (people: readonly { readonly minutes: number }[]): readonly number[] =>
  people.map(one => one.minutes).sort((a, b) => a - b)

/** Between two people where it falls between them. */
export function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

/**
 * From the first to the third quartile of sorted numbers, rounded to whole ones; the list must not be empty.
 */
export const quartiles = (sorted: readonly number[]): Band => {
  return { from: Math.round(quantile(sorted, 0.25)), to: Math.round(quantile(sorted, 0.75)) }
}
