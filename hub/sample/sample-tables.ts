// The sample's own table: its simulated devices with their keys, beside the data that they sent.
import { sql } from 'kysely'
import type { DayKey } from '../../shared/core/day.ts'
import type { SampleRow } from '../store/sample-mark.ts'
import type { Store } from '../store/schema.ts'
import type { DeviceKey } from './simulated-device.ts'

type SampleDeviceRow = {
  readonly agency_id: string
  /** The person's number inside the agency. */
  readonly person: number
  readonly device_id: string
  readonly x: string
  readonly y: string
  readonly d: string
}

type SampleTables = {
  sample: SampleRow
  sample_devices: SampleDeviceRow
}

/** A simulated device as it is kept. */
export interface KeptDevice {
  readonly agencyId: string
  readonly person: number
  readonly deviceId: string
  readonly key: DeviceKey
}

const ROWS_AT_ONCE = 500

const own = (store: Store) => store.withTables<SampleTables>()

/** Marks a database as sample data, and keeps its devices. */
export async function keepSample(
  store: Store,
  begins: DayKey,
  devices: readonly KeptDevice[],
): Promise<void> {
  await sql`create table sample (begins text not null)`.execute(store)
  await sql`create table sample_devices (
    agency_id text not null, person integer not null, device_id text not null,
    x text not null, y text not null, d text not null,
    primary key (agency_id, person))`.execute(store)
  await own(store).insertInto('sample').values({ begins }).execute()
  for (let i = 0; i < devices.length; i += ROWS_AT_ONCE) {
    const rows = devices.slice(i, i + ROWS_AT_ONCE).map(rowOf)
    await own(store).insertInto('sample_devices').values(rows).execute()
  }
}

const rowOf = ({ agencyId, person, deviceId, key: { x, y, d } }: KeptDevice): SampleDeviceRow => ({
  agency_id: agencyId,
  person,
  device_id: deviceId,
  x,
  y,
  d,
})

/** The sample's devices that are still enrolled. */
export async function sampleDevices(store: Store): Promise<readonly KeptDevice[]> {
  const rows = await own(store)
    .selectFrom('sample_devices as s')
    .innerJoin('devices as d', j =>
      j.onRef('d.agency_id', '=', 's.agency_id').onRef('d.device_id', '=', 's.device_id'),
    )
    .select(['s.agency_id', 's.person', 's.device_id', 's.x', 's.y', 's.d'])
    .orderBy('s.agency_id')
    .orderBy('s.person')
    .execute()
  return rows.map(({ agency_id: agencyId, person, device_id: deviceId, x, y, d }) => {
    return { agencyId, person, deviceId, key: { kty: 'EC', crv: 'P-256', x, y, d } }
  })
}

/** The newest day of which the sample's devices told anything; null: none. */
export async function newestSampleDay(store: Store): Promise<DayKey | null> {
  const row = await own(store)
    .selectFrom('sample_devices as s')
    .innerJoin('device_days as r', j =>
      j.onRef('r.agency_id', '=', 's.agency_id').onRef('r.device_id', '=', 's.device_id'),
    )
    .select(e => e.fn.max('r.day').as('day'))
    .executeTakeFirst()
  return row?.day ?? null
}

/** What each device of an agency told in a stretch of days. */
export const agencyDeviceDays = (store: Store, agency: string, from: DayKey, to: DayKey) =>
  store
    .selectFrom('device_days')
    .select(['device_id', 'day', 'platform', 'seconds'])
    .where('agency_id', '=', agency)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()

/** Has anybody enrolled here? */
export const isEmpty = async (store: Store): Promise<boolean> =>
  (await store.selectFrom('devices').select('device_id').limit(1).executeTakeFirst()) === undefined
