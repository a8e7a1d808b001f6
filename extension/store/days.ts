// Day totals as they are kept: read by the pages and by the sender.

import type { PlatformId } from '../../shared/core/activity.ts'
import type { DayKey, DayTotal } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { Db } from './db.ts'
import { setting } from './settings.ts'

/** The totals of one day, the longest first. */
export async function dayNow(db: Db, day: DayKey): Promise<readonly DayTotal[]> {
  const rows = await db.getAll('days', daysRange(day, day))
  return rows.filter(row => row.ms > 0).sort((a, b) => b.ms - a.ms)
}

/**
 * All totals of the diary, the oldest day first: what was counted here, and what an own export brought. Where both
 * know a day and platform the longer one stands.
 */
export async function diaryDays(db: Db): Promise<readonly DayTotal[]> {
  const [counted, imported] = await Promise.all([db.getAll('days'), setting(db, 'imported')])
  const ms = new Map<string, Millis>(Object.entries(imported ?? {}))
  for (const row of counted) {
    const key = `${row.day} ${row.platform}`
    ms.set(key, Math.max(row.ms, ms.get(key) ?? 0))
  }
  return [...ms.entries()]
    .filter(([, span]) => span > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, span]) => ({
      day: key.slice(0, DAY_LETTERS),
      platform: key.slice(DAY_LETTERS + 1),
      ms: span,
    }))
}

/** `2026-11-23` */
const DAY_LETTERS = 10

/** The keys of all totals from one day to another, both included. A list sorts after every text: `[day, []]` ends a day. */
export const daysRange = (from: DayKey, to: DayKey): IDBKeyRange => IDBKeyRange.bound([from], [to, []])

/** What each day and platform must be changed by to go from `before` to `after`. */
export function differences(
  before: readonly DayTotal[],
  after: readonly DayTotal[],
): readonly { readonly day: DayKey; readonly platform: PlatformId; readonly by: Millis }[] {
  const by = new Map<string, { day: DayKey; platform: PlatformId; by: Millis }>()
  const add = ({ day, platform, ms }: DayTotal, sign: 1 | -1): void => {
    const key = `${day} ${platform}`
    by.set(key, { day, platform, by: (by.get(key)?.by ?? 0) + sign * ms })
  }
  for (const total of before) add(total, -1)
  for (const total of after) add(total, 1)
  return [...by.values()].filter(change => change.by !== 0)
}
