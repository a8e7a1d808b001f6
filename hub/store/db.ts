// The database. SQLite through better-sqlite3: acknowledged means on the disk (WAL, synchronous=FULL).
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './schema.ts'

/** The hub's store: handed to every function of this folder. */
export type Store = Kysely<Tables>
/** The store inside a transaction. */
export type Step = Transaction<Tables>

const BUSY_TIMEOUT_MS = 5000
const STATEMENTS_KEPT = 500

/** `sqlite:PATH` → path; `:memory:` stays. */
export const pathOf = (databaseUrl: string): string => {
  const path = databaseUrl.replace(/^sqlite:(\/\/)?/, '')
  return path === ':memory:' ? path : resolve(path)
}

/**
 * Opens (and creates) the database and brings it to this version's schema.
 * @returns `unavailable` with one sentence for the operator where it cannot be used
 */
export async function openStore(databaseUrl: string): Promise<Result<Store, 'unavailable'>> {
  const path = pathOf(databaseUrl)
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    refuseReadOnly(path)
    const store = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite(path) }) })
    await migrate(store)
    return ok(store)
  } catch (error) {
    return fail('unavailable', `DATABASE_URL: ${path} cannot be used: ${reason(error)}`)
  }
}

/** A file without any write bit was closed on purpose; the superuser would write to it all the same. */
function refuseReadOnly(path: string): void {
  if (!existsSync(path)) return
  if ((statSync(path).mode & 0o222) === 0) throw new Error('the file is read-only')
  accessSync(path, constants.R_OK | constants.W_OK)
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = error instanceof Error ? error.message : String(error)
  if (/READONLY|EACCES|EROFS|EPERM/.test(code) || said.includes('read-only')) {
    return "it is read-only; give the hub's user write permission on the file and its folder"
  }
  if (/NOTADB/.test(code)) return 'it is not an SQLite database; choose another path'
  if (/BUSY|LOCKED/.test(code)) return 'another program holds it locked; stop that program first'
  return said
}

/** better-sqlite3 as Kysely wants it, with two habits of ours. */
function sqlite(path: string) {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL') // the WAL default, NORMAL, may lose acknowledged reports in a power cut
  db.pragma('foreign_keys = ON')
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  const kept = new Map<string, Database.Statement>()
  return {
    close: () => {
      db.close()
    },
    prepare: (text: string) => {
      // Every transaction of ours writes: taking the lock at once waits for another process instead of failing half-way.
      const statement = kept.get(text) ?? db.prepare(text === 'begin' ? 'begin immediate' : text)
      if (kept.size >= STATEMENTS_KEPT) kept.clear()
      kept.set(text, statement)
      return statement
    },
  }
}
