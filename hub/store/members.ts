// People and their browsers: joining, being recognised, being erased.

import { sql } from 'kysely'
import type { Level } from '../../shared/wire/campaign.ts'
import { bulkStatement } from './bulk-statement.ts'
import { takeOutOfCohort } from './cohorts.ts'
import type { DeviceRow, MemberRow, Store, Trx } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** A browser and whose it is: what a proven signature leads to. */
export interface KnownDevice {
  readonly agencyId: string
  readonly deviceId: string
  readonly memberId: string
  readonly publicKey: string
  readonly role: MemberRow['role']
  readonly scope: string
}

/** Those of some browsers that may sign: known and not shut out. Rows: device. */
export const findDevices = bulkStatement<KnownDevice>(
  1,
  rows => sql`
    with wanted (device_id) as (${rows})
    select d.agency_id as ${sql.ref('agencyId')}, d.device_id as ${sql.ref('deviceId')},
      d.member_id as ${sql.ref('memberId')}, d.public_key as ${sql.ref('publicKey')}, m.role, m.scope
    from wanted w
    cross join devices d
    join members m on m.agency_id = d.agency_id and m.member_id = d.member_id
    where d.device_id = w.device_id and d.revoked_at is null`,
)

/**
 * Notes that some browsers have reported, of those that are still there and not shut out, and tells the level of
 * their agency. Rows: agency, device, epoch ms.
 */
export const reported = bulkStatement<{ readonly device: string; readonly level: Level }>(
  3,
  rows => sql`
    update devices set last_report_at = cast(w.column3 as bigint) from (${rows}) as w
    where devices.agency_id = w.column1 and devices.device_id = w.column2 and devices.revoked_at is null
    returning devices.device_id as device,
      (select a.level from agencies a where a.agency_id = devices.agency_id) as level`,
)

/** The browser that has this key. */
export const deviceByKey = (store: Store | Trx, publicKey: string): Promise<DeviceRow | undefined> =>
  store.selectFrom('devices').selectAll().where('public_key', '=', publicKey).executeTakeFirst()

/** Adds a person of an agency, known by a random id alone. */
export const addMember = (step: Trx, row: MemberRow): Promise<unknown> =>
  step.insertInto('members').values(row).execute()

/** Adds a browser of a member, with its public key. */
export const addDevice = (step: Trx, row: DeviceRow): Promise<unknown> =>
  step.insertInto('devices').values(row).execute()

/** A member of an agency; undefined where there is none. */
export const memberById = (store: Store | Trx, agency: string, member: string) =>
  store
    .selectFrom('members')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .executeTakeFirst()

/** The browsers of one member. */
export const devicesOf = (store: Store, agency: string, member: string) =>
  store
    .selectFrom('devices')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .orderBy('enrolled_at')
    .execute()

/** The person names no unit any more. The frozen membership keeps the old one until it is frozen anew. */
export const leaveUnit = (store: Store, agency: string, member: string): Promise<unknown> =>
  store
    .updateTable('members')
    .set({ unit_id: null })
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .execute()

/** When each person of an agency joined, and into which unit. */
export const enrolments = (store: Store | Trx, agency: string) =>
  store
    .selectFrom('members')
    .select(['member_id', 'unit_id', 'enrolled_at'])
    .where('agency_id', '=', agency)
    .execute()

/** How many people of an agency have joined. Not released as it is. */
export async function countMembers(store: Store | Trx, agency: string): Promise<number> {
  const row = await store
    .selectFrom('members')
    .select(e => e.fn.countAll<number>().as('people'))
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  return Number(row?.people ?? 0)
}

/** The first enrolment anywhere, or null: before it there was nothing to release. */
export async function firstEnrolment(store: Store): Promise<number | null> {
  const row = await store
    .selectFrom('members')
    .select(e => e.fn.min('enrolled_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

/**
 * Erases a person: every browser, day total, credit and link code. What was already released are sums
 * of many and stays. Returns how many browsers were erased.
 */
export const eraseMember = (store: Store, agency: string, member: string): Promise<number> =>
  inTransaction(store, async step => {
    await takeOutOfScores(step, agency, member)
    await takeOutOfCohort(step, agency, member)
    for (const table of ['member_credits', 'device_days', 'codes'] as const) {
      await step.deleteFrom(table).where('agency_id', '=', agency).where('member_id', '=', member).execute()
    }
    const devices = await step
      .deleteFrom('devices')
      .where('agency_id', '=', agency)
      .where('member_id', '=', member)
      .executeTakeFirst()
    await step.deleteFrom('members').where('agency_id', '=', agency).where('member_id', '=', member).execute()
    return Number(devices.numDeletedRows)
  })

async function takeOutOfScores(step: Trx, agency: string, member: string): Promise<void> {
  const credits = await step
    .selectFrom('member_credits')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .execute()
  for (const credit of credits) {
    await step
      .updateTable('agency_scores')
      .set(e => ({
        credit_sum: e('credit_sum', '-', credit.total),
        contributors: e('contributors', '-', credit.contributes),
        changed_members: e('changed_members', '-', credit.changed),
      }))
      .where('agency_id', '=', agency)
      .where('campaign_id', '=', credit.campaign_id)
      .execute()
  }
}
