// Official results (766, DTI, targets of a plan): imported with source and date, never mixed into the score.

import { incrementCounter } from './change-counters.ts'
import type { ResultRow, Store } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** Writes results, new and changed ones, all or none. */
export const putResults = (store: Store, rows: readonly ResultRow[]): Promise<void> =>
  inTransaction(store, async step => {
    for (const row of rows) {
      const { value, unit, source, day } = row
      await step
        .insertInto('results')
        .values(row)
        .onConflict(c =>
          c.columns(['agency_id', 'target', 'period']).doUpdateSet({ value, unit, source, day }),
        )
        .execute()
    }
    await incrementCounter(step, 'results')
  })

/** By agency, target and period. */
export const listResults = async (store: Store): Promise<readonly ResultRow[]> =>
  (await store.selectFrom('results').selectAll().execute()).sort(byKey)

/** Not the database's order: PostgreSQL sorts by its own language. */
const byKey = (a: ResultRow, b: ResultRow): number =>
  order(a.agency_id, b.agency_id) || order(a.target, b.target) || order(a.period, b.period)

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
