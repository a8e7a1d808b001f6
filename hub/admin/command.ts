// What a command of the operator is: its options, what it does, what it says to people and to programs.
import type { ParseArgsOptionsConfig } from 'node:util'
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

export interface Command {
  /** `agencies import`. */
  readonly name: string
  /** What follows the name in the usage. */
  readonly usage: string
  readonly does: string
  readonly options: ParseArgsOptionsConfig
  /** How many words it takes. */
  readonly words: number
  readonly run: (call: Call) => Promise<Result<Done, CommandFault>>
}

/** An option as text; empty where it was not given. */
export const option = ({ options }: Call, name: string): string => {
  const value = options[name]
  return typeof value === 'string' ? value : ''
}

export const refused = (detail: string) => fail<CommandFault>('refused', detail)
export const misused = (detail: string) => fail<CommandFault>('usage', detail)
