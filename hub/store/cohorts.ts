// The frozen memberships of team tables, and the units inside agencies.
import type { WeekKey } from '../../shared/core/day.ts'
import type { BothLanguages } from '../../shared/wire/parse.ts'
import type { Store, Trx, UnitRow } from './schema.ts'

const ROWS_AT_ONCE = 100

/** The membership as it was frozen. */
export interface Cohort {
  /** The week on whose Sunday it was frozen. */
  readonly since: WeekKey
  /** How many it had then; who erased their data since is gone from `members`. */
  readonly enrolled: number
  /** The same by unit; '' for those who named none. */
  readonly sizes: ReadonlyMap<string, number>
  /** Of those who erased their data since, how many had sent something: a number that falls would tell of them. */
  readonly goneReported: number
  readonly members: readonly CohortMember[]
}

export interface CohortMember {
  readonly member: string
  readonly unit: string | null
  /** Ever sent a day total. */
  readonly reported: boolean
}

/** The membership that an agency's team tables count; null where none was frozen yet. */
export async function cohortOf(store: Store | Trx, agency: string): Promise<Cohort | null> {
  const row = await store.selectFrom('cohorts').selectAll().where('agency_id', '=', agency).executeTakeFirst()
  if (!row) return null
  const members = await store
    .selectFrom('cohort_members')
    .selectAll()
    .where('agency_id', '=', agency)
    .execute()
  const units = await store.selectFrom('cohort_units').selectAll().where('agency_id', '=', agency).execute()
  return {
    since: row.since_week,
    enrolled: row.enrolled,
    sizes: new Map(units.map(one => [one.unit_id, one.enrolled])),
    goneReported: row.gone_reported,
    members: members.map(({ member_id, unit_id, reported }) => {
      return { member: member_id, unit: unit_id, reported: reported === 1 }
    }),
  }
}

/** Keeps a membership in the place of the one before. */
export async function putCohort(step: Trx, agency: string, cohort: Cohort): Promise<void> {
  if (cohort.enrolled === 0) return
  const row = { since_week: cohort.since, enrolled: cohort.enrolled, gone_reported: cohort.goneReported }
  await step
    .insertInto('cohorts')
    .values({ agency_id: agency, ...row })
    .onConflict(c => c.column('agency_id').doUpdateSet(row))
    .execute()
  for (const table of ['cohort_members', 'cohort_units'] as const)
    await step.deleteFrom(table).where('agency_id', '=', agency).execute()
  const sizes = [...cohort.sizes].map(([unit_id, enrolled]) => ({ agency_id: agency, unit_id, enrolled }))
  if (sizes.length > 0) await step.insertInto('cohort_units').values(sizes).execute()
  const rows = cohort.members.map(one => rowOf(agency, one))
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await step
      .insertInto('cohort_members')
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .execute()
  }
}

const rowOf = (agency: string, { member, unit, reported }: CohortMember) => {
  return { agency_id: agency, member_id: member, unit_id: unit, reported: reported ? 1 : 0 }
}

/** The unit in which the frozen membership counts a person; null where it counts them in none, or not at all. */
export async function countedIn(store: Store, agency: string, member: string): Promise<string | null> {
  const row = await store
    .selectFrom('cohort_members')
    .select('unit_id')
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row?.unit_id ?? null
}

/** The units that codes of an agency have named, by id. */
export async function unitsOf(
  store: Store | Trx,
  agency: string,
): Promise<ReadonlyMap<string, BothLanguages>> {
  const rows = await store
    .selectFrom('units')
    .selectAll()
    .where('agency_id', '=', agency)
    .orderBy('unit_id')
    .execute()
  return new Map(rows.map(row => [row.unit_id, { vi: row.name_vi, en: row.name_en }]))
}

/** Adds a unit of an agency, or gives it other names. */
export const putUnit = (store: Store | Trx, row: UnitRow): Promise<unknown> =>
  store
    .insertInto('units')
    .values(row)
    .onConflict(c =>
      c.columns(['agency_id', 'unit_id']).doUpdateSet({ name_vi: row.name_vi, name_en: row.name_en }),
    )
    .execute()

/** People invited into an agency before an instant; null where an older code did not keep it. */
export async function invitedBy(store: Store | Trx, agency: string, before: number): Promise<number | null> {
  const rows = await store
    .selectFrom('codes')
    .select('uses')
    .where('agency_id', '=', agency)
    .where('kind', '=', 'invite')
    .where('created_at', '<', before)
    .execute()
  return rows.some(row => row.uses === null) ? null : rows.reduce((sum, row) => sum + (row.uses ?? 0), 0)
}

/** Erases a person from the frozen membership. What it was in number stays: it was told. */
export async function takeOutOfCohort(step: Trx, agency: string, member: string): Promise<void> {
  const row = await step
    .selectFrom('cohort_members')
    .select('reported')
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .executeTakeFirst()
  if (!row) return
  await step
    .updateTable('cohorts')
    .set(e => ({ gone_reported: e('gone_reported', '+', row.reported) }))
    .where('agency_id', '=', agency)
    .execute()
  await step
    .deleteFrom('cohort_members')
    .where('agency_id', '=', agency)
    .where('member_id', '=', member)
    .execute()
}
