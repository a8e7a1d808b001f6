// The mark of sample data: a property of the database, whoever opens it.
import type { DayKey } from '../../shared/core/day.ts'
import { ownTables } from './own-tables.ts'
import type { Store } from './schema.ts'

/** The one row of the table `sample`. */
export type SampleRow = {
  /** The Monday on which the sample's history begins. */
  readonly begins: DayKey
}

/** When the sample begins; null where the database is not a sample. */
export async function sampleBegins(store: Store): Promise<DayKey | null> {
  if (!(await ownTables(store)).some(table => table.name === 'sample')) return null
  return (
    (await store.withTables<{ sample: SampleRow }>().selectFrom('sample').select('begins').executeTakeFirst())
      ?.begins ?? null
  )
}
