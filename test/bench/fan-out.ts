// One release, ten thousand listeners: how much does each cost, and how late is the last? And snapshots by GET.
import { parseArgs } from 'node:util'
import { routes } from '../../shared/wire/routes.ts'
import { baseline } from './baseline.ts'
import { type BenchHub, startBenchHub } from './bench-hub.ts'
import { listenAll } from './listeners.ts'
import { perSecond, quantile, type Shot, shoot, written } from './load.ts'
import { residentKb } from './memory.ts'
import { hangUp, until } from './slow-readers.ts'
import { median, spread, table } from './table.ts'
import { type ReleasingHub, startReleasingHub } from './trigger-release.ts'

const RELEASES = 5
const ROUNDS = 7
const CONNECTIONS = 64

export async function fanOut(args: readonly string[]): Promise<void> {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const { values } = parseArgs({ args: [...args], options: { clients: text('10000'), gets: text('20000') } })
  const stand = await startBenchHub('SQLite')
  try {
    const hub = await startReleasingHub(stand)
    await hub.release()
    const gets = await snapshots(stand, Number(values.gets))
    const streams = await listeners(stand, hub, Number(values.clients))
    await hub.stop()
    print(gets, streams, Number(values.clients))
  } finally {
    await stand.away()
  }
}

interface Gets {
  /** Round by round. */
  readonly hub: readonly Shot[]
  readonly bare: readonly Shot[]
  readonly bytes: number
}

/** Turn by turn with the baseline: a shared machine is not the same from one minute to the next. */
async function snapshots(stand: BenchHub, count: number): Promise<Gets> {
  const bytes = await (await fetch(routes(stand.line.hub).scores())).text()
  const bare = await baseline([], bytes)
  const many = (path: string, port: number) =>
    Array.from({ length: count }, () => written('GET', path, `127.0.0.1:${port}`, {}, ''))
  const shots = { hub: [] as Shot[], bare: [] as Shot[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    shots.bare.push(await shoot(many('/bytes', bare.port), { port: bare.port, connections: CONNECTIONS }))
    shots.hub.push(
      await shoot(many('/api/v1/scores', stand.port), { port: stand.port, connections: CONNECTIONS }),
    )
  }
  await bare.stop()
  return { ...shots, bytes: Buffer.byteLength(bytes) }
}

interface ReleasedCell {
  readonly heard: number
  readonly kbEach: number
  readonly lateMs: readonly number[]
}

async function listeners(stand: BenchHub, hub: ReleasingHub, count: number): Promise<ReleasedCell> {
  const before = residentKb(hub.pid)
  const all = await listenAll(stand.port, count, true)
  const { release } = await hub.release() // everybody has been told something
  await until(() => all.every(one => one.heard.has(release)))
  const kbEach = (residentKb(hub.pid) - before) / count
  const lateMs: number[] = []
  for (let i = 0; i < RELEASES; i += 1) {
    const one = await hub.release()
    await until(() => all.every(listener => listener.heard.has(one.release)))
    for (const listener of all) lateMs.push((listener.heard.get(one.release) ?? Number.NaN) - one.lookedAt)
  }
  for (const one of all) hangUp(one)
  const heard = lateMs.filter(ms => !Number.isNaN(ms))
  return { heard: heard.length, kbEach, lateMs: heard.sort((a, b) => a - b) }
}

function print({ hub, bare, bytes }: Gets, { heard, kbEach, lateMs }: ReleasedCell, clients: number): void {
  console.log(`\nfan-out: ${clients} listeners of the event stream, ${RELEASES} releases of ${bytes} bytes\n`)
  const told: readonly (readonly [string, string])[] = [
    ['events heard', `${heard} of ${clients * RELEASES}`],
    ['memory of the hub for each listener, kB', kbEach.toFixed(1)],
    ['from the hub’s look to the listener, p50, ms', quantile(lateMs, 0.5).toFixed(0)],
    ['p99, ms', quantile(lateMs, 0.99).toFixed(0)],
  ]
  console.log(table(['listeners', 'measured'], told))
  const row = (what: string, shots: readonly Shot[]) => [
    what,
    spread(shots.map(perSecond)),
    spread(
      shots.map((shot, i) => (100 * perSecond(shot)) / perSecond(bare[i] ?? shot)),
      ' %',
    ),
    median(shots.map(shot => quantile(shot.latenciesMs, 0.5))).toFixed(1),
    median(shots.map(shot => quantile(shot.latenciesMs, 0.99))).toFixed(1),
  ]
  const head = ['GET of the snapshot', 'answers/s', 'against bare', 'p50 ms', 'p99 ms']
  console.log(`\n${table(head, [row('bare Hono, the same bytes', bare), row('hub', hub)])}`)
}
