// The ranges of days that a diary shows: a day, a week, a month, or the window of the score.
import { windowEnding } from '../../../shared/core/calendar.ts'
import { addDays, type DayKey, daysBetween, weekdayOf } from '../../../shared/core/day.ts'

export const DATE_RANGES = ['day', 'week', 'month', 'window'] as const
export type DateRange = (typeof DATE_RANGES)[number]

/** The days of the range that holds `day`, oldest first; the window ends with it. */
export function daysOfRange(range: DateRange, day: DayKey): readonly DayKey[] {
  if (range === 'day') return [day]
  if (range === 'window') return windowEnding(day)
  if (range === 'week') return daysFrom(addDays(day, 1 - weekdayOf(day)), 7)
  const first = `${day.slice(0, 8)}01`
  const next = `${addDays(first, 31).slice(0, 8)}01`
  return daysFrom(first, daysBetween(first, next))
}

const daysFrom = (first: DayKey, length: number): readonly DayKey[] =>
  Array.from({ length }, (_, i) => addDays(first, i))

/** A day in the range before (`-1`) or after (`1`). */
export function shifted(range: DateRange, day: DayKey, by: 1 | -1): DayKey {
  const days = daysOfRange(range, day)
  if (range !== 'month') return addDays(day, by * days.length)
  const edge = by === 1 ? days.at(-1) : days[0]
  return addDays(edge ?? day, by)
}
