// A database of every released version is brought to this one with all that it holds.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../hub/store/db.ts'
import { findDevices } from '../../hub/store/members.ts'
import { MIGRATIONS, SCHEMA_VERSION, schemaVersion } from '../../hub/store/migrate.ts'
import { first } from '../../hub/store/migrations/0001-first.ts'

let dir: string
let path: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-migrate-'))
  path = join(dir, 'hub.db')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** What version 0.1.0 wrote. */
function oldDatabase(): void {
  const db = new Database(path)
  db.exec('create table migrations (version integer not null primary key); insert into migrations values (1)')
  for (const statement of first) db.exec(statement)
  db.exec("insert into members values ('so-noi-vu', 'm', null, 'manager', 'all', 5)")
  db.exec("insert into devices values ('so-noi-vu', 'd', 'm', 'x.y', 5, '2026-11', 5, null)")
  db.exec("insert into device_days values ('so-noi-vu', 'd', '2026-11-02', 'vbdh', 'm', 600, 1)")
  db.close()
}

it('a database of 0.1.0 keeps its people and their days', async () => {
  oldDatabase()
  const opened = await openStore(`sqlite:${path}`)
  if (!opened.ok) throw new Error(opened.detail)
  const store = opened.value
  expect(await schemaVersion(store)).toBe(SCHEMA_VERSION)
  const [found] = await findDevices(store, [['d']])
  expect(found).toMatchObject({ role: 'manager', scope: 'all', publicKey: 'x.y' })
  expect(await store.selectFrom('device_days').select('seconds').execute()).toEqual([{ seconds: 600 }])
  await store.destroy()
})

it('a database of a newer version is left alone', async () => {
  oldDatabase()
  const db = new Database(path)
  db.exec(`insert into migrations values (${SCHEMA_VERSION + 1})`)
  db.close()
  expect(await openStore(`sqlite:${path}`)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('update the hub'),
  })
})

/** Of each released version: its newest schema, and the hash of the statements that make it. */
const RELEASED: Readonly<Record<string, readonly [schema: number, sha256: string]>> = {
  '0.1.0': [1, '6bb4905a8c2d995c51c8538592a31c04bc3d668641c9f167a7ec7a7d7b7efcdb'],
  '0.2.0': [11, '0d34477571fd18d91dc271e90643dbfe03d277d42391d0f1181ad20430b01521'],
}

it('a migration that was released is never written anew: what it made is what databases have', () => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  if (!version.endsWith('-dev')) expect(Object.keys(RELEASED)).toContain(version) // a release adds its line
  for (const [schema, sha256] of Object.values(RELEASED)) {
    const made = JSON.stringify(MIGRATIONS.slice(0, schema))
    expect(createHash('sha256').update(made).digest('hex')).toBe(sha256)
  }
})
