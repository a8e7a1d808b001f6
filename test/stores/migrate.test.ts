// Upgrades: a database of every version, filled in all its tables, on both kinds, goes on with everything that it held.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ColumnMetadata, Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { isPostgres } from '../../hub/store/db.ts'
import { migrate, SCHEMA_VERSION, schemaVersion } from '../../hub/store/migrate.ts'
import { postgresDialect } from '../../hub/store/postgres.ts'
import type { Tables } from '../../hub/store/schema.ts'
import { pathOf, sqliteDialect } from '../../hub/store/sqlite.ts'
import { TABLES } from '../../hub/store/tables.ts'
import { tryHub } from '../fixtures/hub.ts'
import { emptyDatabase, KINDS } from './empty.ts'

let dir: string
const undo: (() => Promise<unknown>)[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-upgrade-'))
})
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
  rmSync(dir, { recursive: true, force: true })
})

const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, i) => i + 1)

const open = async (url: string): Promise<Kysely<Tables>> =>
  new Kysely<Tables>({ dialect: isPostgres(url) ? await postgresDialect(url) : sqliteDialect(pathOf(url)) })

/** What a column may hold, where not just anything does. */
const MEANING: Readonly<Record<string, string | number>> = {
  agency_id: 'so-noi-vu',
  predecessor_id: 'so-y-te',
  campaign_id: 'thu',
  member_id: 'm',
  device_id: 'd',
  level: 'province',
  block: 'so-ban-nganh',
  kind: 'weekly',
  role: 'member',
  state: 'ranked',
  tier: 'kha',
  day: '2026-10-28',
  as_of_day: '2026-10-28',
  valid_from: '2026-01-01',
  valid_to: '2030-12-31',
  week: '2026-W44',
  platform: 'vbdh',
  score: 700,
  cells: JSON.stringify({
    week: '2026-W44',
    headcount: 20,
    enrolled: { told: true, value: 15 },
    enrolledShare: { told: true, value: 7500 },
    activeShare: { told: true, value: 6000 },
  }),
}

const sample = ({ name, dataType }: ColumnMetadata): string | number =>
  MEANING[name] ?? (/int/i.test(dataType) ? 1 : name)

/** A row in each table, in the columns that this version had. */
async function fill(db: Kysely<Tables>, url: string): Promise<ReadonlyMap<string, object>> {
  // PostgreSQL tells the tables of every schema, of other tests too.
  const own = /search_path=(\w+)/.exec(decodeURIComponent(url))?.[1]
  const there = (await db.introspection.getTables()).filter(table => table.schema === own)
  const rows = new Map<string, object>()
  for (const name of TABLES) {
    const columns = there.find(table => table.name === name)?.columns
    if (!columns) continue
    const row = Object.fromEntries(columns.map(column => [column.name, sample(column)]))
    const names = sql.join(columns.map(column => sql.ref(column.name)))
    await sql`insert into ${sql.table(name)} (${names}) values (${sql.join(Object.values(row))})`.execute(db)
    rows.set(name, row)
  }
  return rows
}

describe.each(KINDS)('%s', kind => {
  it.each(VERSIONS)('of schema %i is upgraded with all that it holds, and the hub goes on', async version => {
    const url = await emptyDatabase(kind, dir, undo)
    const old = await open(url)
    await migrate(old, version)
    expect(await schemaVersion(old)).toBe(version)
    const held = await fill(old, url)
    expect(held.size).toBeGreaterThanOrEqual(14)
    await old.destroy()

    // The row is made up: that its credit is not what its days give is told, and put right.
    const hub = await tryHub({ databaseUrl: url, log: { info: () => undefined, error: () => undefined } })
    undo.push(hub.close)
    expect(await schemaVersion(hub.store)).toBe(SCHEMA_VERSION)
    for (const [name, row] of held) {
      // The hub counts anew what it is at work on, and adds the agencies of its files.
      if (['member_credits', 'agency_scores', 'marks'].includes(name)) continue
      const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(hub.store)
      expect([name, rows]).toEqual([name, expect.arrayContaining([expect.objectContaining(row)])])
    }
    const [cell] = (await (await hub.fetch('/api/v1/scores/so-noi-vu')).json()).agencies
    expect(cell).toMatchObject({ state: 'ranked', score: 700, trend: [{ week: '2026-W44', score: 700 }] })
    const person = await hub.person('so-noi-vu')
    expect(await hub.report(person, [{ day: '2026-11-02', platform: 'vbdh', seconds: 600 }])).toBe('kept 1')
    const { code, err } = await runCli(['migrate'], { DATABASE_URL: url }, hub.clock.now)
    expect([code, err]).toEqual([0, ''])
  })
})
