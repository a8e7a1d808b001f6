// SQLite through better-sqlite3: acknowledged means on the disk (WAL, synchronous=FULL), and one hub serves a file.
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { SqliteDialect } from 'kysely'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { codeOf } from './transaction.ts'

const BUSY_TIMEOUT_MS = 5000
const STATEMENTS_KEPT = 500

/** `sqlite:PATH` → path; `:memory:` stays. */
export const pathOf = (databaseUrl: string): string => {
  const path = databaseUrl.replace(/^sqlite:(\/\/)?/, '')
  return path === ':memory:' ? path : resolve(path)
}

/** Opens, and creates, the file. Throws where it cannot be used. */
export function sqliteDialect(path: string): SqliteDialect {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  refuseReadOnly(path)
  return new SqliteDialect({ database: sqlite(path) })
}

/** Reads beside a hub that writes: a plain `begin` takes no lock. */
export const sqliteReader = (path: string): SqliteDialect =>
  new SqliteDialect({ database: new Database(path, { readonly: true }) })

/** A file without any write bit was closed on purpose; the superuser would write to it all the same. */
function refuseReadOnly(path: string): void {
  if (!existsSync(path)) return
  if ((statSync(path).mode & 0o222) === 0) throw new Error('the file is read-only')
  accessSync(path, constants.R_OK | constants.W_OK)
}

/** What is wrong with an SQLite file and what to do, in one sentence for an operator. */
export function sqliteReason(error: unknown): string {
  const code = codeOf(error)
  const said = error instanceof Error ? error.message : String(error)
  if (/READONLY|EACCES|EROFS|EPERM/.test(code) || said.includes('read-only')) {
    return "it is read-only; give the hub's user write permission on the file and its folder"
  }
  if (/NOTADB/.test(code)) return 'it is not an SQLite database; choose another path'
  if (/BUSY|LOCKED/.test(code)) return 'another program holds it locked; stop that program first'
  return said
}

/** True for the codes of a database that cannot be read or written now; anything else is a bug. */
export const isSqliteDown = (code: string): boolean =>
  /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED)/.test(code)

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

/**
 * Takes the right to serve a file: a second hub on it would score every report twice over. The operating system
 * gives the right back when the process ends, however it ends. Commands beside a serving hub need no right.
 * @returns what gives it back
 */
export function lockSqlite(path: string): Result<() => void, 'unavailable'> {
  if (path === ':memory:') return ok(() => undefined)
  const lock = new Database(`${path}.serving`)
  try {
    lock.pragma('busy_timeout = 0')
    lock.pragma('journal_mode = DELETE')
    lock.exec('begin exclusive')
    return ok(() => {
      lock.close()
    })
  } catch (error) {
    lock.close()
    const why = /BUSY|LOCKED/.test(codeOf(error))
      ? 'another hub serves it; stop that hub first'
      : String(error)
    return fail('unavailable', `DATABASE_URL: ${path}: ${why}`)
  }
}
