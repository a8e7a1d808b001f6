// Statements about many rows at once. Each is written once for a store and a number of rows; the values are bound each time.
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Step, Store } from './db.ts'

/** One row of values, in the order of the statement's columns: `column1`, `column2` … in both databases. */
export type Values = readonly (string | number)[]

/** SQLite binds at most 32 766 values in one statement. */
const MOST = 256

/** Asks about any number of rows. */
export type AskMany<R> = (store: Store | Step, rows: readonly Values[]) => Promise<readonly R[]>

/**
 * A statement over `(values …)`. Few sizes keep the statements prepared: what is missing to the next power of two
 * is filled up with rows whose first column is empty, and the rest `0`. No key is empty; a statement that writes says
 * `where column1 <> ''`. PostgreSQL takes the values for texts: what is none must be cast.
 * @param write the SQL for `rows`; every value in it comes from them, in their order
 */
export function many<R>(columns: number, write: (rows: RawBuilder<unknown>) => RawBuilder<R>): AskMany<R> {
  const nothing = ['', ...Array<string>(columns - 1).fill('0')]
  const kept = new WeakMap<object, Map<number, CompiledQuery<R>>>()
  const prepared = (store: Store | Step, rows: readonly Values[]): CompiledQuery<R> => {
    const { adapter } = store.getExecutor()
    const mine = kept.get(adapter) ?? new Map<number, CompiledQuery<R>>()
    const query = mine.get(rows.length) ?? write(listed(rows)).compile(store)
    kept.set(adapter, mine.set(rows.length, query))
    return query
  }
  return async (store, rows) => {
    const found: R[] = []
    for (let at = 0; at < rows.length; at += MOST) {
      const some = rows.slice(at, at + MOST)
      const size = 2 ** Math.ceil(Math.log2(some.length))
      const filled = [...some, ...Array<Values>(size - some.length).fill(nothing)]
      const asked = { ...prepared(store, filled), parameters: filled.flat() }
      found.push(...(await store.executeQuery<R>(asked)).rows)
    }
    return found
  }
}

const listed = (rows: readonly Values[]): RawBuilder<unknown> =>
  sql.join(rows.map(row => sql`(${sql.join(row)})`))
