// What the hub holds of a person in the window, and what a report makes of it. Pure.
import type { DayKey } from '../../shared/core/day.ts'
import type { PersonDay } from '../../shared/core/score.ts'
import type { Report, ReportRow } from '../../shared/wire/report.ts'
import { capped, type HeldDay } from '../store/reports.ts'

/** Totals of many people, by person. */
export const byMember = (rows: readonly HeldDay[]): ReadonlyMap<string, readonly HeldDay[]> =>
  Map.groupBy(rows, row => row.member)

/**
 * A person's totals after a report of one browser: a row gives way to a larger seq only.
 * @returns null where no total inside the window changes: replays and overtaken rows
 */
export function withReport(
  held: readonly HeldDay[],
  who: { readonly member: string; readonly device: string },
  { seq, days }: Report,
  from: DayKey,
): readonly HeldDay[] | null {
  const told = days.filter(({ day }) => day >= from)
  const spoken = new Set(told.map(row => row.day))
  const mine = held.filter(one => one.device === who.device && spoken.has(one.day))
  const old = new Map(mine.map(one => [`${one.day} ${one.platform}`, one]))
  const before = (row: ReportRow) => old.get(`${row.day} ${row.platform}`)
  const news = told.filter(row => seq > (before(row)?.seq ?? 0))
  if (!news.some(row => row.seconds !== (before(row)?.seconds ?? 0))) return null
  const gone = new Set(news.map(before))
  return [...held.filter(one => !gone.has(one)), ...news.map(row => ({ ...who, ...row, seq }))]
}

/** All browsers added, at most 24 h a platform and day. */
export function personDays(held: readonly HeldDay[]): readonly PersonDay[] {
  const [first] = held
  if (held.every(one => one.device === first?.device)) return held
  const sums = new Map<string, PersonDay>()
  for (const { day, platform, seconds } of held) {
    const key = `${day} ${platform}`
    sums.set(key, { day, platform, seconds: capped(seconds + (sums.get(key)?.seconds ?? 0)) })
  }
  return [...sums.values()]
}
