// `npm test`: everything CI runs: browsers, check, build, then every test. The last line counts it all. With arguments they are vitest's: one file, one sentence.
import { mkdtempSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { installParts } from './browsers.ts'
import { build } from './built.ts'
import { accuracy, type Step, slowest, tallyOf } from './ending.ts'
import { type Lane, type LaneTold, projects, run, vitest } from './lane.ts'
import { closeTemporary, leftIn, openTemporary } from './left.ts'
import { npm } from './npm.ts'
import { layDown } from './seconds.ts'

/**
 * Scenes mostly wait, and what delays them is an error in what they show: they have the cores first. Who waits for
 * browsers gets what they leave, and who only computes gets the rest.
 */
const SCENES: Lane = { name: 'scenes', args: projects('scenes *'), env: { TEST_WORKERS: '9' } }
const BROWSERS: Lane = {
  name: 'browsers',
  args: projects('journey', 'pages', 'embeds'),
  env: { TEST_WORKERS: '3' },
  niceness: 10,
}
const COMPUTES: Lane = { name: 'no browser', args: projects('unit', 'stores'), niceness: 15 }
const MACHINE: Lane = { name: 'machine', args: projects('machine') }
const QUIET: Lane = { name: 'quiet', args: projects('quiet') }

/** Who rules browsers runs before all that open one, and who measures after all, alone; what computes, beside them. */
async function lanesIn(reports: string): Promise<readonly LaneTold[]> {
  const computes = run(COMPUTES, reports)
  const machine = await run(MACHINE, reports)
  const beside = await Promise.all([run(SCENES, reports), run(BROWSERS, reports), computes])
  return [machine, ...beside, await run(QUIET, reports)]
}

/** One `npm run` script: passed or failed as a whole. */
function script(name: string): Step {
  console.log(`\n── npm run ${name}`)
  const { status } = npm(['run', '--silent', name], { stdio: ['ignore', 'inherit', 'inherit'] })
  return { name: `npm run ${name}`, ok: status === 0 }
}

/** How long the cores of this machine have worked since it started, all together. */
const workedMs = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)

async function everything(): Promise<void> {
  const began = { at: Date.now(), workedMs: workedMs() }
  for (const line of installParts()) console.log(line)
  const steps = [script('check'), { name: 'npm run build', ok: build() }]
  const folder = openTemporary()
  const reports = mkdtempSync(join(folder, 'reports-'))
  const lanes = await lanesIn(reports)
  const left = leftIn(folder)
  closeTemporary(folder)
  end([...steps, ...left.map(name => ({ name: `left behind: ${name}`, ok: false }))], lanes, began)
}

/** Told again at the end, where a long log is read first. */
function end(
  steps: readonly Step[],
  lanes: readonly LaneTold[],
  began: { readonly at: number; readonly workedMs: number },
): void {
  const files = lanes.flatMap(lane => lane.files)
  layDown(files)
  const { passed, failures, skipped, retried } = tallyOf(steps, lanes)
  for (const line of slowest(files)) console.log(line)
  for (const failure of failures) console.log(`failed: ${failure}`)
  for (const name of skipped) console.log(`skipped: ${name}`)
  for (const name of retried) console.log(`passed only when it was played again: ${name}`)
  for (const line of accuracy(files)) console.log(line)
  const strict = process.env.CI === 'true'
  if (strict && skipped.length > 0) console.log('CI: a skipped test is a failure')
  process.exitCode = failures.length > 0 || passed === 0 || (strict && skipped.length > 0) ? 1 : 0
  console.log(`${lanes.map(lane => `${lane.name} ${lane.seconds.toFixed(0)} s`).join(', ')}`)
  const minutes = (Date.now() - began.at) / 60_000
  console.log(
    `wall time ${minutes.toFixed(1)} min; the cores worked ${((workedMs() - began.workedMs) / 60_000).toFixed(1)} min in all`,
  )
  console.log(`${passed} passed, ${failures.length} failed, ${skipped.length} skipped`)
}

const asked = process.argv.slice(2)
if (asked.length === 0) await everything()
else process.exitCode = await vitest({ args: asked, env: { TEST_SHARDS: '1' } })
