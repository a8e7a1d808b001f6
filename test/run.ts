// `npm test`: everything CI runs: browsers, check, build, then every test. The last line counts it all. With arguments they are vitest's: one file, one sentence.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { installParts } from './browsers.ts'
import { build } from './built.ts'
import { accuracy, type Step, slowest, tallyOf } from './ending.ts'
import { type Lane, projects, run, vitest } from './lane.ts'
import { closeTemporary, leftIn, openTemporary } from './left.ts'

/** At once in the lane of browsers: they mostly wait. */
const AT_ONCE = '12'

/** What needs no browser, and beside it what rules them. */
const FIRST: readonly Lane[] = [
  { name: 'no browser', args: projects('unit', 'stores') },
  { name: 'machine', args: projects('machine') },
]
const BROWSERS: Lane = {
  name: 'browsers',
  args: projects('pages', 'journey', 'embeds', 'scenes *'),
  env: { TEST_WORKERS: AT_ONCE },
}
const QUIET: Lane = { name: 'quiet', args: projects('quiet') }

/** One `npm run` script: passed or failed as a whole. */
function script(name: string): Step {
  console.log(`\n── npm run ${name}`)
  const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: ['ignore', 'inherit', 'inherit'] })
  return { name: `npm run ${name}`, ok: status === 0 }
}

async function everything(): Promise<void> {
  const began = Date.now()
  for (const line of installParts()) console.log(line)
  const steps = [script('check'), { name: 'npm run build', ok: build() }]
  const folder = openTemporary()
  const reports = mkdtempSync(join(folder, 'reports-'))
  const first = await Promise.all(FIRST.map(lane => run(lane, reports)))
  const lanes = [...first, await run(BROWSERS, reports), await run(QUIET, reports)]
  const left = leftIn(folder)
  closeTemporary(folder)
  end([...steps, ...left.map(name => ({ name: `left behind: ${name}`, ok: false }))], lanes, began)
}

/** Told again at the end, where a long log is read first. */
function end(steps: readonly Step[], lanes: readonly Awaited<ReturnType<typeof run>>[], began: number): void {
  const files = lanes.flatMap(lane => lane.files)
  const { passed, failures, skipped, retried } = tallyOf(steps, lanes)
  for (const line of slowest(files)) console.log(line)
  for (const failure of failures) console.log(`failed: ${failure}`)
  for (const name of skipped) console.log(`skipped: ${name}`)
  for (const name of retried) console.log(`passed only when it was played again: ${name}`)
  const right = accuracy(files)
  if (right) console.log(right)
  const strict = process.env.CI === 'true'
  if (strict && skipped.length > 0) console.log('CI: a skipped test is a failure')
  process.exitCode = failures.length > 0 || passed === 0 || (strict && skipped.length > 0) ? 1 : 0
  console.log(`${lanes.map(lane => `${lane.name} ${lane.seconds.toFixed(0)} s`).join(', ')}`)
  console.log(`wall time ${((Date.now() - began) / 60_000).toFixed(1)} min`)
  console.log(`${passed} passed, ${failures.length} failed, ${skipped.length} skipped`)
}

const asked = process.argv.slice(2)
if (asked.length === 0) await everything()
else process.exitCode = await vitest(asked, { TEST_SHARDS: '1' })
