// What each source file imports, read as text: for the rules about arrows, and for `npm run house`.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './tree.ts'

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'"\n;]*?(?:\n[^'";]*?)?)from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** One import of a file. */
export interface Import {
  /** As it is written: `./day.ts`, `valibot`. */
  readonly target: string
  /** Only types are taken: nothing of it is left when the program runs. */
  readonly types: boolean
}

/** All imports of a source text. */
export const importsOf = (source: string): readonly Import[] =>
  [...source.matchAll(IMPORT)].map(([, , type, names, from, bare, dynamic]) => ({
    target: from ?? bare ?? dynamic ?? '',
    types: type !== undefined || isTypesOnly(names ?? ''),
  }))

/** `{ type A, type B }` */
const isTypesOnly = (names: string): boolean => {
  const inside = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1]
  const all =
    inside
      ?.split(',')
      .map(one => one.trim())
      .filter(Boolean) ?? []
  return all.length > 0 && all.every(one => one.startsWith('type '))
}

/** The file that a relative import of `file` means, from the repository's top; null for a package. */
export const fileOf = (file: string, target: string): string | null =>
  target.startsWith('.') ? relative(root, join(root, dirname(file), target.replace(/\?.*$/, ''))) : null

/** One arrow between two files. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly types: boolean
}

/** Every arrow between the files of a list. */
export function arrowsOf(files: readonly string[]): readonly Arrow[] {
  const known = new Set(files)
  return files.flatMap(from =>
    importsOf(readFileSync(join(root, from), 'utf8')).flatMap(({ target, types }) => {
      const to = fileOf(from, target)
      return to !== null && known.has(to) ? [{ from, to, types }] : []
    }),
  )
}
