// The queue of the journey: the one report on its way, kept until the hub has acknowledged it.
import { addDays, type DayKey, type DayTotal } from '../../shared/core/day.ts'
import { HUB_RETENTION_DAYS } from '../../shared/core/retention.ts'
import { MAX_REPORT_ROWS, type Report, type ReportRow } from '../../shared/wire/report.ts'
import { daysRange } from './days.ts'
import type { Db } from './db.ts'
import type { Settings } from './schema.ts'
import { settingIn } from './setting-in.ts'
import { NEVER_SENT, setting } from './settings.ts'

const reportedRange = (today: DayKey): IDBKeyRange => daysRange(addDays(today, 1 - HUB_RETENTION_DAYS), today)

type Acknowledged = Settings['acknowledged']

/** Rows that the hub does not know yet, the oldest day first. A total that shrank is due as well. */
function dueRows(
  days: readonly DayTotal[],
  acknowledged: Acknowledged,
  platforms: ReadonlySet<string>,
): readonly ReportRow[] {
  return days
    .filter(row => platforms.has(row.platform))
    .map(({ day, platform, ms }) => ({ day, platform, seconds: Math.floor(ms / 1000) }))
    .filter(row => row.seconds !== (acknowledged[`${row.day} ${row.platform}`] ?? 0))
    .slice(0, MAX_REPORT_ROWS)
    .filter(fitting())
}

/** Hubs take 64 KiB; what does not fit goes with the next report. */
const MAX_ROWS_BYTES = 59_000

/** Lets rows through, in their order, while they fit together. */
function fitting(): (row: ReportRow) => boolean {
  let bytes = 0
  return row => {
    bytes += JSON.stringify(row).length + 1
    return bytes <= MAX_ROWS_BYTES
  }
}

/** The report that would be sent now, to be shown to the person; nothing is written. Null: nothing is due. */
export async function previewReport(
  db: Db,
  today: DayKey,
  platforms: ReadonlySet<string>,
): Promise<Report | null> {
  const [days, acknowledged, sync] = await Promise.all([
    db.getAll('days', reportedRange(today)),
    setting(db, 'acknowledged'),
    setting(db, 'sync'),
  ])
  const rows = dueRows(days, acknowledged ?? {}, platforms)
  const { seq } = sync ?? NEVER_SENT
  return rows.length === 0 ? null : { seq: seq + 1, days: [...rows] }
}

/**
 * Puts what is due into the outbox and returns it; null when the hub knows everything. A report that is still
 * there with the same rows goes again as it is; with other rows a newer one with a larger `seq` takes its place.
 * A day that has not begun (the clock was ahead) waits.
 * @param platforms the platforms of the catalogue: the hub refuses others
 */
export async function fillOutbox(
  db: Db,
  today: DayKey,
  platforms: ReadonlySet<string>,
): Promise<Report | null> {
  const tx = db.transaction(['days', 'settings', 'outbox'], 'readwrite')
  const settings = tx.objectStore('settings')
  const days = await tx.objectStore('days').getAll(reportedRange(today))
  const acknowledged = (await settingIn(settings, 'acknowledged')) ?? {}
  const rows = dueRows(days, acknowledged, platforms)
  const [waiting] = await tx.objectStore('outbox').getAll()
  if (waiting && sameRows(waiting.days, rows)) return waiting
  await tx.objectStore('outbox').clear()
  if (rows.length === 0) return null
  const sync = (await settingIn(settings, 'sync')) ?? NEVER_SENT
  const report: Report = { seq: sync.seq + 1, days: [...rows] }
  await settings.put({ ...sync, seq: report.seq }, 'sync')
  await tx.objectStore('outbox').put(report)
  await tx.done
  return report
}

/** The hub has committed this report. */
export async function acknowledge(
  db: Db,
  report: Report,
  now: Pick<Settings['sync'], 'lastSentAt' | 'trouble'>,
): Promise<void> {
  const tx = db.transaction(['settings', 'outbox'], 'readwrite')
  const settings = tx.objectStore('settings')
  const known = (await settingIn(settings, 'acknowledged')) ?? {}
  const rows = report.days.map(({ day, platform, seconds }) => [`${day} ${platform}`, seconds] as const)
  await settings.put({ ...withoutOld(known, report), ...Object.fromEntries(rows) }, 'acknowledged')
  const sync = (await settingIn(settings, 'sync')) ?? NEVER_SENT
  await settings.put({ ...sync, ...now, failures: 0 }, 'sync')
  await tx.objectStore('outbox').delete(report.seq)
  await tx.done
}

/** Stands for "the hub may have anything": whatever is here of it is then due, a total of nothing too. */
export const UNSURE = -1

/** The hub may have lost any of what it had acknowledged: all of it is due again. */
export async function doubtAcknowledged(db: Db): Promise<void> {
  const tx = db.transaction('settings', 'readwrite')
  const known = (await settingIn(tx.store, 'acknowledged')) ?? {}
  await tx.store.put(Object.fromEntries(Object.keys(known).map(key => [key, UNSURE])), 'acknowledged')
  await tx.done
}

/** What lies further back than a report reaches need not be remembered. */
function withoutOld(known: Acknowledged, { days }: Report): Acknowledged {
  const newest = days
    .map(row => row.day)
    .sort()
    .at(-1)
  if (!newest) return known
  const oldest = addDays(newest, -2 * HUB_RETENTION_DAYS)
  return Object.fromEntries(Object.entries(known).filter(([key]) => key >= oldest))
}

const sameRows = (a: readonly ReportRow[], b: readonly ReportRow[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Is anything due? Read before an alarm is set. */
export async function hasDue(db: Db, today: DayKey, platforms: ReadonlySet<string>): Promise<boolean> {
  const tx = db.transaction(['days', 'settings'])
  const days = await tx.objectStore('days').getAll(reportedRange(today))
  const acknowledged = (await settingIn(tx.objectStore('settings'), 'acknowledged')) ?? {}
  return dueRows(days, acknowledged, platforms).length > 0
}
