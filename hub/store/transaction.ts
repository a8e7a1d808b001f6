// One transaction. Both databases run it as if it were alone; PostgreSQL may ask for it once more.
import { setTimeout } from 'node:timers/promises'
import type { Store, Trx } from './schema.ts'

const TRIES = 12
const PAUSE_MS = 5

/** PostgreSQL: two transactions could not be put in an order, or waited for each other. Nothing was written. */
const ONCE_MORE: readonly string[] = ['40001', '40P01']

/** The code of a database's error: `SQLITE_BUSY`, `40001`, `ECONNREFUSED`; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** One process writes one thing after the other: only other processes can come in between. */
const turns = new WeakMap<Store, Promise<unknown>>()

/**
 * Runs `work` in one serializable transaction: all of it or nothing. `work` may run more than once.
 * @param more further codes after which it is tried again
 */
export function inTransaction<T>(
  store: Store,
  work: (step: Trx) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> {
  const before = turns.get(store) ?? Promise.resolve()
  const mine = before.then(() => tryStep(store, work, more))
  turns.set(
    store,
    mine.catch(() => undefined),
  )
  return mine
}

async function tryStep<T>(
  store: Store,
  work: (step: Trx) => Promise<T>,
  more: readonly string[],
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await store.transaction().setIsolationLevel('serializable').execute(work)
    } catch (error) {
      const code = codeOf(error)
      if (tried >= TRIES || !(ONCE_MORE.includes(code) || more.includes(code))) throw error
      await setTimeout(PAUSE_MS * tried)
    }
  }
}
