// Working days, holidays, make-up days, the years of a campaign, and the 28-day window that the score looks at.
import { addDays, type DayKey, weekdayOf } from './day.ts'

/** Days that differ from Monday–Friday (data: shared/data/calendar.json). */
export interface WorkCalendar {
  readonly off: readonly DayKey[]
  readonly makeUp: readonly DayKey[]
}

export const WINDOW_DAYS = 28

/** Monday to Friday except days off, and the days on which a swap is made up. */
export function isWorkingDay(day: DayKey, calendar: WorkCalendar): boolean {
  if (calendar.makeUp.includes(day)) return true
  return weekdayOf(day) <= 5 && !calendar.off.includes(day)
}

/** The days of the window that ends with `today`, oldest first. */
export const windowEnding = (today: DayKey, length: number = WINDOW_DAYS): readonly DayKey[] =>
  Array.from({ length }, (_, i) => addDays(today, i - length + 1))

/** Is a campaign running on a day? Its period is in whole years. */
export function campaignState(
  { period }: { readonly period: { readonly fromYear: number; readonly toYear: number } },
  day: DayKey,
): 'running' | 'ended' | 'planned' {
  const now = Number(day.slice(0, 4))
  if (now < period.fromYear) return 'planned'
  return now > period.toYear ? 'ended' : 'running'
}

interface CalendarYear {
  readonly off: readonly { readonly day: DayKey }[]
  readonly makeUp: readonly DayKey[]
}

/** The calendar file (shared/data/calendar.json) as the arithmetic reads it. */
export const workCalendar = ({ years }: { readonly years: Readonly<Record<string, CalendarYear>> }) => ({
  off: Object.values(years).flatMap(y => y.off.map(o => o.day)),
  makeUp: Object.values(years).flatMap(y => y.makeUp),
})
