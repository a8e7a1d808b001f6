// How many signed, durable reports a second? Beside a bare Hono, and one that does nothing but check signatures.
import { parseArgs } from 'node:util'
import { addDays, dayOf } from '../../shared/core/day.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import { baseline } from './baseline.ts'
import { perSecond, quantile, type Shot, shoot, written } from './load.ts'
import { cpuMs, mostKb } from './memory.ts'
import { KINDS, type Kind, newStand, type Person, PLATFORMS } from './stand.ts'
import { table } from './table.ts'

const ROWS = 4
const WARM_UP = 0.1

interface Wish {
  readonly reports: number
  readonly devices: number
  readonly connections: number
}

interface Measured {
  readonly what: string
  readonly peak: Shot
  readonly half: Shot | null
  readonly cpuUs: number
  readonly mostMb: number
}

export async function ingest(args: readonly string[]): Promise<void> {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const options = { reports: text('6000'), devices: text('500'), connections: text('64') }
  const { values } = parseArgs({ args: [...args], options })
  const wish = {
    reports: Number(values.reports),
    devices: Number(values.devices),
    connections: Number(values.connections),
  }
  const rows: Measured[] = []
  for (const kind of KINDS) rows.push(...(await measure(kind, wish, rows.length === 0)))
  print(rows, wish)
}

/** The hub on one store; with the baselines, which are the same for both, before the first. */
async function measure(kind: Kind, wish: Wish, baselines: boolean): Promise<readonly Measured[]> {
  const stand = await newStand(kind)
  try {
    const hub = await stand.start()
    const people = await stand.people(wish.devices)
    const rows: Measured[] = []
    if (baselines) {
      const bare = await baseline(people)
      const reports = (path: string) => sign(people, wish.reports, path, bare.port, 0)
      rows.push(await run('bare Hono, no store', await reports('/bare'), bare.pid, bare.port, wish))
      rows.push(
        await run('signature checking alone', await reports('/api/v1/reports'), bare.pid, bare.port, wish),
      )
      await bare.stop()
    }
    const peakReports = await sign(people, wish.reports, '/api/v1/reports', stand.port, 0)
    const peak = await run(`hub, ${kind}`, peakReports, hub.pid, stand.port, wish)
    const later = await sign(people, wish.reports / 2, '/api/v1/reports', stand.port, wish.reports)
    const half = await shoot(later, {
      port: stand.port,
      connections: wish.connections,
      rate: perSecond(peak.peak) / 2,
    })
    await hub.stop()
    return [...rows, { ...peak, half }]
  } finally {
    await stand.away()
  }
}

/** Reports signed beforehand: signing is the device's work. Four rows each, more from report to report. */
async function sign(
  people: readonly Person[],
  count: number,
  path: string,
  port: number,
  from: number,
): Promise<readonly Buffer[]> {
  const host = `127.0.0.1:${port}`
  const today = dayOf(Date.now())
  const all: Buffer[] = []
  for (let i = 0; i < count; i += 1) {
    const person = people[i % people.length]
    if (!person) continue
    const seq = Math.floor((from + i) / people.length) + 1
    const days = Array.from({ length: ROWS }, (_, row) => ({
      day: addDays(today, -(row % 2)),
      platform: PLATFORMS[row] ?? '',
      seconds: seq * 30,
    }))
    const body = JSON.stringify({ seq, days })
    const parts = { method: 'PUT', targetUri: `http://${host}${path}`, body: new TextEncoder().encode(body) }
    const proof = await signatureHeaders(parts, person.key, person.deviceId, Date.now())
    all.push(written('PUT', path, host, proof, body))
  }
  return all
}

async function run(
  what: string,
  all: readonly Buffer[],
  pid: number,
  port: number,
  wish: Wish,
): Promise<Measured> {
  const warm = Math.floor(all.length * WARM_UP)
  await shoot(all.slice(0, warm), { port, connections: wish.connections })
  const before = cpuMs(pid)
  const peak = await shoot(all.slice(warm), { port, connections: wish.connections })
  const cpuUs = ((cpuMs(pid) - before) * 1000) / peak.latenciesMs.length
  const bad = [...peak.statuses].filter(([status]) => status !== 200)
  if (bad.length > 0)
    throw new Error(`${what}: answers other than 200: ${bad.map(one => one.join(' × ')).join(', ')}`)
  console.error(`ingest: ${what} done`)
  return { what, peak, half: null, cpuUs, mostMb: mostKb(pid) / 1024 }
}

function print(rows: readonly Measured[], wish: Wish): void {
  const alone = rows.find(row => row.what === 'signature checking alone')
  const ratio = (shot: Shot): string =>
    alone ? `${Math.round((100 * perSecond(shot)) / perSecond(alone.peak))} %` : '–'
  console.log(
    `\ningest: ${wish.reports} signed reports of ${ROWS} rows, ${wish.devices} devices, ${wish.connections} connections\n`,
  )
  console.log(
    table(
      [
        'what',
        'reports/s',
        'against signatures alone',
        'p50 ms',
        'p99 ms',
        'p99 ms at half the peak',
        'CPU µs/report',
        'most memory MB',
      ],
      rows.map(({ what, peak, half, cpuUs, mostMb }) => [
        what,
        perSecond(peak).toFixed(0),
        ratio(peak),
        quantile(peak.latenciesMs, 0.5).toFixed(1),
        quantile(peak.latenciesMs, 0.99).toFixed(1),
        half ? quantile(half.latenciesMs, 0.99).toFixed(1) : '–',
        cpuUs.toFixed(0),
        mostMb.toFixed(0),
      ]),
    ),
  )
}
