// The restore drill: a backup under load of either database, restored into the other, tells the same to the byte.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { runLine } from '../../hub/admin/line.ts'
import { correct } from '../../hub/correct.ts'
import type { Device } from '../../hub/devices.ts'
import { putAgencies } from '../../hub/store/agencies.ts'
import { codeHash } from '../../hub/store/codes.ts'
import { putResults } from '../../hub/store/results.ts'
import { TABLES } from '../../hub/store/tables.ts'
import { addDays, DAY_MS } from '../../shared/core/day.ts'
import { canonicalCode } from '../../shared/wire/enrolment.ts'
import { agencyNamed } from '../fixtures/campaign.ts'
import { type TryHub, tryHub } from '../fixtures/hub.ts'
import { newPlace } from '../postgres.ts'

let dir: string
const undo: (() => Promise<unknown>)[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-backup-'))
})
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
  rmSync(dir, { recursive: true, force: true })
})

const KINDS = ['SQLite', 'PostgreSQL'] as const
type Kind = (typeof KINDS)[number]

/** A new empty database. */
async function database(kind: Kind, name: string): Promise<string> {
  if (kind === 'SQLite') return `sqlite:${join(dir, `${name}.db`)}`
  const place = await newPlace(inject('postgres'))
  undo.push(place.drop)
  return place.url
}

async function hubOn(databaseUrl: string, at?: number): Promise<TryHub> {
  const hub = await tryHub({ databaseUrl, ...(at === undefined ? {} : { at }) })
  undo.push(hub.close)
  return hub
}

const run = (databaseUrl: string, line: string, now = 0) =>
  runLine(line.split(' '), { DATABASE_URL: databaseUrl }, now)

/** Two weeks of eleven people, closed and released. */
async function lived(hub: TryHub): Promise<readonly Device[]> {
  const people = await Promise.all(Array.from({ length: 11 }, () => hub.person('so-noi-vu')))
  for (let i = 0; i < 14; i += 1) {
    const day = addDays('2026-11-02', i)
    await Promise.all(
      people.map(person => hub.report(person, [{ day, platform: 'vbdh', seconds: 1200 + i }])),
    )
    hub.clock.now += DAY_MS
  }
  await hub.tick()
  await putRight(hub)
  return people
}

/** What an operator does in a year: dated rolls, a merger, official results, a correction. */
async function putRight(hub: TryHub): Promise<void> {
  const line = { ...agencyNamed('so-noi-vu', { headcount: 25 }), validTo: null, predecessors: [] }
  const born = { ...agencyNamed('so-moi'), validTo: null, validFrom: '2026-11-16', predecessors: ['so-y-te'] }
  await putAgencies(hub.store, [{ ...line, validFrom: '2026-11-02' }, born], '2026-11-16')
  const result = {
    target: 'DTI',
    period: '2025',
    value: '71.5',
    unit: '%',
    source: 'QĐ 1',
    day: '2026-01-31',
  }
  await putResults(hub.store, [{ agency_id: 'so-noi-vu', ...result }])
  const [campaign] = hub.campaigns.campaigns
  if (!campaign) throw new Error('no campaign')
  const wish = { campaign, week: '2026-W45', agency: 'so-noi-vu', reason: 'Biên chế sai', withdraw: false }
  expect(await correct(hub.store, wish, 10, hub.clock.now)).toMatchObject({ ok: true })
  await hub.tick()
}

const SURFACES = [
  '/api/v1/scores',
  '/api/v1/scores/so-noi-vu',
  '/api/v1/campaigns/thu',
  '/badge/so-noi-vu.svg',
]

const told = async (hub: TryHub) => Promise.all(SURFACES.map(async path => (await hub.fetch(path)).text()))

describe.each([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
] as const)('a backup of %s restored into %s', (from, to) => {
  it('under load tells the same to the byte, and every acknowledged report that was in it is there', async () => {
    const url = await database(from, 'old')
    const hub = await hubOn(url)
    const people = await lived(hub)
    const before = await told(hub)
    expect(before[0]).toContain('"state":"ranked"')
    expect(before[1]).toContain('"corrected":"Biên chế sai"')
    expect(before[1]).toContain('"value":"71.5"')
    const file = join(dir, 'hub.backup')
    let loading = true
    const load = (async () => {
      for (let i = 0; loading; i += 1) {
        const person = people[i % people.length]
        if (person) await hub.report(person, [{ day: '2026-11-16', platform: 'hkg', seconds: i + 1 }])
      }
    })()
    const backup = await run(url, `backup ${file} --json`)
    loading = false
    await load
    expect([backup.code, backup.err]).toEqual([0, ''])

    const other = await database(to, 'new')
    expect((await run(other, `restore ${file}`)).code).toBe(0)
    const again = await hubOn(other, hub.clock.now)
    expect(await told(again)).toEqual(before)
    const days = async (one: TryHub) =>
      (await one.store.selectFrom('device_days').selectAll().where('day', '<', '2026-11-16').execute())
        .map(row => JSON.stringify(row, Object.keys(row).sort()))
        .sort()
    expect(await days(again)).toEqual(await days(hub))
    const [person] = people
    expect(
      person && (await again.report(person, [{ day: '2026-11-16', platform: 'hkg', seconds: 9 }], 999_999)),
    ).toBe('kept 1')
  })
})

describe('a backup', () => {
  it('holds every table that there is', async () => {
    const hub = await hubOn(await database('SQLite', 'all'))
    const there = (await hub.store.introspection.getTables()).map(table => table.name)
    expect(there.filter(name => name !== 'migrations').sort()).toEqual([...TABLES].sort())
  })

  const made = async () => {
    const url = await database('SQLite', 'old')
    const hub = await hubOn(url)
    await hub.person('so-noi-vu')
    const file = join(dir, 'hub.backup')
    expect((await run(url, `backup ${file}`)).code).toBe(0)
    return { url, file }
  }

  it('is not written over another file', async () => {
    const { url, file } = await made()
    const before = readFileSync(file)
    expect(await run(url, `backup ${file}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('there already'),
    })
    expect(readFileSync(file)).toEqual(before)
  })

  it('holds the hashes of codes, never a code', async () => {
    const url = await database('SQLite', 'old')
    const hub = await hubOn(url)
    const code = await hub.invitation('so-noi-vu')
    const file = join(dir, 'hub.backup')
    expect((await run(url, `backup ${file}`)).code).toBe(0)
    const text = gunzipSync(readFileSync(file)).toString()
    expect(text).toContain(codeHash(code))
    expect(text).not.toContain(code)
    expect(text).not.toContain(canonicalCode(code))
  })

  it.each([
    [
      'with one changed byte',
      (bytes: Buffer) => bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1),
    ],
    ['that was cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['that is a letter', () => Buffer.from('Kính gửi')],
  ])('%s is refused, and nothing is restored', async (_, spoil) => {
    const { file } = await made()
    writeFileSync(file, spoil(readFileSync(file)))
    const other = await database('SQLite', 'new')
    expect((await run(other, `restore ${file}`)).code).toBe(1)
    expect((await run(other, 'codes list --json')).out).toBe('[]')
  })

  it('of an older version is restored into this one', async () => {
    const { file } = await made()
    // What schema 3 wrote: fewer tables, and fewer columns in those that it had.
    const later: Readonly<Record<string, readonly string[]>> = {
      agencies: ['valid_from', 'valid_to'],
      codes: ['uses'],
      devices: ['revoked_at'],
    }
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(0, -1)
    const old = lines.flatMap(line => {
      const read = JSON.parse(line)
      if (!Array.isArray(read)) return [JSON.stringify({ ...read, schema: 3 })]
      const [table, row] = read
      if (table === 'marks') return [line]
      const kept = Object.entries(row).filter(([name]) => !later[table]?.includes(name))
      return [JSON.stringify([table, Object.fromEntries(kept)])]
    })
    const body = `${old.join('\n')}\n`
    const sha256 = createHash('sha256').update(body).digest('hex')
    const older = join(dir, 'older.backup')
    writeFileSync(older, gzipSync(`${body}${JSON.stringify({ sha256 })}\n`))
    const other = await database('PostgreSQL', 'older')
    expect((await run(other, `restore ${older}`)).err).toBe('')
    const hub = await hubOn(other)
    expect(await hub.store.selectFrom('devices').selectAll().execute()).toHaveLength(1)
  })

  it('is not restored over what is there', async () => {
    const { url, file } = await made()
    expect(await run(url, `restore ${file}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not empty'),
    })
  })
})
