// Agencies in the database: seeded from the campaign files, kept up to date by the operator's import.
import type { Agency } from '../../shared/wire/campaign.ts'
import type { Step, Store } from './db.ts'
import { bump } from './marks.ts'
import type { AgencyRow } from './schema.ts'
import { inOneStep } from './step.ts'

const rowOf = (a: Agency): AgencyRow => ({
  agency_id: a.id,
  code: a.code,
  name_vi: a.name.vi,
  name_en: a.name.en,
  level: a.level,
  block: a.block,
  headcount: a.headcount,
})

const agencyOf = (row: AgencyRow): Agency => ({
  id: row.agency_id,
  code: row.code,
  name: { vi: row.name_vi, en: row.name_en },
  level: row.level,
  block: row.block,
  headcount: row.headcount,
})

/** All agencies, by id. */
export const listAgencies = async (store: Store | Step): Promise<readonly Agency[]> =>
  (await store.selectFrom('agencies').selectAll().execute()).map(agencyOf).sort(byId)

/** Not the database's order: PostgreSQL sorts by its own language. */
const byId = (a: Agency, b: Agency): number => (a.id < b.id ? -1 : 1)

export async function findAgency(store: Store | Step, id: string): Promise<Agency | null> {
  const row = await store.selectFrom('agencies').selectAll().where('agency_id', '=', id).executeTakeFirst()
  return row ? agencyOf(row) : null
}

/** Adds the agencies that are not there yet; what an operator imported stays as it is. */
export const addMissingAgencies = (store: Store, agencies: readonly Agency[]): Promise<void> =>
  inOneStep(store, async step => {
    let added = 0n
    for (const one of agencies) {
      const done = await step
        .insertInto('agencies')
        .values(rowOf(one))
        .onConflict(c => c.column('agency_id').doNothing())
        .executeTakeFirst()
      added += done.numInsertedOrUpdatedRows ?? 0n
    }
    if (added > 0n) await bump(step, 'agencies')
  })

/** Writes agencies, new and changed ones, all or none. */
export const putAgencies = (store: Store, agencies: readonly Agency[]): Promise<void> =>
  inOneStep(store, async step => {
    for (const one of agencies) {
      const { agency_id: _, ...rest } = rowOf(one)
      await step
        .insertInto('agencies')
        .values(rowOf(one))
        .onConflict(c => c.column('agency_id').doUpdateSet(rest))
        .execute()
    }
    await bump(step, 'agencies')
  })
