// `npm run bench [-- NAME [options]]`: every benchmark, or one of them, as a table.
import { accuracy } from './accuracy.ts'
import { drift } from './drift.ts'
import { fanOut } from './fan-out.ts'
import { faults } from './faults.ts'
import { ingest } from './ingest.ts'
import { overhead } from './overhead.ts'
import { team } from './team.ts'
import { widgets } from './widgets.ts'

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  accuracy,
  drift,
  overhead,
  ingest,
  'fan-out': fanOut,
  faults,
  team,
  widgets,
}

const [name, ...args] = process.argv.slice(2)
const chosen = name === undefined ? Object.values(BENCHES) : [BENCHES[name]]
for (const bench of chosen) {
  if (!bench) {
    console.error(`there is no benchmark "${name}"; there are: ${Object.keys(BENCHES).join(', ')}`)
    process.exitCode = 2
    break
  }
  await bench(args)
}
