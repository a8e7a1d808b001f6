// The load door: `npm run simulate -- --devices N --rate R --seconds S [--hub URL] [--code CODE]`.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { DAY_MS, dayOf } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { parseCampaignBundle, parseCampaignList } from '../../shared/wire/campaign.ts'
import { routes } from '../../shared/wire/routes.ts'
import { readConfig } from '../config.ts'
import { invite } from '../members/enrol.ts'
import { agenciesOn } from '../store/agencies.ts'
import { openStore } from '../store/db.ts'
import { concurrently } from './concurrently.ts'
import { sendSteadily, summary } from './load.ts'
import {
  type Device,
  enrol,
  type HubConnection,
  leave,
  newDeviceKey,
  signingKey,
} from './simulated-device.ts'

const USAGE = `usage: npm run simulate -- --devices N --rate R --seconds S [--hub URL] [--code CODE]
  --devices N   enrolled devices, 1 to 100000
  --rate R      reports a second, all devices together
  --seconds S   how long
  --hub URL     default: the hub of this machine, http://127.0.0.1:8787
  --code CODE   an enrolment code with N uses; may be left out for the hub of this machine`

interface Wish {
  readonly devices: number
  readonly rate: number
  readonly seconds: number
  readonly hub: string | null
  readonly code: string | null
}

/** Exit code: 0 all acknowledged · 1 something was refused · 2 wrong usage. */
async function main(): Promise<number> {
  const wish = read()
  if (!wish.ok) return told(`${wish.detail}\n${USAGE}`, 2)
  const config = readConfig(process.env)
  if (!config.ok) return told(config.detail, 1)
  const line: HubConnection = {
    hub: wish.value.hub ?? config.value.publicUrl,
    post: r => fetch(r),
    now: () => Date.now(),
  }
  const codes = await codesFor(wish.value, config.value.databaseUrl)
  if (!codes.ok) return told(codes.detail, 1)
  const platforms = await tracked(line)
  if (!platforms.ok) return told(platforms.detail, 1)
  const devices = await enrolAll(line, codes.value, wish.value.devices)
  if (!devices.ok) return told(devices.detail, 1)
  console.log(`${devices.value.length} devices are enrolled; ${wish.value.rate} reports a second begin`)
  const tally = await sendSteadily(
    { line, devices: devices.value, platforms: platforms.value },
    wish.value,
    stopped(),
  )
  console.log(summary(tally))
  const left = await concurrently(devices.value, device => leave(line, device))
  console.log(`${left.filter(Boolean).length} devices erased themselves again`)
  return tally.refused.size === 0 ? 0 : 1
}

function read(): Result<Wish, 'usage'> {
  try {
    const text = { type: 'string' } as const
    const options = { devices: text, rate: text, seconds: text, hub: text, code: text }
    const { values } = parseArgs({ options })
    const number = (name: 'devices' | 'rate' | 'seconds', most: number): number => {
      const value = Number(values[name])
      if (!(value > 0 && value <= most)) throw new Error(`--${name} must be a number from 1 to ${most}`)
      return value
    }
    const [devices, rate, seconds] = [
      number('devices', 100_000),
      number('rate', 50_000),
      number('seconds', 86_400),
    ]
    if (values.hub && !values.code) throw new Error('--hub needs --code: an enrolment code of that hub')
    return ok({
      devices: Math.floor(devices),
      rate,
      seconds,
      hub: values.hub ?? null,
      code: values.code ?? null,
    })
  } catch (error) {
    return fail('usage', error instanceof Error ? error.message : String(error))
  }
}

/** The code that was given; or, at the hub of this machine, one for each agency: nobody's headcount is burst. */
async function codesFor(wish: Wish, databaseUrl: string): Promise<Result<readonly string[], 'unavailable'>> {
  if (wish.code !== null) return ok([wish.code])
  const store = await openStore(databaseUrl)
  if (!store.ok) return store
  try {
    const agencies = (await agenciesOn(store.value, dayOf(Date.now()))).slice(0, wish.devices)
    if (agencies.length === 0)
      return fail('unavailable', 'the hub of this machine has no agencies yet: npm start')
    const uses = Math.ceil(wish.devices / agencies.length)
    const now = Date.now()
    const codes = agencies.map(({ id: agencyId }) => {
      const scope = { role: 'member', scope: agencyId, unitId: null, uses, expiresAt: now + DAY_MS } as const
      return invite(store.value, { agencyId, ...scope }, size => randomBytes(size), now)
    })
    return ok(await Promise.all(codes))
  } finally {
    await store.value.destroy()
  }
}

/** The platforms that earn time, as the hub tells them. */
async function tracked({ hub }: HubConnection): Promise<Result<readonly string[], 'offline' | 'invalid'>> {
  try {
    const list = parseCampaignList(await (await fetch(routes(hub).campaigns())).json())
    if (!list.ok) return list
    const [first] = list.value.campaigns
    if (!first) return fail('invalid', `${hub} has no campaign`)
    const bundle = parseCampaignBundle(await (await fetch(routes(hub).campaign(first.id))).json())
    if (!bundle.ok) return bundle
    return ok(bundle.value.platforms.filter(p => p.use === 'track').map(p => p.id))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fail('offline', `${hub} does not answer: ${why}; start it with npm start`)
  }
}

async function enrolAll(
  line: HubConnection,
  codes: readonly string[],
  count: number,
): Promise<Result<readonly Device[], string>> {
  const devices = await concurrently(
    Array.from({ length: count }, (_, i) => i),
    async i => {
      const key = await newDeviceKey()
      const joined = await enrol(line, codes[i % codes.length] ?? '', key)
      if (!joined.ok) return joined
      const { deviceId, agencyId } = joined.value
      return ok({ deviceId, agencyId, key: await signingKey(key) })
    },
  )
  const refused = devices.find(device => !device.ok)
  if (refused && !refused.ok)
    return fail(refused.why, `enrolment was refused (${refused.why}): ${refused.detail}`)
  return ok(devices.flatMap(device => (device.ok ? [device.value] : [])))
}

/** Ctrl-C ends the sending; the summary still comes. */
function stopped(): AbortSignal {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  return stop.signal
}

function told(line: string, exitCode: number): number {
  console.error(line)
  return exitCode
}

process.exitCode = await main()
