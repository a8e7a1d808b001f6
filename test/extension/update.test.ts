import './fake-browser.ts'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { diaryDays } from '../../extension/store/days.ts'
import { openStore } from '../../extension/store/db.ts'
import { identity } from '../../extension/store/identity.ts'
import { setting } from '../../extension/store/settings.ts'
import { freshMachine } from './fake-browser.ts'

interface Kept {
  readonly keyPath?: string | string[]
  readonly indexes?: Readonly<Record<string, string>>
  /** With a key path a list; otherwise by key. */
  readonly rows: readonly object[] | Readonly<Record<string, unknown>>
}
interface Fixture {
  readonly version: number
  readonly stores: Readonly<Record<string, Kept>>
}

const FOLDER = join(import.meta.dirname, '../fixtures/stores')
const fixtures = readdirSync(FOLDER).map(
  file => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Fixture,
)

/** Writes the database as that version did, without a line of the product. */
async function leaveBehind({ version, stores }: Fixture): Promise<void> {
  const opening = indexedDB.open('nhipso', version)
  opening.onupgradeneeded = () => {
    for (const [name, { keyPath, indexes = {}, rows }] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(name, keyPath ? { keyPath } : {})
      for (const [index, on] of Object.entries(indexes)) store.createIndex(index, on)
      if (Array.isArray(rows)) for (const row of rows) store.put(row)
      else for (const [key, row] of Object.entries(rows)) store.put(row, key)
    }
  }
  await new Promise<void>((done, failed) => {
    opening.onsuccess = () => {
      opening.result.close()
      done()
    }
    opening.onerror = () => failed(opening.error)
  })
}

beforeEach(freshMachine)

describe('an update', () => {
  it('has a fixture for every version of the database that was ever released', async () => {
    const db = await openStore()
    expect(fixtures.map(f => f.version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: db.version }, (_, i) => i + 1),
    )
    db.close()
  })

  it.each(fixtures.map(f => [f.version, f] as const))('from version %i loses nothing', async (_, fixture) => {
    await leaveBehind(fixture)
    const db = await openStore()
    expect(await db.count('segments')).toBe(2)
    expect(await db.countFromIndex('segments', 'end')).toBe(2)
    expect(await diaryDays(db)).toEqual([
      { day: '2026-11-20', platform: 'vbdh', ms: 120_000 },
      { day: '2026-11-23', platform: 'hkg', ms: 300_000 },
      { day: '2026-11-23', platform: 'vbdh', ms: 600_000 },
    ])
    expect((await db.getAll('outbox')).map(report => report.seq)).toEqual([8])
    expect(await setting(db, 'consent')).toEqual({ version: '2026-11', at: 1795391000000 })
    expect((await setting(db, 'sync'))?.seq).toBe(8)
    expect(await setting(db, 'pause')).toEqual({ until: null })
    expect(await identity(db)).toMatchObject({ agencyId: 'so-noi-vu', hubUrl: 'https://nhipso.example.vn' })
    db.close()
  })
})
