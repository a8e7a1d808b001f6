// The whole house for one journey: a web, a tap on the wire, a real hub process with three weeks of past, and colleagues.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createHub } from '../../hub/app.ts'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { type KeptDevice, sampleDevices } from '../../hub/sample/sample-tables.ts'
import { seed } from '../../hub/sample/seed-history.ts'
import { sendReport, signingKey } from '../../hub/sample/simulated-device.ts'
import { openStore } from '../../hub/store/db.ts'
import { dayOf, HOUR_MS, mondayOf, startOfDay, weekOf } from '../../shared/core/day.ts'
import { routes } from '../../shared/wire/routes.ts'
import { parseSnapshot } from '../../shared/wire/snapshot.ts'
import { inTurn } from '../lock.ts'
import { campaignsIn } from './campaigns.ts'
import { freePort, HubProcess, operate } from './hub-process.ts'
import { RecordingProxy } from './recording-proxy.ts'
import { Web } from './web.ts'

/** The agency where the journeys' people work, and two beside it. */
export const AGENCY = 'so-noi-vu'
const AGENCIES = [AGENCY, 'so-tu-phap', 'so-y-te']
export const MIN_GROUP = 5

type Environment = Readonly<Record<string, string>>

export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'nhipso-journey-'))
  readonly web = new Web()
  readonly tap = new RecordingProxy()
  webPort = 0
  hubUrl = ''
  env: Environment = {}
  colleagues: readonly KeptDevice[] = []
  #hub: HubProcess | null = null

  static build(): Promise<World> {
    return inTurn(World.#build)
  }

  static async #build(): Promise<World> {
    const house = new World()
    house.webPort = await house.web.listen()
    house.hubUrl = `http://127.0.0.1:${await house.tap.listen()}`
    house.tap.hubPort = await freePort()
    house.env = {
      PORT: String(house.tap.hubPort),
      PUBLIC_URL: house.hubUrl,
      DATABASE_URL: `sqlite:${join(house.folder, 'hub.db')}`,
      // ten seconds make a qualifying day here, so that one morning of a test can move a score
      CAMPAIGNS_DIR: campaignsIn(join(house.folder, 'campaigns'), {
        campaign: file => Object.assign(file.score, { qualifyingSeconds: 10, enoughSeconds: 20 }),
      }),
      MIN_GROUP: String(MIN_GROUP),
      RELEASE_MIN_INTERVAL: '1',
      LOG_LEVEL: 'error',
    }
    house.colleagues = await past(house.env, house.hubUrl)
    await house.startHub()
    return house
  }

  async startHub(): Promise<void> {
    this.#hub = new HubProcess(this.env)
    await this.#hub.ready(this.tap.hubPort)
  }

  /** The hub's machine and the person's differ in their clocks by so much; 0: they agree again. */
  async setHubClock(aheadMs: number): Promise<void> {
    const { NODE_OPTIONS: _, ...env } = this.env
    const script = `const now=Date.now;Date.now=()=>now()+${aheadMs}`
    const shifted = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` }
    this.env = aheadMs === 0 ? env : { ...env, ...shifted }
    await this.stopHub()
    await this.startHub()
  }

  /** Stops it as an operator does; resolves with its exit code. */
  async stopHub(): Promise<number | null> {
    return (await this.#hub?.stop()) ?? null
  }

  /** What the hub's own file holds of a device: seconds by day and platform. */
  daysAtHub(device: string): Readonly<Record<string, number>> {
    const file = new Database(join(this.folder, 'hub.db'), { readonly: true })
    const rows = file
      .prepare<[string], { day: string; platform: string; seconds: number }>(
        'select day, platform, seconds from device_days where device_id = ?',
      )
      .all(device)
    file.close()
    return Object.fromEntries(rows.map(row => [`${row.day} ${row.platform}`, row.seconds]))
  }

  /** The disk of a hub that has been stopped is lost. */
  loseDatabase(): void {
    for (const end of ['', '-wal', '-shm']) rmSync(join(this.folder, `hub.db${end}`), { force: true })
  }

  /** A code as the operator makes it. */
  async code(...options: readonly string[]): Promise<string> {
    const { code } = await operate<{ code: string }>(this.env, 'codes', 'new', '--agency', AGENCY, ...options)
    return code
  }

  /** What the hub tells everyone about the agency now. */
  async told(): Promise<{ readonly score: number | null; readonly release: number }> {
    const answer = await fetch(routes(this.hubUrl).agencyScores(AGENCY), { cache: 'no-store' })
    const read = parseSnapshot(await answer.json())
    if (!read.ok) throw new Error(read.detail)
    return { score: read.value.agencies[0]?.score ?? null, release: read.value.release }
  }

  /** So many colleagues report an hour of today. */
  async colleaguesWork(count: number): Promise<void> {
    const line = { hub: this.hubUrl, post: fetch, now: Date.now }
    for (const { agencyId, deviceId, key } of this.colleagues.slice(0, count)) {
      const days = [{ day: dayOf(Date.now()), platform: 'vbdh', seconds: 3600 }]
      const device = { agencyId, deviceId, key: await signingKey(key) }
      const sent = await sendReport(line, device, { seq: Date.now(), days })
      if (!sent.ok) throw new Error(`${sent.why}: ${sent.detail}`)
    }
  }

  async close(): Promise<void> {
    await this.stopHub()
    await this.tap.close()
    await this.web.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Weeks of the past, told through the ingest path by a clock of the past; the last one is not closed yet. */
async function past(env: Environment, publicUrl: string): Promise<readonly KeptDevice[]> {
  const store = await openStore(env.DATABASE_URL ?? '')
  const campaigns = loadCampaigns(env.CAMPAIGNS_DIR ?? '')
  if (!store.ok) throw new Error(store.detail)
  if (!campaigns.ok) throw new Error(campaigns.detail)
  const clock = { at: 0 }
  const random = (bytes: number): Uint8Array => randomBytes(bytes)
  const parts = { store: store.value, campaigns: campaigns.value, random }
  const hub = createHub({
    ...parts,
    now: () => clock.at,
    render: null,
    widgets: null,
    log: { info: () => {}, error: event => console.error(event) },
    config: { publicUrl, sample: false, minGroup: MIN_GROUP, releaseMinIntervalMs: 0 },
  })
  const agencies = campaigns.value.agencies.filter(agency => AGENCIES.includes(agency.id))
  const until = startOfDay(mondayOf(weekOf(dayOf(Date.now())))) - HOUR_MS
  const door = { publicUrl, fetch: hub.fetch, tick: hub.tick, clock, say: () => {} }
  await seed({ ...parts, ...door }, { agencies, weeks: 2, until })
  const devices = await sampleDevices(store.value)
  await hub.close()
  await store.value.destroy()
  return devices.filter(device => device.agencyId === AGENCY)
}
