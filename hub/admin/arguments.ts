// Arguments → the command that they mean, with its words and options; or the help that they ask for. Read by commander.
import { CommanderError, Option, Command as Parser } from 'commander'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import type { Call, Command, CommandOption } from './command.ts'

/** A command and what it was called with. */
type Named = Pick<Call, 'options' | 'words'> & { readonly command: Command }

/** What the arguments ask for. */
export type Wish = Named | { readonly help: string }

const PROGRAM = 'npm run hub --'
const JSON_OPTION = 'for programs: one JSON value as the answer'

/** @returns on `usage` the detail is the fault, and below it how the command is called */
export function readArguments(commands: readonly Command[], args: readonly string[]): Result<Wish, 'usage'> {
  const said: string[] = []
  let named: Named | null = null
  const program = parserOf(commands, said, wish => {
    named = wish
  })
  try {
    program.parse(args[0] === 'help' ? [...args.slice(1), '--help'] : args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return ok({ help: said.join('').trimEnd() })
    return fail('usage', faultOf(error, args))
  }
  return named ? ok(named) : ok({ help: usageOf(commands) })
}

const faultOf = ({ code, message }: CommanderError, args: readonly string[]): string =>
  code === 'commander.help' || code === 'commander.unknownCommand'
    ? `there is no command "${args
        .filter(arg => !arg.startsWith('-'))
        .slice(0, 2)
        .join(' ')}"`
    : message.replace(/^error: /, '')

function parserOf(commands: readonly Command[], said: string[], found: (wish: Named) => void): Parser {
  const program = new Parser(PROGRAM).option('--json', JSON_OPTION).exitOverride().helpCommand(false)
  program.configureOutput({ writeOut: text => said.push(text), writeErr: () => undefined })
  for (const command of commands) {
    const leaf = leafOf(program, command)
    for (const word of command.words) leaf.argument(`<${word}>`)
    for (const [name, told] of Object.entries(command.options)) leaf.addOption(optionOf(name, told))
    leaf.description(command.does).option('--json', JSON_OPTION)
    leaf.action(() => found({ command, words: leaf.args, options: optionsOf(leaf) }))
  }
  program.configureHelp({ formatHelp: () => `${usageOf(commands)}\n` })
  return program
}

/** `codes new` is the command `new` of the group `codes`. */
function leafOf(program: Parser, { name }: Command): Parser {
  return name.split(' ').reduce((group, word) => {
    const there = group.commands.find(one => one.name() === word)
    return there ?? group.command(word).helpCommand(false)
  }, program)
}

/** What is needed is asked for by the command itself: a misspelt option is then told as what it is. */
function optionOf(name: string, { value, does, fallback }: CommandOption): Option {
  const option = new Option(value === null ? `--${name}` : `--${name} <${value}>`, does)
  if (fallback !== undefined) option.default(fallback)
  return option
}

/** By the names that stand in the command, not in camel case. */
const optionsOf = (leaf: Parser): Call['options'] =>
  Object.fromEntries(
    leaf.options.map(option => {
      const value: unknown = leaf.getOptionValue(option.attributeName())
      return [option.name(), typeof value === 'string' || typeof value === 'boolean' ? value : undefined]
    }),
  )

/** `codes new --agency ID [--role member|manager|auditor] …`. */
export const callOf = ({ name, words, options }: Command): string => {
  const told = Object.entries(options).map(([option, { value, isNeeded }]) => {
    const text = value === null ? `--${option}` : `--${option} ${value}`
    return isNeeded ? text : `[${text}]`
  })
  return [name, ...words, ...told].join(' ')
}

/** Every command in two lines: how it is called, and what it does. */
export const usageOf = (commands: readonly Command[]): string =>
  [
    `${PROGRAM} COMMAND [--json]`,
    '',
    ...commands.map(command => `  ${callOf(command)}\n      ${command.does}`),
    '',
    `More of one: ${PROGRAM} COMMAND --help`,
  ].join('\n')
