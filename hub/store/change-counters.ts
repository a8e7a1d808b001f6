// Counters by which a serving hub notices what another process wrote (LISTEN/NOTIFY is not portable).
import type { Store, Trx } from './schema.ts'

/** Adds one to a named counter inside a transaction; a counter that was never there begins at 1. */
export const incrementCounter = (step: Trx, name: string): Promise<unknown> =>
  step
    .insertInto('marks')
    .values({ name, value: 1 })
    .onConflict(c => c.column('name').doUpdateSet(e => ({ value: e('marks.value', '+', 1) })))
    .execute()

/** Changes whenever a board drawn from this store would change. */
export async function boardVersion(store: Store): Promise<string> {
  const newest = await store
    .selectFrom('releases')
    .select(e => e.fn.max('release').as('release'))
    .executeTakeFirst()
  const marks = await store
    .selectFrom('marks')
    .select(e => e.fn.sum<number>('value').as('written'))
    .executeTakeFirst()
  return `${newest?.release ?? 0}.${Number(marks?.written ?? 0)}`
}
