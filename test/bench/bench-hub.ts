// A hub under load: a real process on a real database, and people who are enrolled at it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../hub/admin/cli.ts'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { concurrently } from '../../hub/sample/concurrently.ts'
import {
  type Device,
  enrol,
  type HubConnection,
  newDeviceKey,
  signingKey,
} from '../../hub/sample/simulated-device.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import { freePort, HubProcess } from '../journey/hub-process.ts'
import { newPlace, startCluster } from '../postgres.ts'

export const KINDS = ['SQLite', 'PostgreSQL'] as const
export type Kind = (typeof KINDS)[number]

/** A device with the public half of its key. */
export interface Person extends Device {
  readonly publicKey: string
}

export interface BenchHub {
  readonly env: Readonly<Record<string, string>>
  readonly port: number
  readonly metricsPort: number
  readonly line: HubConnection
  readonly start: () => Promise<HubProcess>
  /** Enrols people, round the agencies; the hub must run. */
  readonly people: (count: number, agencies?: readonly string[]) => Promise<readonly Person[]>
  /** Of PostgreSQL only: as an operator restarts it. */
  readonly restartDatabase: () => Promise<void>
  readonly away: () => Promise<void>
}

/** @param dir where SQLite keeps its file; a temporary folder where it is left out */
export async function startBenchHub(
  kind: Kind,
  over: Readonly<Record<string, string>> = {},
  dir?: string,
): Promise<BenchHub> {
  const folder = dir ?? mkdtempSync(join(tmpdir(), 'nhipso-bench-'))
  const cluster = kind === 'PostgreSQL' ? await startCluster() : null
  const place = cluster ? await newPlace(cluster.url) : null
  const [port, metricsPort] = [await freePort(), await freePort()]
  const address = `http://127.0.0.1:${port}`
  const env = {
    DATABASE_URL: place?.url ?? `sqlite:${join(folder, 'hub.db')}`,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: address,
    LOG_LEVEL: 'silent',
    RELEASE_MIN_INTERVAL: '0',
    ...over,
  }
  const line: HubConnection = { hub: address, post: request => fetch(request), now: Date.now }
  const running: HubProcess[] = []
  return {
    env,
    port,
    metricsPort,
    line,
    start: async () => {
      const hub = new HubProcess(env)
      running.push(hub)
      await hub.ready(port)
      return hub
    },
    people: (count, agencies = AGENCIES) => enrolAll(env, line, count, agencies),
    restartDatabase: async () => cluster?.restart(),
    away: async () => {
      for (const hub of running) await hub.kill()
      await cluster?.stop()
      if (dir === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const shipped = loadCampaigns(SHIPPED_CAMPAIGNS)
if (!shipped.ok) throw new Error(shipped.detail)

/** Agencies and platforms of the shipped campaign. */
export const AGENCIES: readonly string[] = shipped.value.agencies.slice(0, 5).map(agency => agency.id)
export function agencyNamed(id: string): Agency {
  const found = shipped.ok ? shipped.value.agencies.find(agency => agency.id === id) : undefined
  if (!found) throw new Error(`no agency ${id} is shipped`)
  return found
}
export const PLATFORMS: readonly string[] = [...shipped.value.tracked]

/** Enrols people, round the agencies. */
export async function enrolAll(
  env: BenchHub['env'],
  line: HubConnection,
  count: number,
  agencies: readonly string[] = AGENCIES,
): Promise<readonly Person[]> {
  const uses = String(Math.ceil(count / agencies.length))
  const codes: string[] = []
  for (const agency of agencies) {
    // one after the other: SQLite waits for another writer without letting anything else in this process run
    const made = await runCli(['codes', 'new', '--agency', agency, '--uses', uses, '--json'], env, Date.now())
    if (made.code !== 0) throw new Error(made.out + made.err)
    const { code }: { code: string } = JSON.parse(made.out)
    codes.push(code)
  }
  return concurrently(
    Array.from({ length: count }, (_, i) => codes[i % codes.length] ?? ''),
    async code => {
      const key = await newDeviceKey()
      const joined = await enrol(line, code, key)
      if (!joined.ok) throw new Error(joined.detail)
      return { ...joined.value, key: await signingKey(key), publicKey: `${key.x}.${key.y}` }
    },
  )
}
