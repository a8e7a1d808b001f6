// Brings a database to this version's schema: numbered, forward only, each in one transaction.
import { type Kysely, sql } from 'kysely'
import { first } from './migrations/0001-first.ts'
import { codeOfDevice } from './migrations/0002-code-of-device.ts'
import { results } from './migrations/0003-results.ts'
import { resultUnit } from './migrations/0004-result-unit.ts'
import { agencyHistory } from './migrations/0005-agency-history.ts'
import { summaryAndCorrections } from './migrations/0006-summary-and-corrections.ts'
import { widgets } from './migrations/0007-widgets.ts'
import { team } from './migrations/0008-team.ts'
import { revokedDevices } from './migrations/0009-revoked-devices.ts'
import { flagsAndMails } from './migrations/0010-flags-and-mails.ts'
import { lighterIndex } from './migrations/0011-lighter-index.ts'
import type { Tables } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** Statements by schema version; one that was released is never changed. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  first,
  codeOfDevice,
  results,
  resultUnit,
  agencyHistory,
  summaryAndCorrections,
  widgets,
  team,
  revokedDevices,
  flagsAndMails,
  lighterIndex,
]

const VERSIONS = 'create table if not exists migrations (version integer not null primary key)'

/** The schema that this version of the hub speaks. */
export const SCHEMA_VERSION = MIGRATIONS.length

/**
 * Runs what is missing; returns how many migrations ran. Throws where the database is newer than this hub.
 * @param to an older schema, for a test that begins there
 */
export async function migrate(db: Kysely<Tables>, to = SCHEMA_VERSION): Promise<number> {
  await inTransaction(db, step => sql.raw(VERSIONS).execute(step), MADE_ALREADY)
  const done = await schemaVersion(db)
  if (done > SCHEMA_VERSION) {
    throw new Error(`the database has schema ${done}, this hub knows ${SCHEMA_VERSION}: update the hub`)
  }
  for (let version = done + 1; version <= to; version += 1) {
    await run(db, version, MIGRATIONS[version - 1] ?? [])
  }
  return to - done
}

/** The number of the newest migration in a database; 0 for an empty table of migrations. */
export async function schemaVersion(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{
    version: number | null
  }>`select max(version) as version from migrations`.execute(db)
  return rows[0]?.version ?? 0
}

/** PostgreSQL: another process has just made the same row or table. */
const MADE_ALREADY: readonly string[] = ['23505', '42P07', '42710']

const run = (db: Kysely<Tables>, version: number, statements: readonly string[]): Promise<void> =>
  inTransaction(
    db,
    async step => {
      if ((await schemaVersion(step)) >= version) return // another process was quicker
      await sql`insert into migrations (version) values (${version})`.execute(step)
      for (const statement of statements) await sql.raw(statement).execute(step)
    },
    MADE_ALREADY,
  )
