// Statements about many rows on both databases.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bulkStatement, type Values } from '../../hub/store/bulk-statement.ts'
import { openStore } from '../../hub/store/db.ts'
import type { Store } from '../../hub/store/schema.ts'
import { emptyDatabase, KINDS, type Kind } from './empty.ts'

const echo = bulkStatement<{ readonly text: string; readonly number: number }>(
  2,
  rows =>
    sql`select column1 as text, cast(column2 as integer) as number from (${rows}) as w where column1 <> ''`,
)

let dir: string
const undo: (() => Promise<unknown>)[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-bulk-'))
})
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
  rmSync(dir, { recursive: true, force: true })
})

async function database(kind: Kind): Promise<Store> {
  const opened = await openStore(await emptyDatabase(kind, dir, undo))
  if (!opened.ok) throw new Error(opened.detail)
  undo.push(() => opened.value.destroy())
  return opened.value
}

describe.each(KINDS)('a statement about many rows on %s', kind => {
  it.each([0, 1, 3, 256, 257, 1000])('is told each of %i rows, and no other', async count => {
    const rows = Array.from({ length: count }, (_, i): Values => [`row ${i}`, i])
    const told = await echo(await database(kind), rows)
    expect(told.map(({ text, number }) => [text, number])).toEqual(rows)
  })

  it('binds every text as it is', async () => {
    const texts = ['"', '\\', "'", '{a,b}', 'null', 'NULL', ',', ' sở ', '$1', '/* kept */', '\n', '1e3']
    const told = await echo(
      await database(kind),
      texts.map((text, i) => [text, i]),
    )
    expect(told.map(({ text }) => text)).toEqual(texts)
  })
})

describe('PostgreSQL', () => {
  it('parses such a statement once for a connection, whatever the number of rows, and no other statement at all', async () => {
    const store = await database('PostgreSQL')
    const kept = await store.transaction().execute(async step => {
      await echo(step, [['a', 1]])
      await echo(step, [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ])
      await step.selectFrom('members').selectAll().where('agency_id', '=', 'a').execute()
      return (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(step))
        .rows
    })
    expect(kept).toHaveLength(1)
    expect(kept[0]?.statement).toContain('unnest')
  })
})
