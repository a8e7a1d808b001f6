// How right is counted time? One small working day, scene by scene, beside the wall clock, and beside other trackers.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEPARTURES } from '../scenes/departures.ts'
import { EDGES } from '../scenes/edges.ts'
import { hostsOf, play } from '../scenes/play.ts'
import { SCENES, type Scene } from '../scenes/scenes.ts'
import { Stage } from '../scenes/stage.ts'
import { buildControl } from './control.ts'
import { type Peer, peer, peersIn, readTotals } from './peers.ts'
import { median, table } from './table.ts'

/** One showing of a scene, all its platforms together. Milliseconds. */
interface Measured {
  readonly truth: number
  readonly counted: number
  readonly over: number
  readonly under: number
  /** What each other tracker counted beside the truth, by name. */
  readonly others: Readonly<Record<string, number>>
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

export async function accuracy(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repeat: { type: 'string', default: '5' },
      parallel: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
    },
  })
  const scenes = [...SCENES, ...DEPARTURES, ...EDGES].filter(scene => scene.name.includes(values.only))
  const results = new Map<Scene<Stage>, Measured[]>(scenes.map(scene => [scene, []]))
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-bench-'))
  const peers = [peer('control', buildControl(folder)), ...peersIn(process.env.PEERS_DIR)]
  const rounds = Array.from({ length: Number(values.repeat) }, (_, i) => i + 1)
  const one = async (round: number): Promise<void> => {
    const hosts = scenes.flatMap(hostsOf)
    const others = peers.map(({ folder }) => folder)
    const stage = await Stage.build(join(folder, `round-${round}`), hosts, { others })
    try {
      for (const scene of turned(scenes, round)) results.get(scene)?.push(await measure(stage, scene, peers))
      console.error(`accuracy: round ${round} of ${values.repeat} done`)
    } finally {
      await stage.close()
    }
  }
  const lane = async (): Promise<void> => {
    for (let next = rounds.shift(); next; next = rounds.shift()) await one(next)
  }
  await Promise.all(Array.from({ length: Number(values.parallel) }, lane))
  rmSync(folder, { recursive: true, force: true })
  print(results, peers)
}

/** Each round begins with another scene: none owes its figure to the one before it. */
const turned = <T>(all: readonly T[], round: number): readonly T[] => {
  const first = Math.floor((all.length * round) / 5) % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}

async function measure(stage: Stage, scene: Scene<Stage>, peers: readonly Peer[]): Promise<Measured> {
  const before = await totals(stage, peers)
  const showings = await play(stage, scene)
  const after = await totals(stage, peers)
  const errors = showings.map(s => s.countedMs - s.truthMs)
  const truth = sum(showings.map(s => s.truthMs))
  const others = peers.map(({ name }, i) => {
    const counted = showings.map(({ host }) => (after[i]?.[host] ?? 0) - (before[i]?.[host] ?? 0))
    return [name, sum(counted) - truth]
  })
  return {
    truth,
    counted: sum(showings.map(s => s.countedMs)),
    over: sum(errors.map(e => Math.max(0, e))),
    under: sum(errors.map(e => Math.max(0, -e))),
    others: Object.fromEntries(others),
  }
}

const totals = (stage: Stage, peers: readonly Peer[]): Promise<readonly Record<string, number>[]> =>
  Promise.all(peers.map(({ id }) => stage.inOther(id, readTotals)))

function print(results: ReadonlyMap<Scene<Stage>, readonly Measured[]>, peers: readonly Peer[]): void {
  const rows = [...results].map(([scene, all]) => {
    const middle = (of: (m: Measured) => number): number => median(all.map(of))
    const worst = (of: (m: Measured) => number): number => Math.max(...all.map(of))
    const cells = [
      middle(m => m.truth),
      middle(m => m.counted),
      middle(m => m.counted - m.truth),
      worst(m => m.over),
      worst(m => m.under),
      ...peers.map(({ name }) => middle(m => m.others[name] ?? 0)),
    ]
    return [scene.loses ? `${scene.name} *` : scene.name, ...cells.map(seconds)]
  })
  console.log('\naccuracy, seconds; median of truth, counted and error, worst of over- and under-credit;')
  console.log(
    `median error of ${peers.map(({ name }) => name).join(', ')}, in the same browser at the same time`,
  )
  console.log('* the browser is killed or suspended: up to one heartbeat may be lost\n')
  const head = ['scene', 'truth', 'counted', 'error', 'worst over', 'worst under']
  console.log(table([...head, ...peers.map(({ name }) => name)], rows))
  const steady = [...results].filter(([scene]) => !scene.loses).flatMap(([, all]) => all)
  const truth = sum(steady.map(m => m.truth))
  const share = (error: number): string => `${((100 * error) / truth).toFixed(2)} %`
  console.log('\nsummed absolute error in the scenes without kill and suspend, as a share of the truth:')
  console.log(`Nhịp Số ${share(sum(steady.map(m => m.over + m.under)))}`)
  for (const { name } of peers)
    console.log(`${name} ${share(sum(steady.map(m => Math.abs(m.others[name] ?? 0))))}`)
}
