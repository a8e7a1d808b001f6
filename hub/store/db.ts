// The database: SQLite by default, PostgreSQL by DATABASE_URL. Every other file of this folder is the same on both.
import { Kysely } from 'kysely'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { migrate } from './migrate.ts'
import { isPostgresDown, postgresDialect, postgresName, postgresReason } from './postgres.ts'
import type { Store, Tables } from './schema.ts'
import { isSqliteDown, lockSqlite, pathOf, sqliteDialect, sqliteReader, sqliteReason } from './sqlite.ts'
import { codeOf } from './transaction.ts'

/** True for the address of a PostgreSQL database; anything else is SQLite. */
export const isPostgres = (databaseUrl: string): boolean => /^postgres(ql)?:/.test(databaseUrl)

/** The database as it may be told: never with a password. */
export const nameOf = (databaseUrl: string): string =>
  isPostgres(databaseUrl) ? postgresName(databaseUrl) : pathOf(databaseUrl)

/** Faults of the disk, the file or the server: whatever is asked next fails too. */
export const isStoreDown = (error: unknown): boolean => isPostgresDown(error) || isSqliteDown(codeOf(error))

/**
 * Opens the database (SQLite: creates it) and brings it to this version's schema.
 * @returns `unavailable` with one sentence for the operator where it cannot be used
 */
export async function openStore(databaseUrl: string): Promise<Result<Store, 'unavailable'>> {
  const postgres = isPostgres(databaseUrl)
  try {
    const dialect = postgres ? await postgresDialect(databaseUrl) : sqliteDialect(pathOf(databaseUrl))
    const store = new Kysely<Tables>({ dialect })
    try {
      await migrate(store)
    } catch (error) {
      await store.destroy()
      throw error
    }
    return ok(store)
  } catch (error) {
    const why = postgres ? postgresReason(error) : sqliteReason(error)
    return fail('unavailable', `DATABASE_URL: ${nameOf(databaseUrl)} cannot be used: ${why}`)
  }
}

/** The database to be read only, without keeping anybody from writing: a transaction in it sees one moment. */
export async function openSnapshot(databaseUrl: string): Promise<Result<Store, 'unavailable'>> {
  const ready = await openStore(databaseUrl)
  if (!ready.ok || isPostgres(databaseUrl)) return ready
  await ready.value.destroy()
  return ok(new Kysely<Tables>({ dialect: sqliteReader(pathOf(databaseUrl)) }))
}

/** Takes the right to serve; several hubs may serve one PostgreSQL, only one an SQLite file. */
export const lockStore = (databaseUrl: string): Result<() => void, 'unavailable'> =>
  isPostgres(databaseUrl) ? ok(() => undefined) : lockSqlite(pathOf(databaseUrl))
