// The stretches of days that a diary shows: a day, a week, a month, or the window of the score.
import { windowEnding } from '../../../shared/core/calendar.ts'
import { addDays, type DayKey, daysBetween, weekdayOf } from '../../../shared/core/day.ts'

export const SPANS = ['day', 'week', 'month', 'window'] as const
export type Span = (typeof SPANS)[number]

/** The days of the span that holds `day`, oldest first; the window ends with it. */
export function daysOfSpan(span: Span, day: DayKey): readonly DayKey[] {
  if (span === 'day') return [day]
  if (span === 'window') return windowEnding(day)
  if (span === 'week') return run(addDays(day, 1 - weekdayOf(day)), 7)
  const first = `${day.slice(0, 8)}01`
  const next = `${addDays(first, 31).slice(0, 8)}01`
  return run(first, daysBetween(first, next))
}

const run = (first: DayKey, length: number): readonly DayKey[] =>
  Array.from({ length }, (_, i) => addDays(first, i))

/** The day that leads to the span before (`-1`) or after (`1`). */
export function moved(span: Span, day: DayKey, by: 1 | -1): DayKey {
  const days = daysOfSpan(span, day)
  if (span !== 'month') return addDays(day, by * days.length)
  const edge = by === 1 ? days.at(-1) : days[0]
  return addDays(edge ?? day, by)
}
