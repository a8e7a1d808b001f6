// The people of an agency that has merged → its successor, all of them at once, with their browsers and their days.
import { sql } from 'kysely'
import type { Trx } from './schema.ts'

/** Parents before children: a browser refers to its person, a day to its browser. */
const MOVED = {
  members: ['member_id', 'unit_id', 'role', 'scope', 'enrolled_at'],
  devices: [
    'device_id',
    'member_id',
    'public_key',
    'enrolled_at',
    'consent_version',
    'consent_at',
    'last_report_at',
    'code_hash',
    'revoked_at',
  ],
  device_days: ['device_id', 'day', 'platform', 'member_id', 'seconds', 'seq'],
} as const

/** What these tables hold beside `agency_id`: a column that a later migration adds must be named here (a test asks). */
export const MOVED_COLUMNS: Readonly<Record<string, readonly string[]>> = MOVED

/** The agency that has ended, and the one that carries on. */
interface Merger {
  readonly from: string
  readonly to: string
}

/**
 * Puts everybody of one agency into another. Their credits there begin at nothing and as changed: the sums are to be
 * counted anew. What was released of the old agency stays with it.
 * @returns how many people
 */
export async function moveEverybody(
  step: Trx,
  { from, to }: Merger,
  campaigns: readonly string[],
  today: string,
): Promise<number> {
  const people = await step.selectFrom('members').select('member_id').where('agency_id', '=', from).execute()
  for (const campaign_id of campaigns) {
    for (const { member_id } of people) {
      const credit = { total: 0, contributes: 0, changed: 1, as_of_day: today }
      await step
        .insertInto('member_credits')
        .values({ agency_id: to, campaign_id, member_id, ...credit })
        .execute()
    }
  }
  for (const [table, columns] of Object.entries(MOVED)) await copy(step, table, columns, { from, to })
  for (const table of [
    'device_days',
    'devices',
    'members',
    'member_credits',
    'agency_scores',
    'cohort_members',
  ] as const)
    await step.deleteFrom(table).where('agency_id', '=', from).execute()
  await step.deleteFrom('codes').where('agency_id', '=', from).where('kind', '=', 'link').execute()
  const manages = step.updateTable('members').set({ scope: to })
  await manages.where('agency_id', '=', to).where('scope', '=', from).execute()
  return people.length
}

/** Units belong to the old agency: nobody has one in the new one. */
async function copy(
  step: Trx,
  table: string,
  columns: readonly string[],
  { from, to }: Merger,
): Promise<void> {
  const names = sql.join(['agency_id', ...columns].map(name => sql.ref(name)))
  const kept = columns.map(name => (name === 'unit_id' ? sql`null` : sql.ref(name)))
  const rows = sql`select ${sql.join([sql`${to}`, ...kept])} from ${sql.table(table)} where agency_id = ${from}`
  await sql`insert into ${sql.table(table)} (${names}) ${rows}`.execute(step)
}
