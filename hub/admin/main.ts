// The door of the operator's command line: npm run hub -- COMMAND
import { runLine } from './cli.ts'

const ending = await runLine(process.argv.slice(2), process.env, Date.now())
if (ending.out) console.log(ending.out)
if (ending.err) console.error(ending.err)
process.exitCode = ending.code
