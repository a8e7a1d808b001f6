// What is left after the worst? Everything that was acknowledged, once: a table of faults, and what must be zero.
import { parseArgs } from 'node:util'
import { KINDS } from './bench-hub.ts'
import { clockBack, fullDisk, restarts, secondHub, tornLogs } from './fault-injection.ts'
import { kills } from './kills.ts'
import type { Tally } from './ledger.ts'
import { slowListeners } from './slow-readers.ts'
import { table } from './table.ts'

const NUMBERS = ['requests', 'resends', 'lost', 'acknowledged', 'refused', 'rowsLost', 'doubles'] as const
const HEAD = [
  'fault',
  'requests',
  'sent again',
  'answer not awaited',
  'acknowledged',
  'refused',
  'acknowledged rows lost',
  'double counts',
]

export async function faults(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '30' },
      people: { type: 'string', default: '40' },
      restarts: { type: 'string', default: '5' },
      cuts: { type: 'string', default: '200' },
      idle: { type: 'string', default: '2000' },
      slow: { type: 'string', default: '20' },
    },
  })
  const [rounds, people] = [Number(values.rounds), Number(values.people)]
  const rows: string[][] = []
  const tell = (fault: string, tally: Tally): void => {
    console.error(`faults: ${fault} done`)
    rows.push([fault, ...NUMBERS.map(name => String(tally[name]))])
  }
  for (const kind of KINDS) {
    tell(`kill -9, ${rounds} times, ${kind}`, await kills(kind, { rounds, people, ms: [200, 900] }))
    tell(`clock set back a day, and forward, ${kind}`, await clockBack(kind, people))
  }
  tell(`PostgreSQL restarted ${values.restarts} times`, await restarts(Number(values.restarts), people))
  const disk = await fullDisk(people)
  if (disk) tell('disk full, then room again, SQLite', disk)
  console.log(`\nfaults, ${people} people sending one report after the other\n`)
  console.log(table(HEAD, rows))
  if (!disk) console.log('\nnot run: disk full (needs the right to mount a tmpfs)')
  await others(Number(values.cuts), people, Number(values.idle), Number(values.slow))
}

async function others(cuts: number, people: number, idle: number, slow: number): Promise<void> {
  const torn = await tornLogs(cuts, people)
  const streams = await slowListeners(idle, slow)
  const rows = [
    ['second hub on one SQLite file', (await secondHub()) ? 'refused' : 'NOT REFUSED'],
    ['write-ahead logs cut anywhere that open soundly', `${torn.sound} of ${torn.cuts}`],
    ['listeners who read, and heard the last release', `${streams.heard} of ${streams.idle}`],
    ['listeners who read nothing, and were let go', `${streams.evicted} of ${streams.slow}`],
    ['memory of the hub meanwhile, MB, before and at most', `${streams.beforeMb} → ${streams.mostMb}`],
  ]
  console.log(`\n${table(['fault', 'outcome'], rows)}`)
}
