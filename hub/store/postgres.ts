// PostgreSQL through pg: the same questions, the same answers; numbers come back as numbers.
import { hash } from 'node:crypto'
import { PostgresDialect, type PostgresPool } from 'kysely'
import { Pool, types } from 'pg'
import { KEPT } from './bulk-statement.ts'
import { codeOf } from './transaction.ts'

/** The oldest version that is tried. */
const OLDEST = 150_000
const CONNECTIONS = 10
const CONNECT_WITHIN_MS = 10_000
/** bigint and numeric: instants and sums, all far below 2^53. */
const NUMBERS: readonly number[] = [20, 1700]

/** Host, port and database, without the password. */
export function postgresName(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl)
    return `PostgreSQL ${host}${pathname}`
  } catch {
    return 'PostgreSQL'
  }
}

/** Connects. Throws where the server is too old, or not there. */
export async function postgresDialect(databaseUrl: string): Promise<PostgresDialect> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'nhipso',
    types: {
      getTypeParser: (oid, format) => (NUMBERS.includes(oid) ? Number : types.getTypeParser(oid, format)),
    },
  })
  pool.on('error', () => undefined) // an idle connection broke: the next question opens another
  // One that is in use broke: its question fails by itself, and without a listener the whole process would end.
  pool.on('connect', client => client.on('error', () => undefined))
  try {
    await refuseOld(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return new PostgresDialect({ pool: prepared(pool) })
}

/** A statement that has a name is parsed once for each connection. */
function prepared(pool: Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? hash('sha1', text)
    names.set(text, name)
    return name
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const query = (text: string, values: unknown[]) =>
        client.query(text.startsWith(KEPT) ? { name: nameOf(text), text, values } : { text, values })
      return Object.create(client, { query: { value: query } })
    },
  }
}

async function refuseOld(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  )
  if (Number(rows[0]?.version) < OLDEST) throw new Error('it is older than version 15; upgrade it')
}

/** What is wrong with a PostgreSQL database and what to do, in one sentence for an operator. */
export function postgresReason(error: unknown): string {
  const code = codeOf(error)
  if (/^E[A-Z]+$/.test(code)) return `it does not answer (${code}); start it, or set another address`
  if (code === '28P01' || code === '28000') return 'it refused the user or the password'
  if (code === '3D000') return 'there is no such database; create it with createdb'
  if (code === '42501') return 'the user may not create tables; make it the owner of the database'
  return error instanceof Error ? error.message : String(error)
}

/** Errors of the connection and of the server itself, not of a question. */
export const isPostgresDown = (error: unknown): boolean =>
  /^(?:08|53|57|58|25006|E[A-Z]{4,})/.test(codeOf(error)) || brokeOff(error)

/** pg gives such faults no code. */
const brokeOff = (error: unknown): boolean =>
  error instanceof Error &&
  /^Connection terminated|connection error and is not queryable|^timeout exceeded when trying to connect/.test(
    error.message,
  )
