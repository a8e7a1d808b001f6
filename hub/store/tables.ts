// Every table with its key, parents before children: what a backup holds, in the order in which it is restored.
import { sql } from 'kysely'
import type { Store, Tables, Trx } from './schema.ts'

export type TableName = keyof Tables

/** A row as it stands in a backup. */
export type PlainRow = Readonly<Record<string, string | number | null>>

/** Typed by the schema: a table that is forgotten here does not compile. */
const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  agencies: ['agency_id'],
  headcounts: ['agency_id', 'valid_from'],
  agency_predecessors: ['agency_id', 'predecessor_id'],
  units: ['agency_id', 'unit_id'],
  codes: ['agency_id', 'code_hash'],
  members: ['agency_id', 'member_id'],
  devices: ['agency_id', 'device_id'],
  device_days: ['agency_id', 'device_id', 'day', 'platform'],
  member_credits: ['agency_id', 'campaign_id', 'member_id'],
  agency_scores: ['agency_id', 'campaign_id'],
  releases: ['release'],
  released_scores: ['agency_id', 'campaign_id'],
  weekly_finals: ['agency_id', 'campaign_id', 'week'],
  weekly_means: ['campaign_id', 'level', 'week'],
  corrections: ['agency_id', 'campaign_id', 'week', 'release'],
  campaign_finals: ['agency_id', 'campaign_id'],
  released_team: ['agency_id', 'campaign_id', 'week'],
  cohorts: ['agency_id'],
  cohort_units: ['agency_id', 'unit_id'],
  cohort_members: ['agency_id', 'member_id'],
  released_flags: ['scope', 'campaign_id', 'week'],
  digest_mails: ['agency_id', 'week', 'office_hash'],
  notes: ['agency_id', 'note_id'],
  views: ['agency_id', 'view_id'],
  results: ['agency_id', 'target', 'period'],
  scripts: ['version'],
  sightings: ['host', 'kind', 'version'],
  marks: ['name'],
}

/** True for the name of one of the hub’s own tables. */
export const isTableName = (name: string): name is TableName => Object.hasOwn(KEYS, name)

export const TABLES: readonly TableName[] = Object.keys(KEYS).filter(isTableName)

const PAGE = 1000
const ROWS_AT_ONCE = 100

/** All rows of a table, page by page in the order of its key. */
export async function* rowsOf(store: Store | Trx, table: TableName): AsyncGenerator<PlainRow> {
  const keys = KEYS[table]
  const columns = sql.join(keys.map(key => sql.ref(key)))
  let last: PlainRow | undefined
  do {
    const after = last ? sql`where (${columns}) > (${sql.join(keys.map(key => last?.[key]))})` : sql``
    const page = sql<PlainRow>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${PAGE}`
    const { rows } = await page.execute(store)
    yield* rows
    last = rows.length === PAGE ? rows.at(-1) : undefined
  } while (last)
}

/** Writes rows of one table; all have the same columns. */
export async function putRows(step: Trx, table: TableName, rows: readonly PlainRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const names = sql.join(columns.map(name => sql.ref(name)))
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    const lines = rows
      .slice(i, i + ROWS_AT_ONCE)
      .map(row => sql`(${sql.join(columns.map(name => row[name] ?? null))})`)
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(lines)}`.execute(step)
  }
}

/** The first table that holds anything. */
export async function firstFilled(store: Store | Trx): Promise<TableName | null> {
  for (const table of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(store)
    if (rows.length > 0) return table
  }
  return null
}
