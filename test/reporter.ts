// Vitest's reporter for `npm test`: tells each scene's error as it comes, and leaves behind what the last lines are made of.
import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'

declare module 'vitest' {
  interface TaskMeta {
    /** Of a scene: what was counted minus what was true, for each host and each time it was played. */
    errorsMs?: number[]
    /** Of a scene: up to one heartbeat may be lost in it. */
    loses?: boolean
  }
}

export interface TestTold {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending'
  readonly why: string
  readonly seconds: number
  /** It passed, but not at once. */
  readonly retried: boolean
  readonly errorsMs: readonly number[]
  readonly loses: boolean
}

export interface FileTold {
  readonly file: string
  readonly project: string
  readonly seconds: number
  /** Why the file could not be run as a whole. */
  readonly why: string
  readonly tests: readonly TestTold[]
}

const whyOf = (errors: readonly Pick<SerializedError, 'message' | 'stack'>[]): string =>
  errors.map(error => error.stack ?? error.message).join('\n')

function testTold(test: TestCase): TestTold {
  const { state, errors } = test.result()
  const timed = test.diagnostic()
  return {
    name: test.fullName,
    state,
    why: whyOf(errors ?? []),
    seconds: (timed?.duration ?? 0) / 1000,
    retried: timed?.flaky ?? false,
    errorsMs: test.meta().errorsMs ?? [],
    loses: test.meta().loses ?? false,
  }
}

function fileTold(module: TestModule): FileTold {
  const { collectDuration, prepareDuration, environmentSetupDuration, setupDuration, duration } =
    module.diagnostic()
  const all = collectDuration + prepareDuration + environmentSetupDuration + setupDuration + duration
  const suites = [...module.children.allSuites()].flatMap(suite => suite.errors())
  return {
    file: module.relativeModuleId,
    project: module.project.name,
    seconds: all / 1000,
    why: whyOf([...module.errors(), ...suites]),
    tests: [...module.children.allTests()].map(testTold),
  }
}

const told = (ms: number): string => `${ms < 0 ? '−' : '+'}${(Math.abs(ms) / 1000).toFixed(2)} s`

export default class implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { errorsMs } = test.meta()
    if (errorsMs) console.log(`   counted minus true: ${errorsMs.map(told).join(', ')}: ${test.fullName}`)
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env.TEST_REPORT
    if (file) writeFileSync(file, JSON.stringify({ files: modules.map(fileTold), why: whyOf(errors) }))
  }
}
