// How far does the counted time drift in any mixed work? Minutes drawn from a seed, beside what the X server saw.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FirefoxStage } from '../scenes/firefox-stage.ts'
import { mixedWork } from '../scenes/mixed-work.ts'
import { hostsOf, play, type Showing } from '../scenes/play.ts'
import type { SceneStage } from '../scenes/scene-stage.ts'
import { Stage } from '../scenes/stage.ts'
import { table } from './table.ts'

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

/** `npm run bench -- drift --seed N --minutes M --browser B [--runs R]`: B is `chromium` or `firefox`; R seeds from N on, side by side. */
export async function drift(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '20' },
      browser: { type: 'string', default: 'chromium' },
      runs: { type: 'string', default: '1' },
    },
  })
  const { browser } = values
  if (browser !== 'chromium' && browser !== 'firefox')
    throw new Error(`--browser is chromium or firefox, not "${browser}"`)
  const seeds = Array.from({ length: Number(values.runs) }, (_, i) => Number(values.seed) + i)
  const runs = await Promise.all(
    seeds.map(async seed => ({ seed, shown: await run(seed, Number(values.minutes), browser) })),
  )
  console.log(`\ndrift: ${values.minutes} minutes of mixed work in ${browser}, seconds\n`)
  const head = ['seed', 'truth', 'counted', 'summed error', '%', 'most too much', 'most too little']
  console.log(
    table(
      head,
      runs.map(({ seed, shown }) => row(seed, shown)),
    ),
  )
}

async function run(
  seed: number,
  minutes: number,
  browser: 'chromium' | 'firefox',
): Promise<readonly Showing[]> {
  const scene = mixedWork(seed, minutes)
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-drift-'))
  const Stand = browser === 'firefox' ? FirefoxStage : Stage
  const stage: SceneStage = await Stand.build(folder, hostsOf(scene))
  try {
    return await play(stage, scene)
  } finally {
    await stage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function row(seed: number, shown: readonly Showing[]): readonly string[] {
  const sum = (of: (one: Showing) => number): number => shown.reduce((total, one) => total + of(one), 0)
  const errors = shown.map(({ countedMs, truthMs }) => countedMs - truthMs)
  const truth = sum(one => one.truthMs)
  const summed = errors.reduce((total, error) => total + Math.abs(error), 0)
  const counted = sum(one => one.countedMs)
  const cells = [truth, counted, summed].map(seconds)
  const most = [Math.max(0, ...errors), Math.max(0, ...errors.map(error => -error))].map(seconds)
  return [String(seed), ...cells, ((100 * summed) / truth).toFixed(2), ...most]
}
