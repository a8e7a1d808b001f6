// The sample province: stable between runs, labelled everywhere, and alive.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHub, type Hub } from '../../hub/app.ts'
import { type Campaigns, loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { random } from '../../hub/random.ts'
import { type Working, wave } from '../../hub/sample/live.ts'
import { type Preparing, prepare } from '../../hub/sample/prepare.ts'
import { sampleAgency } from '../../hub/sample/province.ts'
import { sampleDevices } from '../../hub/sample/sample-tables.ts'
import { welcome } from '../../hub/sample/welcome.ts'
import { openStore } from '../../hub/store/db.ts'
import { sampleBegins } from '../../hub/store/sample-mark.ts'
import type { Store } from '../../hub/store/schema.ts'
import { DAY_MS } from '../../shared/core/day.ts'
import { parseCampaignBundle } from '../../shared/wire/campaign.ts'
import { parseSnapshot, type Snapshot } from '../../shared/wire/snapshot.ts'
import { quiet, read, tryHub } from '../fixtures/hub.ts'

const HUB = 'http://hub.test'
const AGENCIES = ['so-noi-vu', 'so-ngoai-vu', 'xa-tan-bien', 'xa-tan-lap', 'xa-vinh-thanh', 'xa-hung-dien']
/** Tuesday afternoon, a working day. */
const TUESDAY = Date.parse('2026-11-17T15:00:00+07:00')
const SUNDAY_NIGHT = Date.parse('2026-11-22T23:58:00+07:00')
const CONFIG = { publicUrl: HUB, sample: true, minGroup: 10, releaseMinIntervalMs: 20_000 }

let dir: string
let campaigns: Campaigns
const said: string[] = []

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-sample-'))
  const shipped = loadCampaigns(SHIPPED_CAMPAIGNS)
  if (!shipped.ok) throw new Error(shipped.detail)
  campaigns = { ...shipped.value, agencies: shipped.value.agencies.filter(a => AGENCIES.includes(a.id)) }
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const preparing = (name: string, at: number): Preparing => ({
  databaseUrl: `sqlite:${join(dir, name)}`,
  config: CONFIG,
  campaigns,
  now: () => at,
  random,
  weeks: 3,
  say: line => said.push(line),
})

async function prepared(name: string, at: number): Promise<void> {
  const done = await prepare(preparing(name, at))
  if (!done.ok) throw new Error(done.detail)
}

interface Open {
  readonly hub: Hub
  readonly store: Store
  readonly clock: { at: number }
  readonly get: (path: string) => Promise<Response>
  readonly snapshot: () => Promise<Snapshot>
}

/** Serves a prepared database while `use` looks at it. */
async function opened<T>(name: string, at: number, use: (open: Open) => Promise<T>): Promise<T> {
  const found = await openStore(`sqlite:${join(dir, name)}`)
  if (!found.ok) throw new Error(found.detail)
  const store = found.value
  const clock = { at }
  const parts = { store, campaigns, config: CONFIG, random, log: quiet, render: null, widgets: null }
  const hub = createHub({ ...parts, now: () => clock.at })
  const get = (path: string) => hub.fetch(new Request(`${HUB}${path}`))
  try {
    await hub.tick()
    const snapshot = async () => read(await get('/api/v1/scores'), parseSnapshot)
    return await use({ hub, store, clock, get, snapshot })
  } finally {
    await hub.close()
    await store.destroy()
  }
}

const cells = ({ agencies }: Snapshot) =>
  agencies.map(({ id, state, score, rank, change, trend }) => ({ id, state, score, rank, change, trend }))
const scoreOf = (snapshot: Snapshot, id: string) => snapshot.agencies.find(a => a.id === id)?.score ?? null

async function working({ hub, store, clock }: Open): Promise<Working> {
  const [campaign] = campaigns.campaigns.filter(c => c.id === '923-qd-ttg')
  const begins = await sampleBegins(store)
  if (!campaign || begins === null) throw new Error('no sample')
  return {
    store,
    line: { hub: HUB, post: hub.fetch, now: () => clock.at },
    world: { campaigns, begins, weeks: 3 },
    campaign,
    agencies: campaigns.agencies.map(sampleAgency),
    devices: await sampleDevices(store),
    minGroup: 10,
  }
}

describe('the sample province', () => {
  beforeAll(() => prepared('one.db', TUESDAY))

  it('gives the same scores in every run, though its keys and ids differ', async () => {
    await prepared('two.db', TUESDAY)
    const one = await opened('one.db', TUESDAY, open => open.snapshot())
    const two = await opened('two.db', TUESDAY, open => open.snapshot())
    expect(cells(two)).toEqual(cells(one))
  })

  it('has one weekly final for each week of its history', async () => {
    const { agencies } = await opened('one.db', TUESDAY, open => open.snapshot())
    const trend = agencies.find(a => a.id === 'so-noi-vu')?.trend ?? []
    expect(trend.map(t => t.week)).toEqual(['2026-W44', '2026-W45', '2026-W46'])
    expect(trend.every(t => t.score !== null)).toBe(true)
  })

  it('shows every state once: ranked, provisional, too few people, never started', async () => {
    const { agencies } = await opened('one.db', TUESDAY, open => open.snapshot())
    expect(Object.fromEntries(agencies.map(a => [a.id, a.state]))).toEqual({
      'so-noi-vu': 'ranked',
      'so-ngoai-vu': 'suppressed',
      'xa-tan-bien': 'ranked',
      'xa-tan-lap': 'provisional',
      'xa-vinh-thanh': 'suppressed',
      'xa-hung-dien': 'suppressed',
    })
  })

  it('says on every surface that it is sample data', () =>
    opened('one.db', TUESDAY, async ({ get, snapshot }) => {
      expect((await snapshot()).sample).toBe(true)
      const bundle = await read(await get('/api/v1/campaigns/923-qd-ttg'), parseCampaignBundle)
      expect(bundle.sample).toBe(true)
      expect(await (await get('/badge/so-noi-vu.svg')).text()).toContain('DỮ LIỆU MẪU')
    }))

  it('has official results, each of which says itself that it is invented', () =>
    opened('one.db', TUESDAY, async ({ get }) => {
      const { official = [] } = await read(await get('/api/v1/scores/so-noi-vu'), parseSnapshot)
      expect(official.length).toBeGreaterThan(1)
      expect(official.every(({ source }) => source.includes('DỮ LIỆU MẪU'))).toBe(true)
      const untold = await read(await get('/api/v1/scores/so-ngoai-vu'), parseSnapshot)
      expect(untold.official).toEqual([])
    }))

  it('moves a score before the visitor’s eyes, and only of groups that may be told', () =>
    opened('one.db', TUESDAY, async open => {
      const before = await open.snapshot()
      open.clock.at += 45_000
      const group = await wave(await working(open), 0, 'so-noi-vu')
      await open.hub.tick()
      expect(group?.agency).toBe('so-noi-vu')
      expect(group?.people).toBeGreaterThan(10)
      expect(scoreOf(await open.snapshot(), 'so-noi-vu')).not.toBe(scoreOf(before, 'so-noi-vu'))
    }))

  it('still moves one late on a Sunday, after days in which it did not run', async () => {
    await prepared('one.db', SUNDAY_NIGHT)
    expect(said.at(-1)).toMatch(/5 days/)
    await opened('one.db', SUNDAY_NIGHT, async open => {
      const before = await open.snapshot()
      open.clock.at += 45_000
      const group = await wave(await working(open), 1, 'so-noi-vu')
      await open.hub.tick()
      const after = await open.snapshot()
      expect(scoreOf(after, group?.agency ?? '')).not.toBe(scoreOf(before, group?.agency ?? ''))
    })
  })

  it('keeps its data when it starts again on the same day', async () => {
    const count = () =>
      opened('one.db', SUNDAY_NIGHT, async ({ store }) => (await sampleDevices(store)).length)
    const before = await count()
    const lines = said.length
    await prepared('one.db', SUNDAY_NIGHT)
    expect(await count()).toBe(before)
    expect(said).toHaveLength(lines)
  })

  it('closes the weeks that passed while it did not run, with the days of those weeks', async () => {
    const later = SUNDAY_NIGHT + 15 * DAY_MS
    await prepared('one.db', later)
    const { agencies } = await opened('one.db', later, open => open.snapshot())
    const trend = agencies.find(a => a.id === 'xa-tan-bien')?.trend ?? []
    expect(trend.at(-1)?.week).toBe('2026-W49')
    expect(trend.at(-1)?.score).toBeGreaterThan(300)
  })

  it('leaves no unfinished file behind', () => expect(existsSync(join(dir, 'one.db.filling'))).toBe(false))

  it('hands out a code for a civil servant and one for a manager', () =>
    opened('one.db', TUESDAY, async ({ store }) => {
      const lines = await welcome({ store, campaigns, random, now: () => TUESDAY }, HUB, 'extension')
      const codes = lines.match(/[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}/g)
      expect(new Set(codes).size).toBe(2)
    }))
})

it('a database with other people’s data is left alone', async () => {
  const real = await tryHub()
  await real.person('so-noi-vu')
  const done = await prepare({ ...preparing('unused.db', TUESDAY), databaseUrl: real.databaseUrl })
  expect(done).toMatchObject({ ok: false, why: 'not-a-sample' })
  await real.close()
})
