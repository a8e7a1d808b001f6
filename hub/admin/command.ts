// What a command of the operator is: its words and options, what it does, what it says to people and to programs.
import { fail, type Result } from '../../shared/core/result.ts'
import type { ServeConfig } from '../config.ts'

/** `refused`: the reason is in the detail (exit code 1) · `usage`: the command was called wrongly (2). */
export type CommandFault = 'refused' | 'usage'

/** What a command did: lines for people, one value for programs (`--json`). */
export interface Done {
  readonly lines: readonly string[]
  readonly json: unknown
  /** It was done, and what it found is not in order: exit code 1, the lines as an error. */
  readonly faulty?: boolean
}

export interface Call {
  readonly config: ServeConfig
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** Words after the command's name. */
  readonly words: readonly string[]
  readonly now: number
  /** Whoever called is a program. */
  readonly json: boolean
}

/** What stands behind `--name`. */
export interface CommandOption {
  /** What follows the option, as help shows it; null where nothing does. */
  readonly value: string | null
  readonly does: string
  readonly isNeeded: boolean
  readonly fallback?: string
}

export interface Command {
  /** `agencies import`. */
  readonly name: string
  readonly does: string
  /** The words that must follow the name, as help shows them: `FILE.csv`. */
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, CommandOption>>
  readonly run: (call: Call) => Promise<Result<Done, CommandFault>>
}

/** An option without which the command cannot run. */
export const needed = (value: string, does: string): CommandOption => ({ value, does, isNeeded: true })

/** An option that may be left out. */
export const given = (value: string, does: string, fallback?: string): CommandOption => ({
  ...{ value, does, isNeeded: false },
  ...(fallback === undefined ? {} : { fallback }),
})

/** An option that is there or not. */
export const flag = (does: string): CommandOption => ({ value: null, does, isNeeded: false })

/** An option as text; empty where it was not given. */
export const option = ({ options }: Call, name: string): string => {
  const value = options[name]
  return typeof value === 'string' ? value : ''
}

/** The hub’s data do not allow it; exit code 1 with `detail` in one line. */
export const refused = (detail: string) => fail<CommandFault>('refused', detail)
/** The command line itself is wrong; exit code 2 with `detail` in one line. */
export const misused = (detail: string) => fail<CommandFault>('usage', detail)
