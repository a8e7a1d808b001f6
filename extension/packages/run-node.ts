// The tools that build: started as what they are, files for this Node, so that Windows needs no shell to find them.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/core/result.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The file that a package's command starts, as its package.json names it. */
export function binOf(name: string): string {
  const path = join(ROOT, 'node_modules', name, 'package.json')
  const { bin }: { readonly bin: Readonly<Record<string, string>> } = JSON.parse(readFileSync(path, 'utf8'))
  const file = bin[name]
  if (file === undefined) throw new Error(`${path} names no command ${name}`)
  return join(dirname(path), file)
}

/** Runs a file in this Node, from the top of the repository, to its end; the detail says how it ended otherwise. */
export function runNode(file: string, ...args: readonly string[]): Result<null, 'ended'> {
  const { status, signal, error } = spawnSync(process.execPath, [file, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status === 0) return ok(null)
  const why = error?.message ?? (signal ? `was ended by ${signal}` : `ended with code ${status}`)
  return fail('ended', `${[file, ...args].join(' ')}: ${why}`)
}
