// New empty databases of both kinds.
import { join } from 'node:path'
import { inject } from 'vitest'
import { newPlace } from '../postgres.ts'

export const KINDS = ['SQLite', 'PostgreSQL'] as const
export type Kind = (typeof KINDS)[number]

/** Its address. @param dir where SQLite keeps its file @param undo takes what makes it go away again */
export async function emptyDatabase(
  kind: Kind,
  dir: string,
  undo: (() => Promise<unknown>)[],
  name = 'hub',
): Promise<string> {
  if (kind === 'SQLite') return `sqlite:${join(dir, `${name}.db`)}`
  const made = await newPlace(inject('postgres'))
  undo.push(made.drop)
  return made.url
}
