// Statements about many rows at once. Each is written once for a store and a number of rows; the values are bound each time.
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Step, Store } from './db.ts'

type Value = string | number | null
/** One row of values, in the order of the statement's columns. */
export type Values = readonly Value[]

/** Few sizes keep the statements prepared; SQLite binds at most 32 766 values in one. */
const MOST = 256

/** Writes the SQL for `rows`; every value in it comes from them, in their order. */
type Write<R> = (rows: RawBuilder<unknown>) => RawBuilder<R>

/** How a statement is asked: about any number of rows, in pieces. */
export type AskMany<R> = (store: Store | Step, rows: readonly Values[]) => Promise<readonly R[]>

/** About rows that must each stand once: pieces of 256, 128 … 1. */
export const forEach = <R>(write: Write<R>): AskMany<R> => {
  const ask = prepared(write)
  return async (store, rows) => {
    const found: R[] = []
    for (let at = 0; at < rows.length; ) {
      const size = Math.min(MOST, 2 ** Math.floor(Math.log2(rows.length - at)))
      found.push(...(await ask(store, rows.slice(at, at + size))))
      at += size
    }
    return found
  }
}

/** What is found for any of some keys: the last piece is filled up with keys that nothing has. */
export const forAny = <R>(columns: number, write: Write<R>): AskMany<R> => {
  const ask = prepared(write)
  const nothing = Array<string>(columns).fill('')
  return async (store, keys) => {
    const found: R[] = []
    for (let at = 0; at < keys.length; at += MOST) {
      const some = keys.slice(at, at + MOST)
      const size = 2 ** Math.ceil(Math.log2(some.length))
      const filled = [...some, ...Array<Values>(size - some.length).fill(nothing)]
      found.push(...(await ask(store, filled)))
    }
    return found
  }
}

function prepared<R>(write: Write<R>): AskMany<R> {
  const kept = new WeakMap<object, Map<number, CompiledQuery<R>>>()
  return async (store, rows) => {
    const { adapter } = store.getExecutor()
    const mine = kept.get(adapter) ?? new Map<number, CompiledQuery<R>>()
    const query = mine.get(rows.length) ?? write(listed(rows)).compile(store)
    kept.set(adapter, mine.set(rows.length, query))
    return (await store.executeQuery<R>({ ...query, parameters: rows.flat() })).rows
  }
}

const listed = (rows: readonly Values[]): RawBuilder<unknown> =>
  sql.join(rows.map(row => sql`(${sql.join(row)})`))
