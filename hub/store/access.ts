// What may be taken away or changed about access: browsers shut out, roles set, keys replaced.
import type { Role } from '../../shared/wire/enrolment.ts'
import { deviceByKey, type KnownDevice } from './members.ts'
import type { DeviceRow, MemberRow, Store, Trx } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** The browser of this id, shut out or not. */
export const deviceById = (store: Store | Trx, deviceId: string): Promise<DeviceRow | undefined> =>
  store.selectFrom('devices').selectAll().where('device_id', '=', deviceId).executeTakeFirst()

/**
 * Shuts out one browser, or every browser of its person; link codes that it may have made die with it. What was
 * reported stays. Returns how many browsers were shut out.
 */
export const revokeDevices = (store: Store, device: DeviceRow, all: boolean, now: number): Promise<number> =>
  inTransaction(store, async step => {
    await step
      .updateTable('codes')
      .set({ revoked_at: now })
      .where('agency_id', '=', device.agency_id)
      .where('member_id', '=', device.member_id)
      .where('revoked_at', 'is', null)
      .execute()
    const theirs = step
      .updateTable('devices')
      .set({ revoked_at: now })
      .where('agency_id', '=', device.agency_id)
      .where('member_id', '=', device.member_id)
      .where('revoked_at', 'is', null)
    const chosen = all ? theirs : theirs.where('device_id', '=', device.device_id)
    return Number((await chosen.executeTakeFirst()).numUpdatedRows)
  })

/** Gives the person behind a browser another role; in force from their next request on. */
export const setRole = (store: Store, device: DeviceRow, role: Role, scope: string): Promise<unknown> =>
  store
    .updateTable('members')
    .set({ role, scope })
    .where('agency_id', '=', device.agency_id)
    .where('member_id', '=', device.member_id)
    .execute()

/** Browsers of everybody who may see team tables. */
export const privileged = (
  store: Store,
): Promise<
  readonly Pick<MemberRow & DeviceRow, 'agency_id' | 'device_id' | 'role' | 'scope' | 'revoked_at'>[]
> =>
  store
    .selectFrom('members as m')
    .innerJoin('devices as d', j =>
      j.onRef('d.agency_id', '=', 'm.agency_id').onRef('d.member_id', '=', 'm.member_id'),
    )
    .select(['m.agency_id', 'd.device_id', 'm.role', 'm.scope', 'd.revoked_at'])
    .where('m.role', '!=', 'member')
    .orderBy('m.agency_id')
    .orderBy('d.device_id')
    .execute()

/** From here on the browser signs with another key. `in-use`: the key is another browser's; `gone`: it is not there any more. */
export const replaceKey = (
  store: Store,
  device: KnownDevice,
  publicKey: string,
): Promise<'replaced' | 'in-use' | 'gone'> =>
  inTransaction(store, async step => {
    const there = await deviceByKey(step, publicKey)
    if (there) return there.device_id === device.deviceId ? 'replaced' : 'in-use'
    const done = await step
      .updateTable('devices')
      .set({ public_key: publicKey })
      .where('agency_id', '=', device.agencyId)
      .where('device_id', '=', device.deviceId)
      .where('public_key', '=', device.publicKey)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    return done.numUpdatedRows > 0n ? 'replaced' : 'gone'
  })
