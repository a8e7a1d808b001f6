// Day totals that look odd → counts by agency for the operator, and whom a lead's ranges count. Never a punishment.
import { addDays, type DayKey } from '../../shared/core/day.ts'
import type { FlagKind } from '../../shared/wire/overview.ts'
import type { Store, Trx } from '../store/schema.ts'

/** What looked odd in an agency. */
export interface Flags {
  readonly agency: string
  /** Days on which one person's browsers told more than 16 hours together. */
  readonly longDays: number
  /** People with 20 hours or more on at least three days. */
  readonly aroundTheClock: number
  /** Totals of half an hour and more that three people or more told to the very second. */
  readonly identical: number
}

const LOOKED_BACK_DAYS = 28
const LONG_SECONDS = 16 * 3600
const CLOCK_SECONDS = 20 * 3600
const CLOCK_DAYS = 3
const SAME_FROM_SECONDS = 1800
const SAME_PEOPLE = 3

/** Somebody whose totals look odd. Never leaves the hub: it is counted over many agencies, and told in ranges. */
export interface Flagged {
  readonly agency: string
  readonly member: string
  readonly kind: FlagKind
}

/** Agencies with anything odd in the last four weeks, by id. */
export async function flagsOf(store: Store, today: DayKey): Promise<readonly Flags[]> {
  const long = await longDays(store, today)
  const same = await identical(store, today).execute()
  const agencies = [...new Set([...long, ...same].map(one => one.agency_id))].sort()
  return agencies.map(agency => {
    const own = long.filter(one => one.agency_id === agency)
    return {
      agency,
      longDays: own.length,
      aroundTheClock: aroundTheClock(own).length,
      identical: same.filter(one => one.agency_id === agency).length,
    }
  })
}

/** Everybody whose totals looked odd in the four weeks up to a day, once for each kind. */
export async function flaggedPeople(store: Store | Trx, day: DayKey): Promise<readonly Flagged[]> {
  const long = await longDays(store, day)
  const same = await store
    .selectFrom('device_days as d')
    .innerJoin(identical(store, day).as('same'), j =>
      j
        .onRef('same.agency_id', '=', 'd.agency_id')
        .onRef('same.day', '=', 'd.day')
        .onRef('same.platform', '=', 'd.platform')
        .onRef('same.seconds', '=', 'd.seconds'),
    )
    .select(['d.agency_id', 'd.member_id'])
    .distinct()
    .execute()
  const clock = [...Map.groupBy(long, one => one.agency_id).values()].flatMap(aroundTheClock)
  const named = (kind: FlagKind) => (one: { readonly agency_id: string; readonly member_id: string }) => {
    return { agency: one.agency_id, member: one.member_id, kind }
  }
  return [
    ...long.map(named('long-days')),
    ...clock.map(named('around-the-clock')),
    ...same.map(named('identical')),
  ]
}

/** A day of each person of one agency who was there twenty hours on at least three days. */
const aroundTheClock = (own: Awaited<ReturnType<typeof longDays>>) =>
  [...Map.groupBy(own, one => one.member_id).values()].flatMap(days => {
    const clock = days.filter(one => Number(one.seconds) >= CLOCK_SECONDS)
    return clock.length >= CLOCK_DAYS ? clock.slice(0, 1) : []
  })

const longDays = (store: Store | Trx, day: DayKey) =>
  store
    .selectFrom('device_days')
    .select(['agency_id', 'member_id', 'day'])
    .select(e => e.fn.sum<number>('seconds').as('seconds'))
    .where('day', '>', addDays(day, -LOOKED_BACK_DAYS))
    .where('day', '<=', day)
    .groupBy(['agency_id', 'member_id', 'day'])
    .having(e => e.fn.sum<number>('seconds'), '>', LONG_SECONDS)
    .execute()

/** Totals that three people or more told to the very second. */
const identical = (store: Store | Trx, day: DayKey) =>
  store
    .selectFrom('device_days')
    .select(['agency_id', 'day', 'platform', 'seconds'])
    .where('day', '>', addDays(day, -LOOKED_BACK_DAYS))
    .where('day', '<=', day)
    .where('seconds', '>=', SAME_FROM_SECONDS)
    .groupBy(['agency_id', 'day', 'platform', 'seconds'])
    .having(e => e.fn.count('member_id').distinct(), '>=', SAME_PEOPLE)
