// Official results (766, DTI, targets of a plan): imported with source and date, never mixed into the score.
import type { Store } from './db.ts'
import type { ResultRow } from './schema.ts'
import { inOneStep } from './step.ts'

/** Writes results, new and changed ones, all or none. */
export const putResults = (store: Store, rows: readonly ResultRow[]): Promise<void> =>
  inOneStep(store, async step => {
    for (const row of rows) {
      const { value, source, day } = row
      await step
        .insertInto('results')
        .values(row)
        .onConflict(c => c.columns(['agency_id', 'target', 'period']).doUpdateSet({ value, source, day }))
        .execute()
    }
  })

export const listResults = (store: Store): Promise<readonly ResultRow[]> =>
  store.selectFrom('results').selectAll().orderBy('agency_id').orderBy('target').orderBy('period').execute()
