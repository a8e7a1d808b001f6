// The door of the operator's command line: npm run hub -- COMMAND
import { runCli } from './cli.ts'

const ending = await runCli(process.argv.slice(2), process.env, Date.now())
if (ending.out) console.log(ending.out)
if (ending.err) console.error(ending.err)
process.exitCode = ending.code
