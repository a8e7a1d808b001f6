// Reports as they are stored: day totals of devices, and how they add up for a person.
import { sql } from 'kysely'
import type { DayKey } from '../../shared/core/day.ts'
import { SECONDS_A_DAY } from '../../shared/core/day.ts'
import type { PersonDay } from '../../shared/core/score.ts'
import { bulkStatement } from './bulk-statement.ts'
import type { Store, Trx } from './schema.ts'

/** A total as the hub holds it, of one device of a person. */
export interface HeldDay extends PersonDay {
  readonly member: string
  readonly device: string
  readonly seq: number
}

/** The totals of some people, of all their browsers. Rows: agency, member, first and last day. */
export const heldDays = bulkStatement<HeldDay>(
  4,
  rows => sql`
    with wanted (agency_id, member_id, first, last) as (${rows})
    select d.member_id as member, d.device_id as device, d.day, d.platform, d.seconds, d.seq
    from wanted w cross join device_days d
    where d.agency_id = w.agency_id and d.member_id = w.member_id and d.day between w.first and w.last`,
)

/**
 * Guarded upsert: a row gives way to a larger seq only. Returns the device of each row that is now the newest.
 * Rows: agency, device, day, platform, member, seconds, seq; the first four must each stand once.
 */
export const putDays = bulkStatement<{ readonly device: string }>(
  7,
  rows => sql`
    insert into device_days (agency_id, device_id, day, platform, member_id, seconds, seq)
    select column1, column2, column3, column4, column5, cast(column6 as integer), cast(column7 as bigint)
    from (${rows}) as w where column1 <> ''
    on conflict (agency_id, device_id, day, platform)
    do update set seconds = excluded.seconds, seq = excluded.seq where excluded.seq > device_days.seq
    returning device_id as device`,
)

/** No platform has more than a day of a day. */
export const capped = (seconds: number): number => Math.min(seconds, SECONDS_A_DAY)

/** The days of everybody of an agency who reported anything in these, all browsers added, at most 24 h a platform and day. */
export async function agencyDays(
  store: Store | Trx,
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
export async function firstDay(store: Store | Trx, agency: string): Promise<DayKey | null> {
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
