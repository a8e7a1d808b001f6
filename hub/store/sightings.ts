// Which agency sites show what, by day: host, kind of snippet and its version, and nothing about whoever looked.
import type { DayKey } from '../../shared/core/day.ts'
import type { SightingRow, Store, Trx } from './schema.ts'

export type Sighting = Pick<SightingRow, 'host' | 'kind' | 'version'>

/** Marks a day; a day that is marked already changes nothing. */
export const putSighting = (step: Trx, one: Sighting, day: DayKey): Promise<unknown> =>
  step
    .insertInto('sightings')
    .values({ ...one, first_day: day, last_day: day, days: 1 })
    .onConflict(c =>
      c
        .columns(['host', 'kind', 'version'])
        .doUpdateSet(e => ({ last_day: day, days: e('sightings.days', '+', 1) }))
        .where('sightings.last_day', '<', day),
    )
    .execute()

/** Seen on at least `days` different days; by host. */
export const listSightings = (store: Store, days: number, most: number): Promise<readonly SightingRow[]> =>
  store
    .selectFrom('sightings')
    .selectAll()
    .where('days', '>=', days)
    .orderBy('host')
    .orderBy('kind')
    .orderBy('version')
    .limit(most)
    .execute()

/** Forgets what was not seen since a day. */
export const forgetSightings = (store: Store, before: DayKey): Promise<unknown> =>
  store.deleteFrom('sightings').where('last_day', '<', before).execute()
