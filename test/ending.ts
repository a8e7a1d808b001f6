// The last lines of `npm test`: what failed, what was skipped, what passed only when played again, what was slow, and the count.
import type { LaneTold } from './lane.ts'
import type { FileTold } from './reporter.ts'

/** Everything that was run, added up. */
interface Tally {
  readonly passed: number
  readonly failures: readonly string[]
  readonly skipped: readonly string[]
  readonly retried: readonly string[]
}

/** What is no test of vitest's: passed or failed as a whole. */
export interface Step {
  readonly name: string
  readonly ok: boolean
}

export function tallyOf(steps: readonly Step[], lanes: readonly LaneTold[]): Tally {
  const files = lanes.flatMap(lane => lane.files)
  const tests = files.flatMap(file =>
    file.tests.map(test => ({ ...test, name: `${file.file} > ${test.name}` })),
  )
  return {
    passed: steps.filter(step => step.ok).length + tests.filter(test => test.state === 'passed').length,
    failures: [
      ...steps.filter(step => !step.ok).map(step => step.name),
      ...lanes.filter(lane => lane.why).map(lane => `${lane.name}\n${lane.why}`),
      ...files.filter(file => file.why).map(file => `${file.file}\n${file.why}`),
      ...tests.filter(test => test.state === 'failed').map(test => `${test.name}\n${test.why}`),
    ],
    skipped: tests
      .filter(test => test.state === 'skipped' || test.state === 'pending')
      .map(test => test.name),
    retried: tests.filter(test => test.retried).map(test => test.name),
  }
}

const SLOWEST = 20

/** The slowest files, as a table; a file that was run by several projects stands once for each. */
export function slowest(files: readonly FileTold[]): readonly string[] {
  const rows = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST)
  return ['', 'seconds  tests  file', ...rows.map(rowOf)]
}

const rowOf = ({ seconds, tests, file, project }: FileTold): string =>
  `${seconds.toFixed(1).padStart(7)}  ${String(tests.length).padStart(5)}  ${file} (${project})`

/** How far the scenes' counts were from the truth: half of them, 95 of 100, and the farthest. */
function spread(name: string, errorsMs: readonly number[]): string {
  const sorted = errorsMs.map(Math.abs).sort((a, b) => a - b)
  const at = (share: number): string =>
    `${((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1000).toFixed(2)} s`
  return `${name}: ${sorted.length} counts beside the truth: p50 ${at(0.5)}, p95 ${at(0.95)}, largest ${at(1)}`
}

export function accuracy(files: readonly FileTold[]): readonly string[] {
  const scenes = files.flatMap(file => file.tests).filter(test => test.errorsMs.length > 0)
  if (scenes.length === 0) return []
  const exact = scenes.filter(scene => !scene.loses)
  return [
    spread(
      'scenes',
      scenes.flatMap(scene => scene.errorsMs),
    ),
    spread(
      'scenes that may lose no heartbeat',
      exact.flatMap(scene => scene.errorsMs),
    ),
  ]
}
