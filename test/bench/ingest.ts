// How many signed, durable reports a second? Beside a bare Hono, and one that does nothing but check signatures.
import { parseArgs } from 'node:util'
import { addDays, dayOf } from '../../shared/core/day.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import { baseline } from './baseline.ts'
import { KINDS, type Kind, type Person, PLATFORMS, startBenchHub } from './bench-hub.ts'
import { perSecond, quantile, type Shot, shoot, written } from './load.ts'
import { cpuMs, mostKb } from './memory.ts'
import { median, spread, table } from './table.ts'

const ROWS = 4
const WARM_UP = 0.1
const REPORTS = '/api/v1/reports'

interface Wish {
  readonly reports: number
  readonly devices: number
  readonly connections: number
  /** So often, turn by turn: a shared machine is not the same from one minute to the next. */
  readonly rounds: number
}

/** Who is measured. */
interface Contestant {
  readonly what: string
  readonly path: string
  readonly pid: number
  readonly port: number
}

/** What it did, round by round. */
interface Measured {
  readonly what: string
  readonly peaks: readonly Shot[]
  readonly cpuUs: readonly number[]
  readonly mostMb: number
}

/** One database: the two baselines, the hub, and the hub once more at half its peak. */
interface Outcome {
  readonly bare: Measured
  readonly alone: Measured
  readonly hub: Measured
  readonly half: Shot
}

export async function ingest(args: readonly string[]): Promise<void> {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const options = { reports: text('6000'), devices: text('500'), connections: text('64'), rounds: text('3') }
  const { values } = parseArgs({ args: [...args], options })
  const wish = {
    reports: Number(values.reports),
    devices: Number(values.devices),
    connections: Number(values.connections),
    rounds: Number(values.rounds),
  }
  console.log(
    `\ningest: ${wish.rounds} rounds of ${wish.reports} signed reports of ${ROWS} rows, ${wish.devices} devices, ${wish.connections} connections\n`,
  )
  const outcomes: Outcome[] = []
  for (const kind of KINDS) outcomes.push(await measure(kind, wish))
  print(outcomes)
}

async function measure(kind: Kind, wish: Wish): Promise<Outcome> {
  const stand = await startBenchHub(kind)
  try {
    const hub = await stand.start()
    const people = await stand.people(wish.devices)
    const line = await baseline(people)
    const runs = {
      bare: runOf({ what: 'bare Hono, no store', path: '/bare', ...line }, people, wish),
      alone: runOf({ what: 'signature checking alone', path: REPORTS, ...line }, people, wish),
      hub: runOf({ what: `hub, ${kind}`, path: REPORTS, port: stand.port, pid: hub.pid }, people, wish),
    }
    for (let round = 0; round < wish.rounds; round += 1) {
      for (const run of Object.values(runs)) await run.round()
    }
    const [bare, alone, told] = [runs.bare.told(), runs.alone.told(), runs.hub.told()]
    await line.stop()
    const later = await sign(people, wish.reports / 2, REPORTS, stand.port, wish.reports * wish.rounds)
    const half = await shoot(later, {
      port: stand.port,
      connections: wish.connections,
      rate: median(told.peaks.map(perSecond)) / 2,
    })
    await hub.stop()
    return { bare, alone, hub: told, half }
  } finally {
    await stand.away()
  }
}

function runOf({ what, path, pid, port }: Contestant, people: readonly Person[], wish: Wish) {
  const peaks: Shot[] = []
  const cpuUs: number[] = []
  const { connections } = wish
  return {
    round: async (): Promise<void> => {
      const all = await sign(people, wish.reports, path, port, wish.reports * peaks.length)
      const warm = Math.floor(all.length * WARM_UP)
      await shoot(all.slice(0, warm), { port, connections })
      const before = cpuMs(pid)
      const peak = await shoot(all.slice(warm), { port, connections })
      cpuUs.push(((cpuMs(pid) - before) * 1000) / peak.latenciesMs.length)
      peaks.push(peak)
      const bad = [...peak.statuses].filter(([status]) => status !== 200)
      if (bad.length > 0)
        throw new Error(`${what}: answers other than 200: ${bad.map(one => one.join(' × ')).join(', ')}`)
      console.error(`ingest: ${what}: round ${peaks.length} done`)
    },
    told: (): Measured => ({ what, peaks, cpuUs, mostMb: mostKb(pid) / 1024 }),
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

function rowOf(one: Measured, alone: Measured, half: Shot | null): readonly string[] {
  const late = (part: number) => median(one.peaks.map(peak => quantile(peak.latenciesMs, part))).toFixed(1)
  // each round beside its own baseline
  const ratios = one.peaks.map((peak, i) => (100 * perSecond(peak)) / perSecond(alone.peaks[i] ?? peak))
  return [
    one.what,
    spread(one.peaks.map(perSecond)),
    spread(ratios, ' %'),
    late(0.5),
    late(0.99),
    half ? quantile(half.latenciesMs, 0.99).toFixed(1) : '–',
    median(one.cpuUs).toFixed(0),
    one.mostMb.toFixed(0),
  ]
}

function print(outcomes: readonly Outcome[]): void {
  const head = [
    'what',
    'reports/s',
    'against signatures alone',
    'p50 ms',
    'p99 ms',
    'p99 ms at half the peak',
    'CPU µs/report',
    'most memory MB',
  ]
  const rows = outcomes.flatMap(({ bare, alone, hub, half }) => [
    rowOf(bare, alone, null),
    rowOf(alone, alone, null),
    rowOf(hub, alone, half),
  ])
  console.log(table(head, rows))
}
