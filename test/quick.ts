// `npm run test:quick`: the sentences that most changes break, in a minute and a half: before a commit, not instead of `npm test`.
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setup } from './built.ts'
import { accuracy, tallyOf } from './ending.ts'
import { type Lane, projects, run } from './lane.ts'
import { closeTemporary, leftIn, openTemporary } from './left.ts'

/** Six scenes that take little time: of tabs, windows, other applications, and of the extension itself. */
const SCENES = [
  'following a link from one platform to another',
  'a new window that gets the focus late',
  'a tab that is never shown',
  'a PDF on a platform',
  'paused, then resumed',
  'the window minimised',
]
/** Files of the hub that start processes or try thousands of inputs: half a minute each, left to `npm test`. */
const SLOW = ['operator', 'reports', 'attacker', 'digest'].map(name => `test/hub/${name}.test.ts`)
/** Eight pages that are hard on a guest, each in its own way. */
const HOSTS = ['02', '05', '07', '11', '14', '17', '25', '30']

const LANES: readonly Lane[] = [
  {
    name: 'rules, core, wire and hub',
    niceness: 10,
    args: [
      ...projects('rules', 'unit'),
      ...['test/rules/', 'test/core/', 'test/wire/', 'test/hub/'],
      ...SLOW.flatMap(file => ['--exclude', file]),
    ],
  },
  {
    name: 'six scenes',
    args: [...projects('scenes chromium *'), 'test/scenes/scenes.test.ts'],
    env: { TEST_SCENES: SCENES.join('|'), TEST_SHARDS: '5', TEST_WORKERS: '4' },
  },
  { name: 'a Monday', args: [...projects('journey'), 'test/journey/a-monday.test.ts'] },
  {
    name: 'eight host pages',
    args: [...projects('embeds'), 'test/embeds/hosts.test.ts', '-t', `Chromium.* (${HOSTS.join('|')})-`],
  },
]

const began = Date.now()
await setup()
const folder = openTemporary()
const reports = mkdtempSync(join(folder, 'reports-'))
const lanes = await Promise.all(LANES.map(lane => run(lane, reports)))
const left = leftIn(folder).map(name => ({ name: `left behind: ${name}`, ok: false }))
closeTemporary(folder)
const { passed, failures, retried } = tallyOf(left, lanes)
for (const failure of failures) console.log(`failed: ${failure}`)
for (const name of retried) console.log(`passed only when it was played again: ${name}`)
for (const line of accuracy(lanes.flatMap(lane => lane.files))) console.log(line)
console.log(lanes.map(lane => `${lane.name} ${lane.seconds.toFixed(0)} s`).join(', '))
console.log(`${passed} passed, ${failures.length} failed in ${((Date.now() - began) / 1000).toFixed(0)} s`)
process.exitCode = failures.length > 0 || lanes.some(lane => lane.files.length === 0) ? 1 : 0
