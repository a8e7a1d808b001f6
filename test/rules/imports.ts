// What a source file imports: read from its text, as the rules and the picture of the house need it.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './tree.ts'

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"\n;]*?(?:\n[^'";]*?)?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** `import type …` and `export type …`: nothing of the other file runs. */
const TYPE_ONLY = /^\s*(?:import|export)\s+type\s/

export interface Import {
  /** As it is written: `./day.ts`, `valibot`, `node:fs`. */
  readonly target: string
  readonly typeOnly: boolean
}

export const importsOf = (source: string): readonly Import[] =>
  [...source.matchAll(IMPORT)].map(found => ({
    target: found[1] ?? found[2] ?? found[3] ?? '',
    typeOnly: TYPE_ONLY.test(found[0]),
  }))

/** The path from the top of the repository that a relative import of a file leads to. */
export const targetOf = (file: string, target: string): string =>
  relative(root, join(root, dirname(file), target)).replaceAll('\\', '/')

export const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8')
