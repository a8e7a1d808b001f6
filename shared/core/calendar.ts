// Working days, holidays, make-up days, and the 28-day window that the score looks at.
import { addDays, type DayKey, weekdayOf } from './day.ts'

/** Days that differ from Monday–Friday (data: shared/data/calendar.json). */
export interface WorkCalendar {
  readonly off: readonly DayKey[]
  readonly makeUp: readonly DayKey[]
}

export const WINDOW_DAYS = 28

export function isWorkingDay(day: DayKey, calendar: WorkCalendar): boolean {
  if (calendar.makeUp.includes(day)) return true
  return weekdayOf(day) <= 5 && !calendar.off.includes(day)
}

/** The days of the window that ends with `today`, oldest first. */
export const windowEnding = (today: DayKey, length: number = WINDOW_DAYS): readonly DayKey[] =>
  Array.from({ length }, (_, i) => addDays(today, i - length + 1))
