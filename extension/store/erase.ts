// Forgetting: a day, or all that was counted on this device, in one step.

import { addDays, type DayKey, startOfDay } from '../../shared/core/day.ts'
import { type Segment, withoutOverlap } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'
import { daysRange } from './days.ts'
import type { Db } from './db.ts'
import { UNSURE } from './outbox.ts'
import { settingIn } from './setting-in.ts'

const FIRST_DAY: DayKey = '0001-01-01'
const LAST_DAY: DayKey = '9999-12-30'

/**
 * Forgets what was counted on one day, or with null on every day. An enrolled device keeps a total of nothing for
 * each platform until the hub holds nothing either; otherwise no row is left. The running stretch begins anew.
 */
export async function eraseDays(db: Db, day: DayKey | null, enrolled: boolean): Promise<void> {
  const [from, to] = [day ?? FIRST_DAY, day ?? LAST_DAY]
  const tx = db.transaction(['segments', 'days', 'outbox', 'settings'], 'readwrite')
  const settings = tx.objectStore('settings')
  const days = tx.objectStore('days')
  const known = (await settingIn(settings, 'acknowledged')) ?? {}
  const imported = (await settingIn(settings, 'imported')) ?? {}
  const rows = await days.getAll(daysRange(from, to))
  for (const row of rows) {
    if (enrolled) await days.put({ ...row, ms: 0 })
    else await days.delete([row.day, row.platform])
  }
  const unsure = rows.map(row => [`${row.day} ${row.platform}`, UNSURE] as const)
  if (enrolled) await settings.put({ ...known, ...Object.fromEntries(unsure) }, 'acknowledged')
  const rest = Object.entries(imported).filter(([key]) => key < from || key > `${to}~`)
  await settings.put(Object.fromEntries(rest), 'imported')
  const span = { start: startOfDay(from), end: startOfDay(addDays(to, 1)) }
  for (const segment of await touching(tx.objectStore('segments').index('end'), span)) {
    await tx.objectStore('segments').delete(segment.start)
    for (const left of outside(segment, span)) await tx.objectStore('segments').put(left)
  }
  await tx.objectStore('outbox').clear()
  await settings.delete('open')
  await tx.done
}

/** Stretches never overlap: those that end within a span, and the one that runs out of it. */
async function touching(
  ends: { getAll(range: IDBKeyRange, count?: number): Promise<Segment[]> },
  { start, end }: { readonly start: Millis; readonly end: Millis },
): Promise<readonly Segment[]> {
  const inside = await ends.getAll(IDBKeyRange.bound(start, end, true))
  const next = await ends.getAll(IDBKeyRange.lowerBound(end, true), 1)
  return [...inside, ...next.filter(one => one.start < end)]
}

/** What of a stretch lies on other days. */
const outside = (segment: Segment, span: { start: Millis; end: Millis }): readonly Segment[] =>
  withoutOverlap(segment, [{ ...segment, ...span }])

/** Erases times, queue and traces of counting. The identity stays until the hub has confirmed its own erasure. */
export async function eraseCounted(db: Db): Promise<void> {
  const tx = db.transaction(['segments', 'days', 'outbox', 'settings'], 'readwrite')
  const settings = tx.objectStore('settings')
  await Promise.all([
    tx.objectStore('segments').clear(),
    tx.objectStore('days').clear(),
    tx.objectStore('outbox').clear(),
    settings.delete('open'),
    settings.delete('acknowledged'),
    settings.delete('pause'),
    settings.delete('imported'),
    settings.delete('standing'),
    tx.done,
  ])
}
