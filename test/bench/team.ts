// The sample province of half a year: how long managers and campaign leads wait, beside an answer that asks nothing.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createHub } from '../../hub/app.ts'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { invite } from '../../hub/members/enrol.ts'
import { prepare } from '../../hub/sample/prepare.ts'
import { type Device, enrol, newDeviceKey, signingKey } from '../../hub/sample/simulated-device.ts'
import { openStore } from '../../hub/store/db.ts'
import { DAY_MS } from '../../shared/core/day.ts'
import { routes } from '../../shared/wire/routes.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import { median, table } from './table.ts'

const HUB = 'http://hub.test'
const AGENCY = 'so-noi-vu'
const random = (count: number): Uint8Array => randomBytes(count)

export async function team(args: readonly string[]): Promise<void> {
  const options = {
    weeks: { type: 'string', default: '26' },
    rounds: { type: 'string', default: '30' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-team-'))
  try {
    await measure(`sqlite:${join(folder, 'sample.db')}`, Number(values.weeks), Number(values.rounds))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(databaseUrl: string, weeks: number, rounds: number): Promise<void> {
  const loaded = loadCampaigns(SHIPPED_CAMPAIGNS)
  if (!loaded.ok) throw new Error(loaded.detail)
  const campaigns = loaded.value
  const config = { publicUrl: HUB, sample: true, minGroup: 10, releaseMinIntervalMs: 900_000 }
  const say = (line: string) => console.error(line)
  const ready = await prepare({ databaseUrl, config, campaigns, now: Date.now, random, weeks, say })
  if (!ready.ok) throw new Error(ready.detail)
  const opened = await openStore(databaseUrl)
  if (!opened.ok) throw new Error(opened.detail)
  const log = { info: () => undefined, error: (event: object) => console.error(event) }
  const parts = {
    store: opened.value,
    campaigns,
    config,
    random,
    log,
    render: null,
    widgets: null,
    now: Date.now,
  }
  const hub = createHub(parts)
  const lasts = { uses: 1, expiresAt: Date.now() + DAY_MS }
  const role = { agencyId: AGENCY, role: 'manager', scope: 'all', unitId: null, ...lasts } as const
  const code = await invite(opened.value, role, random, Date.now())
  const key = await newDeviceKey()
  const joined = await enrol({ hub: HUB, post: hub.fetch, now: Date.now }, code, key)
  if (!joined.ok) throw new Error(joined.detail)
  const lead = { deviceId: joined.value.deviceId, agencyId: AGENCY, key: await signingKey(key) }
  const to = routes(HUB)
  const urls = {
    'bare: is the hub alive': `${HUB}/livez`,
    'team of one agency': to.team(AGENCY),
    'overview of all agencies': to.overview(),
  }
  const times = new Map(Object.keys(urls).map(name => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, url] of Object.entries(urls)) times.get(name)?.push(await timed(hub.fetch, lead, url))
  await hub.close()
  await opened.value.destroy()
  print(times, campaigns.agencies.length, weeks)
}

/** From the request's first byte to the last of the answer, signed as the extension does. */
async function timed(
  ask: (request: Request) => Promise<Response>,
  { deviceId, key }: Device,
  targetUri: string,
): Promise<number> {
  const errand = { method: 'GET', targetUri, body: new Uint8Array() }
  const headers = await signatureHeaders(errand, key, deviceId, Date.now())
  const began = performance.now()
  const answer = await ask(new Request(targetUri, { headers }))
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${targetUri}: ${answer.status}`)
  return performance.now() - began
}

function print(times: ReadonlyMap<string, readonly number[]>, agencies: number, weeks: number): void {
  const bare = median([...times.values()][0] ?? [])
  const rows = [...times].map(([name, all]) => {
    const middle = median(all)
    return [name, middle.toFixed(1), Math.max(...all).toFixed(1), `${(middle / bare).toFixed(0)} ×`]
  })
  console.log(`${agencies} agencies, ${weeks} weeks\n`)
  console.log(table(['route', 'median ms', 'worst ms', 'against bare'], rows))
}
