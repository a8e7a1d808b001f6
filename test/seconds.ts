// What a run has measured, laid down where the next `test/seconds.json` is taken from: seconds of each file, and of each scene.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileTold } from './reporter.ts'
import { root } from './rules/tree.ts'

const MEASURED = join(root, 'test/.artifacts/seconds.json')

/** Of what was run more than once (in both browsers, on both databases) the longest. */
function measuredIn(files: readonly FileTold[]): Readonly<Record<string, number>> {
  const seconds: Record<string, number> = {}
  const keep = (name: string, took: number): void => {
    seconds[name] = Math.max(seconds[name] ?? 0, Math.round(took))
  }
  for (const { file, tests, seconds: took } of files) {
    const scenes = tests.filter(test => test.errorsMs.length > 0)
    for (const scene of scenes) keep(scene.name.split(' > ').at(-1) ?? '', scene.seconds)
    if (scenes.length === 0) keep(file, took)
  }
  return Object.fromEntries(Object.entries(seconds).sort(([a], [b]) => a.localeCompare(b)))
}

export function layDown(files: readonly FileTold[]): void {
  mkdirSync(join(root, 'test/.artifacts'), { recursive: true })
  writeFileSync(MEASURED, `${JSON.stringify(measuredIn(files), null, 2)}\n`)
}
