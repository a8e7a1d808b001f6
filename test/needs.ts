// What a test file needs of the machine while it runs: said in the file itself, or plain from what it imports.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './rules/tree.ts'

/**
 * `nothing`: beside all others. `browser`: beside others, while nobody rules browsers. `machine`: it writes what rules
 * every browser of the machine; none of another file may run. `quiet`: it measures; nothing else may run.
 */
export type Need = 'nothing' | 'browser' | 'machine' | 'quiet'

const SAID = /^\/\/ needs: (machine|quiet)\b/m
const IMPORT = /^(?:import|export)\s(?!type\b)[^'"]*?from '([^']+)'|^import '([^']+)'/gm
const DRIVERS = /^(playwright-core|puppeteer-core)$/

const importsOf = (source: string): readonly string[] =>
  [...source.matchAll(IMPORT)].map(found => found[1] ?? found[2] ?? '')

/** A file of the tests and all that it imports of them, each with its text. */
export function reachOf(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file) || !existsSync(join(root, file))) return seen
  const source = readFileSync(join(root, file), 'utf8')
  seen.set(file, source)
  const near = importsOf(source).filter(one => one.startsWith('.'))
  for (const one of near) reachOf(join(dirname(file), one), seen)
  return seen
}

const drives = (file: string): boolean =>
  [...reachOf(file).values()].some(source => importsOf(source).some(one => DRIVERS.test(one)))

export function needOf(file: string): Need {
  const [, said] = SAID.exec(readFileSync(join(root, file), 'utf8')) ?? []
  if (said === 'machine' || said === 'quiet') return said
  return drives(file) ? 'browser' : 'nothing'
}
