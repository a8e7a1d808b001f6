// The restore drill: a backup under load of either database, restored into the other, tells the same to the byte.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { recount } from '../../hub/ingest/recount.ts'
import { correct } from '../../hub/release/correction.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { putAgencies } from '../../hub/store/agencies.ts'
import { codeHash } from '../../hub/store/codes.ts'
import { scoreOf } from '../../hub/store/credits.ts'
import { putResults } from '../../hub/store/results.ts'
import { TABLES } from '../../hub/store/tables.ts'
import { inOneStep } from '../../hub/store/transaction.ts'
import { addDays, DAY_MS } from '../../shared/core/day.ts'
import { canonicalCode } from '../../shared/wire/enrolment.ts'
import { agencyNamed } from '../fixtures/campaign.ts'
import { type TryHub, tryHub } from '../fixtures/hub.ts'
import { operate } from '../journey/hub-process.ts'
import { emptyDatabase, type Kind } from './empty.ts'

let dir: string
const undo: (() => Promise<unknown>)[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-backup-'))
})
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
  rmSync(dir, { recursive: true, force: true })
})

const database = (kind: Kind, name: string): Promise<string> => emptyDatabase(kind, dir, undo, name)

async function hubOn(databaseUrl: string, at?: number): Promise<TryHub> {
  const hub = await tryHub({ databaseUrl, ...(at === undefined ? {} : { at }) })
  undo.push(hub.close)
  return hub
}

const run = (databaseUrl: string, line: string, now = 0) =>
  runCli(line.split(' '), { DATABASE_URL: databaseUrl }, now)

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
  '/scores.csv',
  '/scores.csv?week=2026-W45',
  '/api/v1/campaigns/thu',
  '/badge/so-noi-vu.svg',
]

const told = async (hub: TryHub) => Promise.all(SURFACES.map(async path => (await hub.fetch(path)).text()))

describe.each([
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
] as const)('a backup of %s restored into %s', (from, to) => {
  it('under load tells the same to the byte, and every report that was acknowledged before is there', async () => {
    const url = await database(from, 'old')
    const hub = await hubOn(url)
    const people = await lived(hub)
    const before = await told(hub)
    expect(before[0]).toContain('"state":"ranked"')
    expect(before[1]).toContain('"corrected":"Biên chế sai"')
    expect(before[1]).toContain('"value":"71.5"')
    const file = join(dir, 'hub.backup')
    const load = working(hub, people)
    await vi.waitFor(() => expect(load.acknowledged.size).toBe(people.length), 30_000)
    const sure = new Map(load.acknowledged)
    // A process of its own, as the operator's: the hub goes on meanwhile.
    const { rows } = await operate<{ rows: number }>(
      { DATABASE_URL: url, LOG_LEVEL: 'silent' },
      'backup',
      file,
    )
    const meanwhile = sum(load.acknowledged) - sum(sure)
    await load.stop()
    expect(rows).toBeGreaterThan(people.length * 14)
    expect(meanwhile).toBeGreaterThan(0)

    const other = await database(to, 'new')
    expect((await run(other, `restore ${file}`)).code).toBe(0)
    const again = await hubOn(other, hub.clock.now)
    expect(await told(again)).toEqual(before)
    const days = async (one: TryHub) =>
      (await one.store.selectFrom('device_days').selectAll().where('day', '<', LOAD_DAY).execute())
        .map(row => JSON.stringify(row, Object.keys(row).sort()))
        .sort()
    expect(await days(again)).toEqual(await days(hub))
    // What was acknowledged before the backup began is in it, and nothing that nobody sent.
    for (const [device, seconds] of sure) {
      const kept = await again.store
        .selectFrom('device_days')
        .select('seconds')
        .where('device_id', '=', device)
        .where('day', '=', LOAD_DAY)
        .executeTakeFirstOrThrow()
      expect(kept.seconds).toBeGreaterThanOrEqual(seconds)
      expect(kept.seconds).toBeLessThanOrEqual(load.sent.get(device) ?? 0)
    }
    // One moment: the sums are those of the very days beside them.
    const [campaign] = again.campaigns.campaigns
    const moved = await scoreOf(again.store, 'so-noi-vu', 'thu')
    if (!campaign || !moved) throw new Error('no campaign')
    await inOneStep(again.store, step => recount(step, again, campaign, 'so-noi-vu', LOAD_DAY))
    expect(await scoreOf(again.store, 'so-noi-vu', 'thu')).toEqual({ ...moved, as_of_day: LOAD_DAY })
    const [person] = people
    expect(
      person && (await again.report(person, [{ day: LOAD_DAY, platform: 'hkg', seconds: 9 }], 999_999)),
    ).toBe('kept 1')
  })
})

/** Monday after the two weeks. */
const LOAD_DAY = '2026-11-16'
const sum = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((all, one) => all + one, 0)

/** People who go on reporting, one after the other; what they sent, and what was acknowledged, by device. */
function working(hub: TryHub, people: readonly Device[]) {
  const [sent, acknowledged] = [new Map<string, number>(), new Map<string, number>()]
  let working = true
  const done = (async () => {
    for (let i = 0; working; i += 1) {
      const person = people[i % people.length]
      if (!person) return
      const seconds = i + 1
      sent.set(person.deviceId, seconds)
      const answer = await hub.report(person, [{ day: LOAD_DAY, platform: 'hkg', seconds }])
      if (answer === 'kept 1') acknowledged.set(person.deviceId, seconds)
      await breath() // the disk is not all that there is
    }
  })()
  const stop = async () => {
    working = false
    await done
  }
  return { sent, acknowledged, stop }
}

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
