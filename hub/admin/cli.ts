// The operator's command line → a command, its exit code, and what it prints.
import { parseArgs } from 'node:util'
import { fail, type Result } from '../../shared/core/result.ts'
import { readConfig } from '../config.ts'
import { isStoreDown } from '../store/db.ts'
import { devicesRevoke, rolesList, rolesSet } from './access.ts'
import { agenciesImport, agenciesList, agenciesMove } from './agencies.ts'
import { backup, restore } from './backup.ts'
import { codesList, codesNew, codesRevoke } from './codes.ts'
import type { Command, CommandFault, Done } from './command.ts'
import { digest } from './digest.ts'
import { doctor } from './doctor.ts'
import { erase } from './erase.ts'
import { releaseCorrect, releaseFinal, releaseList, releaseNow } from './release.ts'
import { resultsImport, resultsList } from './results.ts'
import { migrate, serve } from './serve.ts'

const COMMANDS: readonly Command[] = [
  serve,
  migrate,
  agenciesImport,
  agenciesList,
  agenciesMove,
  codesNew,
  codesList,
  codesRevoke,
  devicesRevoke,
  rolesList,
  rolesSet,
  releaseNow,
  releaseList,
  releaseFinal,
  releaseCorrect,
  erase,
  resultsImport,
  resultsList,
  backup,
  restore,
  digest,
  doctor,
]

/** What a program run prints, and how it ends: 0 done, 1 refused, 2 wrong usage. */
export interface Ending {
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly err: string
}

const USAGE = [
  'npm run hub -- COMMAND [--json]',
  '',
  ...COMMANDS.map(c => `  ${`${c.name} ${c.usage}`.trim()}\n      ${c.does}`),
].join('\n')

/** @param args what stands after the program's name @param env the environment */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  now: number,
): Promise<Ending> {
  const json = args.includes('--json')
  if (args.length === 0 || args[0] === 'help' || args.includes('--help'))
    return { code: args.length ? 0 : 2, out: USAGE, err: '' }
  const words = args.filter(arg => arg !== '--json')
  const done = await run(words, env, now, json).catch(lostStore)
  if (done.ok) return ending(done.value, json)
  const code = done.why === 'usage' ? 2 : 1
  if (json) return { code, out: JSON.stringify({ error: done.why, detail: done.detail }), err: '' }
  return { code, out: '', err: code === 2 ? `${done.detail}\n\n${USAGE}` : done.detail }
}

function ending({ lines, json, faulty = false }: Done, forProgram: boolean): Ending {
  const code = faulty ? 1 : 0
  if (forProgram) return { code, out: JSON.stringify(json), err: '' }
  const text = lines.join('\n')
  return faulty ? { code, out: '', err: text } : { code, out: text, err: '' }
}

/** A database that goes away in the middle is no bug of ours; everything else is, and is thrown on. */
function lostStore(error: unknown): Result<Done, CommandFault> {
  if (!isStoreDown(error)) throw error
  const why = error instanceof Error ? error.message : String(error)
  return fail('refused', `DATABASE_URL: the database failed: ${why}; see: doctor`)
}

async function run(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  now: number,
  json: boolean,
): Promise<Result<Done, CommandFault>> {
  const command = [...COMMANDS].find(c => c.name.split(' ').every((word, i) => args[i] === word))
  if (!command) return fail('usage', `there is no command "${args.slice(0, 2).join(' ')}"`)
  const rest = args.slice(command.name.split(' ').length)
  const read = readArgs(command, rest)
  if (!read.ok) return read
  const config = readConfig(env)
  if (!config.ok) return fail('refused', config.detail)
  return command.run({ config: config.value, ...read.value, now, json })
}

function readArgs(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    const wrong = positionals.length !== command.words
    if (wrong) return fail<CommandFault>('usage', `usage: ${command.name} ${command.usage}`.trim())
    const options: Record<string, string | boolean | undefined> = {}
    for (const [name, value] of Object.entries(values)) if (!Array.isArray(value)) options[name] = value
    return { ok: true as const, value: { options, words: positionals } }
  } catch (error) {
    return fail<CommandFault>('usage', error instanceof Error ? error.message : String(error))
  }
}
