// Statements about many rows at once. Each is written once for a store; the values are bound each time.
import { type CompiledQuery, PostgresAdapter, type RawBuilder, sql } from 'kysely'
import type { Store, Trx } from './schema.ts'

/** One row of values, in the order of the statement's columns: `column1`, `column2` … in both databases. */
export type Values = readonly (string | number)[]

/** SQLite binds at most 32 766 values in one statement. */
const MOST = 256

/** Stands before such a statement: it is worth keeping prepared. */
export const KEPT = '/* kept */'

/** Asks about any number of rows. */
export type BulkQuery<R> = (store: Store | Trx, rows: readonly Values[]) => Promise<readonly R[]>

/** Rows as one statement takes them, and what is bound. */
interface Portion {
  /** Statements of one size have one text. */
  readonly size: number
  readonly parameters: readonly unknown[]
}

/**
 * A statement over rows. SQLite is given them one by one, filled up to the next power of two with rows whose first
 * column is empty and the rest `0`: few sizes keep the statements prepared. PostgreSQL is given an array for each
 * column. No key is empty; a statement that writes says `where column1 <> ''`. PostgreSQL takes the values for
 * texts: what is none must be cast.
 * @param write the SQL for `rows`, a query of its own that stands in brackets; every value in it comes from them
 */
export function bulkStatement<R>(
  columns: number,
  write: (rows: RawBuilder<unknown>) => RawBuilder<R>,
): BulkQuery<R> {
  const kept = new WeakMap<object, Map<number, CompiledQuery<R>>>()
  const encodings = { arrays: inArrays(columns), tuples: inTuples(columns) }
  return async (store, rows) => {
    const { adapter } = store.getExecutor()
    const { portion, written } = adapter instanceof PostgresAdapter ? encodings.arrays : encodings.tuples
    const mine = kept.get(adapter) ?? new Map<number, CompiledQuery<R>>()
    kept.set(adapter, mine)
    const found: R[] = []
    for (const { size, parameters } of portion(rows)) {
      const query = mine.get(size) ?? sql<R>`${sql.raw(KEPT)} ${write(written(size))}`.compile(store)
      mine.set(size, query)
      found.push(...(await store.executeQuery<R>({ ...query, parameters })).rows)
    }
    return found
  }
}

/** How rows reach a database: parted and bound, and as SQL. */
interface Encoding {
  readonly portion: (rows: readonly Values[]) => readonly Portion[]
  readonly written: (size: number) => RawBuilder<unknown>
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)

/** `values (?, ?), (?, ?)`; the parameters come later. */
function inTuples(columns: number): Encoding {
  const row = sql`(${sql.join(upTo(columns))})`
  const nothing: Values = ['', ...Array<string>(columns - 1).fill('0')]
  return {
    portion: rows =>
      upTo(Math.ceil(rows.length / MOST)).map(part => {
        const some = rows.slice(part * MOST, (part + 1) * MOST)
        const size = 2 ** Math.ceil(Math.log2(some.length))
        return { size, parameters: [...some, ...Array<Values>(size - some.length).fill(nothing)].flat() }
      }),
    written: size => sql`values ${sql.join(Array(size).fill(row))}`,
  }
}

/** `unnest($1, $2)`: one text for any number of rows. */
function inArrays(columns: number): Encoding {
  const arrays = sql.join(upTo(columns).map(i => sql`${i}::text[]`))
  const names = sql.join(upTo(columns).map(i => sql.ref(`column${i + 1}`)))
  return {
    portion: rows =>
      rows.length === 0
        ? []
        : [{ size: 1, parameters: upTo(columns).map(column => rows.map(row => row[column])) }],
    written: () => sql`select * from unnest(${arrays}) as w (${names})`,
  }
}
