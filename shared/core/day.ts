// Segments → totals of one local day. The only file that speaks calendar days.

import type { PlatformId } from './activity.ts'
import type { Segment } from './segment.ts'
import type { Millis } from './time.ts'

/** A calendar day of the campaign's time zone: `YYYY-MM-DD`. Sorts as text. */
export type DayKey = string

/** An ISO 8601 week: `YYYY-Www`, Monday to Sunday. Sorts as text. */
export type WeekKey = string

/** Active time on one platform in one day. Whole milliseconds in the store, whole seconds in a report. */
export interface DayTotal {
  readonly day: DayKey
  readonly platform: PlatformId
  readonly ms: Millis
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const SECONDS_A_DAY = 86_400

/**
 * The campaign's zone, Asia/Ho_Chi_Minh, as minutes east of UTC. It has had no summer time since 1975 and
 * is the same whatever the machine's own zone.
 */
export const CAMPAIGN_UTC_OFFSET_MIN = 420

const OFFSET_MS = CAMPAIGN_UTC_OFFSET_MIN * MINUTE_MS

/** The Vietnam day of an instant (epoch ms) as `YYYY-MM-DD`, whatever zone the machine has. */
export const dayOf = (at: Millis): DayKey => new Date(at + OFFSET_MS).toISOString().slice(0, 10)

/** The instant at which a day begins in the campaign's zone. */
export const startOfDay = (day: DayKey): Millis => Date.parse(`${day}T00:00:00Z`) - OFFSET_MS

/** Is it a day that exists? `2026-02-30` does not. */
export const isDayKey = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(Date.parse(text)).getUTCDate() === Number(text.slice(8))

/** The day `count` days later; earlier where it is negative. */
export const addDays = (day: DayKey, count: number): DayKey =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: DayKey, b: DayKey): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS)

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: DayKey): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Before any week of any campaign. */
export const FIRST_WEEK: WeekKey = '2000-W01'

/** The ISO week of a day as `YYYY-Www`: it belongs to the year of its Thursday. */
export function weekOf(day: DayKey): WeekKey {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The Monday of a week. */
export function mondayOf(week: WeekKey): DayKey {
  const fourth = `${week.slice(0, 4)}-01-04` // always in week 1
  return addDays(fourth, 1 - weekdayOf(fourth) + (Number(week.slice(6)) - 1) * 7)
}

/** The week `count` weeks later; earlier where it is negative. */
export const addWeeks = (week: WeekKey, count: number): WeekKey => weekOf(addDays(mondayOf(week), count * 7))

/** Is it a week that exists? `2026-W54` does not. */
export const isWeekKey = (text: string): boolean =>
  /^\d{4}-W\d{2}$/.test(text) && weekOf(mondayOf(text)) === text

/** Splits a stretch at each midnight of the campaign's zone. */
function splitByDay(segment: Segment): readonly DayTotal[] {
  const totals: DayTotal[] = []
  let from = segment.start
  while (from < segment.end) {
    const day = dayOf(from)
    const until = Math.min(segment.end, startOfDay(addDays(day, 1)))
    totals.push({ day, platform: segment.platform, ms: until - from })
    from = until
  }
  return totals
}

/** Adds up stretches: one total for each day and platform, in that order. */
export function dayTotals(segments: readonly Segment[]): readonly DayTotal[] {
  const sums = new Map<string, DayTotal>()
  for (const part of segments.flatMap(splitByDay)) {
    const key = `${part.day} ${part.platform}`
    sums.set(key, { ...part, ms: part.ms + (sums.get(key)?.ms ?? 0) })
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total)
}
