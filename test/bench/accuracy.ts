// How right is counted time? One small working day, scene by scene, beside the wall clock.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SCENES, type Scene } from '../scenes/scenes.ts'
import { hostsOf, play, Stage } from '../scenes/stage.ts'
import { median, table } from './table.ts'

/** One showing of a scene, all its platforms together. Milliseconds. */
interface Measured {
  readonly truth: number
  readonly counted: number
  readonly over: number
  readonly under: number
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

export async function accuracy(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { repeat: { type: 'string', default: '5' }, only: { type: 'string', default: '' } },
  })
  const scenes = SCENES.filter(scene => scene.name.includes(values.only))
  const results = new Map<Scene, Measured[]>(scenes.map(scene => [scene, []]))
  for (let round = 1; round <= Number(values.repeat); round += 1) {
    const stage = await Stage.build(mkdtempSync(join(tmpdir(), 'nhipso-bench-')), scenes.flatMap(hostsOf))
    try {
      for (const scene of scenes) results.get(scene)?.push(await measure(stage, scene))
      console.error(`accuracy: round ${round} of ${values.repeat} done`)
    } finally {
      await stage.close()
    }
  }
  print(results)
}

async function measure(stage: Stage, scene: Scene): Promise<Measured> {
  const showings = await play(stage, scene)
  const errors = showings.map(s => s.countedMs - s.truthMs)
  return {
    truth: showings.reduce((sum, s) => sum + s.truthMs, 0),
    counted: showings.reduce((sum, s) => sum + s.countedMs, 0),
    over: errors.reduce((sum, e) => sum + Math.max(0, e), 0),
    under: errors.reduce((sum, e) => sum + Math.max(0, -e), 0),
  }
}

function print(results: ReadonlyMap<Scene, readonly Measured[]>): void {
  const rows = [...results].map(([scene, all]) => {
    const middle = (of: keyof Measured): number => median(all.map(m => m[of]))
    const worst = (of: keyof Measured): number => Math.max(...all.map(m => m[of]))
    const cells = [
      middle('truth'),
      middle('counted'),
      middle('counted') - middle('truth'),
      worst('over'),
      worst('under'),
    ]
    return [scene.loses ? `${scene.name} *` : scene.name, ...cells.map(seconds)]
  })
  console.log('\naccuracy, seconds; median of truth, counted and error, worst of over- and under-credit')
  console.log('* the browser is killed or suspended: up to one heartbeat may be lost\n')
  console.log(table(['scene', 'truth', 'counted', 'error', 'worst over', 'worst under'], rows))
  const steady = [...results].filter(([scene]) => !scene.loses).flatMap(([, all]) => all)
  const truth = steady.reduce((sum, m) => sum + m.truth, 0)
  const error = steady.reduce((sum, m) => sum + m.over + m.under, 0)
  console.log(
    `\nwithout kill and suspend: summed absolute error ${((100 * error) / truth).toFixed(2)} % of the truth`,
  )
}
