// The operator's command line → a command, its exit code, and what it prints.
import { type Fail, fail, type Result } from '../../shared/core/result.ts'
import { readConfig } from '../config.ts'
import { isStoreDown } from '../store/db.ts'
import { devicesRevoke, rolesList, rolesSet } from './access.ts'
import { agenciesImport, agenciesList, agenciesMove } from './agencies.ts'
import { callOf, readArguments, usageOf } from './arguments.ts'
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

/** @param args what stands after the program's name @param env the environment */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  now: number,
): Promise<Ending> {
  const json = args.includes('--json')
  if (args.length === 0) return { code: 2, out: usageOf(COMMANDS), err: '' }
  const wish = readArguments(COMMANDS, args)
  if (!wish.ok) return faulty(wish, json, namedIn(args))
  if ('help' in wish.value) return { code: 0, out: wish.value.help, err: '' }
  const { command, options, words } = wish.value
  const config = readConfig(env)
  if (!config.ok) return faulty(fail('refused', config.detail), json)
  const done = await command.run({ config: config.value, options, words, now, json }).catch(lostStore)
  return done.ok ? ending(done.value, json) : faulty(done, json, command)
}

/** The command whose name the arguments begin with, also where what follows is wrong. */
const namedIn = (args: readonly string[]): Command | undefined =>
  COMMANDS.find(({ name }) => `${args.join(' ')} `.startsWith(`${name} `))

/** A command that was not done, as people or programs read it. */
function faulty({ why, detail }: Fail<CommandFault>, forProgram: boolean, command?: Command): Ending {
  const code = why === 'usage' ? 2 : 1
  if (forProgram) return { code, out: JSON.stringify({ error: why, detail }), err: '' }
  const usage = command ? `usage: ${callOf(command)}` : usageOf(COMMANDS)
  return { code, out: '', err: code === 2 ? `${detail}\n\n${usage}` : detail }
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
