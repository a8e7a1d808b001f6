// Reports as they are stored: day totals of devices, and how they add up for a person.
import { CompiledQuery } from 'kysely'
import type { DayKey } from '../../shared/core/day.ts'
import { SECONDS_A_DAY } from '../../shared/core/day.ts'
import type { PersonDay } from '../../shared/core/score.ts'
import type { Report } from '../../shared/wire/report.ts'
import type { Step, Store } from './db.ts'
import type { KnownDevice } from './members.ts'
import type { DeviceDayRow } from './schema.ts'

/** Rows in one statement: SQLite binds at most 32 766 values, and few shapes keep the statements prepared. */
const CHUNKS = [100, 10, 1] as const

/** What the hub holds of one device in a stretch of days. */
export const deviceDays = (store: Store | Step, device: KnownDevice, from: DayKey, to: DayKey) =>
  store
    .selectFrom('device_days')
    .select(['day', 'platform', 'seconds', 'seq'])
    .where('agency_id', '=', device.agencyId)
    .where('device_id', '=', device.deviceId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()

/** Guarded upsert: a row gives way to a larger seq only. Returns how many rows are now the newest. */
export async function putDays(step: Step, device: KnownDevice, report: Report): Promise<number> {
  let kept = 0
  let rest = report.days
  while (rest.length > 0) {
    const size = CHUNKS.find(chunk => chunk <= rest.length) ?? 1
    const rows = rest.slice(0, size).map(row => rowOf(device, row, report.seq))
    kept += (await step.executeQuery(upsert(step, rows))).rows.length
    rest = rest.slice(size)
  }
  return kept
}

const rowOf = (device: KnownDevice, row: Report['days'][number], seq: number): DeviceDayRow => ({
  agency_id: device.agencyId,
  device_id: device.deviceId,
  day: row.day,
  platform: row.platform,
  member_id: device.memberId,
  seconds: row.seconds,
  seq,
})

const texts = new WeakMap<object, Map<number, string>>()

/** Kysely writes the statement once for each store and chunk size; the values are bound each time. */
function upsert(step: Step, rows: readonly DeviceDayRow[]): CompiledQuery {
  const { adapter } = step.getExecutor()
  const mine = texts.get(adapter) ?? new Map<number, string>()
  const text = mine.get(rows.length) ?? compile(step, rows)
  texts.set(adapter, mine.set(rows.length, text))
  return CompiledQuery.raw(text, rows.flatMap(valuesOf))
}

const compile = (step: Step, rows: readonly DeviceDayRow[]): string =>
  step
    .insertInto('device_days')
    .values(rows)
    .onConflict(c =>
      c
        .columns(['agency_id', 'device_id', 'day', 'platform'])
        .doUpdateSet(e => ({ seconds: e.ref('excluded.seconds'), seq: e.ref('excluded.seq') }))
        .whereRef('excluded.seq', '>', 'device_days.seq'),
    )
    .returning('seq')
    .compile().sql

/** In the order in which Kysely names the columns: that of the row's own keys. */
const valuesOf = (row: DeviceDayRow): readonly unknown[] => Object.values(row)

export const reportedAt = (step: Step, device: KnownDevice, at: number): Promise<unknown> =>
  step
    .updateTable('devices')
    .set({ last_report_at: at })
    .where('agency_id', '=', device.agencyId)
    .where('device_id', '=', device.deviceId)
    .execute()

const capped = (seconds: number): number => Math.min(seconds, SECONDS_A_DAY)

/** A person's days, all browsers added, at most 24 h a platform and day. */
export async function personDays(
  store: Store | Step,
  agency: string,
  member: string,
  from: DayKey,
  to: DayKey,
): Promise<readonly PersonDay[]> {
  const rows = await store
    .selectFrom('device_days')
    .select(['day', 'platform'])
    .select(e => e.fn.sum<number>('seconds').as('seconds'))
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', 'platform'])
    .execute()
  return rows.map(row => ({ ...row, seconds: capped(Number(row.seconds)) }))
}

/** The same for everybody of an agency who reported anything in these days. */
export async function agencyDays(
  store: Store | Step,
  agency: string,
  from: DayKey,
  to: DayKey,
): Promise<ReadonlyMap<string, readonly PersonDay[]>> {
  const rows = await store
    .selectFrom('device_days')
    .select(['member_id', 'day', 'platform'])
    .select(e => e.fn.sum<number>('seconds').as('seconds'))
    .where('agency_id', '=', agency)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['member_id', 'day', 'platform'])
    .execute()
  const people = new Map<string, PersonDay[]>()
  for (const { member_id, day, platform, seconds } of rows) {
    const one = { day, platform, seconds: capped(Number(seconds)) }
    const days = people.get(member_id)
    if (days) days.push(one)
    else people.set(member_id, [one])
  }
  return people
}

/** The oldest day of which an agency has any total. */
export async function firstDay(store: Store | Step, agency: string): Promise<DayKey | null> {
  const row = await store
    .selectFrom('device_days')
    .select(e => e.fn.min('day').as('day'))
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  return row?.day ?? null
}

/** Every total of a person that is still kept, by device. */
export const allDaysOf = (store: Store, agency: string, member: string) =>
  store
    .selectFrom('device_days')
    .select(['device_id', 'day', 'platform', 'seconds'])
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .orderBy('day')
    .orderBy('platform')
    .execute()

/** Day totals are kept for 120 days, then only released aggregates remain. */
export const forgetDaysBefore = (store: Store, agency: string, day: DayKey): Promise<unknown> =>
  store.deleteFrom('device_days').where('agency_id', '=', agency).where('day', '<', day).execute()
