// `npm test`: everything CI runs: browsers, check, build, then every test. The last line counts it all.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { installParts } from './browsers.ts'

interface Tally {
  readonly passed: number
  readonly failed: number
  /** What failed, by name. */
  readonly failures: readonly string[]
  readonly skipped: readonly string[]
}

const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...a.failures, ...b.failures],
  skipped: [...a.skipped, ...b.skipped],
})

/** One `npm run` script: passed or failed as a whole. */
function script(name: string): Tally {
  console.log(`\n── npm run ${name}`)
  const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: ['ignore', 'inherit', 'inherit'] })
  return status === 0
    ? { passed: 1, failed: 0, failures: [], skipped: [] }
    : { passed: 0, failed: 1, failures: [`npm run ${name}`], skipped: [] }
}

/** Vitest's JSON, as far as we count it. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Some projects of vitest.config.ts, alone on the machine. */
function tests(...projects: readonly string[]): Tally {
  console.log(`\n── ${projects.join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-test-'))
  const file = join(folder, 'report.json')
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const chosen = projects.flatMap(project => ['--project', project])
  const flags = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = spawnSync(process.execPath, [vitest, ...flags], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  try {
    return tallyOf(JSON.parse(readFileSync(file, 'utf8')), status)
  } catch (error) {
    console.log(`the tests left no report: ${error}`)
    return { passed: 0, failed: 1, failures: [`${projects.join(', ')}: no report`], skipped: [] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tallyOf(report: VitestReport, status: number | null): Tally {
  const all = report.testResults.flatMap(file => file.assertionResults)
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 || status !== 0 ? 1 : 0)
  const failures = report.testResults.filter(file => file.status !== 'passed').flatMap(failuresOf)
  const skipped = all.filter(t => t.status !== 'passed' && t.status !== 'failed').map(t => t.fullName)
  return { passed: report.numPassedTests, failed, failures, skipped }
}

/** What failed in one file: its sentences, each with why; or the file itself, when it could not be run. */
function failuresOf(file: VitestReport['testResults'][number]): string[] {
  const where = relative(process.cwd(), file.name)
  const sentences = file.assertionResults
    .filter(test => test.status === 'failed')
    .map(test => `${where} > ${test.fullName}\n${test.failureMessages.join('\n')}`)
  return sentences.length > 0 ? sentences : [`${where}\n${file.message}`]
}

const missing = installParts()
for (const line of missing) console.log(line)
const total = [
  script('check'),
  script('build'),
  tests('unit', 'stores'),
  // real browsers measure time: nothing else may run beside them
  tests('embeds'),
  tests('journey'),
].reduce(add)

// told again at the end, where a long log is read first
for (const failure of total.failures) console.log(`failed: ${failure}`)
for (const name of total.skipped) console.log(`skipped: ${name}`)
const strict = process.env.CI === 'true'
if (strict && total.skipped.length > 0) console.log('CI: a skipped test is a failure')
process.exitCode = total.failed > 0 || total.passed === 0 || (strict && total.skipped.length > 0) ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`)
