// `npm test`: everything CI runs: browsers, check, build, then every test. The last line counts it all.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installParts } from './browsers.ts'

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
})

/** One `npm run` script: passed or failed as a whole. */
function script(name: string): Tally {
  console.log(`\n── npm run ${name}`)
  const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: ['ignore', 'inherit', 'inherit'] })
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] }
}

/** Vitest's JSON, as far as we count it. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
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
    return { passed: 0, failed: 1, skipped: [] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tallyOf(report: VitestReport, status: number | null): Tally {
  const all = report.testResults.flatMap(file => file.assertionResults)
  const failed = Math.max(report.numFailedTests, report.numFailedTestSuites > 0 || status !== 0 ? 1 : 0)
  const skipped = all.filter(t => t.status !== 'passed' && t.status !== 'failed').map(t => t.fullName)
  return { passed: report.numPassedTests, failed, skipped }
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

for (const name of total.skipped) console.log(`skipped: ${name}`)
const strict = process.env.CI === 'true'
if (strict && total.skipped.length > 0) console.log('CI: a skipped test is a failure')
process.exitCode = total.failed > 0 || total.passed === 0 || (strict && total.skipped.length > 0) ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`)
