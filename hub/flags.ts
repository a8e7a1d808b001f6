// Day totals that look odd → counts by agency, for the operator alone. Never a person, never a punishment.
import { addDays, type DayKey } from '../shared/core/day.ts'
import type { Store } from './store/db.ts'

/** What looked odd in an agency; only counts leave this file. */
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

/** Agencies with anything odd in the last four weeks, by id. */
export async function flagsOf(store: Store, today: DayKey): Promise<readonly Flags[]> {
  const since = addDays(today, -LOOKED_BACK_DAYS)
  const long = await longDays(store, since)
  const same = await identical(store, since)
  const agencies = [...new Set([...long, ...same].map(one => one.agency_id))].sort()
  return agencies.map(agency => {
    const own = long.filter(one => one.agency_id === agency)
    const clock = Map.groupBy(
      own.filter(one => Number(one.seconds) >= CLOCK_SECONDS),
      one => one.member_id,
    )
    return {
      agency,
      longDays: own.length,
      aroundTheClock: [...clock.values()].filter(days => days.length >= CLOCK_DAYS).length,
      identical: same.filter(one => one.agency_id === agency).length,
    }
  })
}

const longDays = (store: Store, since: DayKey) =>
  store
    .selectFrom('device_days')
    .select(['agency_id', 'member_id', 'day'])
    .select(e => e.fn.sum<number>('seconds').as('seconds'))
    .where('day', '>', since)
    .groupBy(['agency_id', 'member_id', 'day'])
    .having(e => e.fn.sum<number>('seconds'), '>', LONG_SECONDS)
    .execute()

const identical = (store: Store, since: DayKey) =>
  store
    .selectFrom('device_days')
    .select(['agency_id', 'day', 'platform', 'seconds'])
    .where('day', '>', since)
    .where('seconds', '>=', SAME_FROM_SECONDS)
    .groupBy(['agency_id', 'day', 'platform', 'seconds'])
    .having(e => e.fn.count('member_id').distinct(), '>=', SAME_PEOPLE)
    .execute()
