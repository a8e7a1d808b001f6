// The project's own files, as git knows them.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\n')
  .filter(Boolean)

/** Paths of the files that belong to the project and fit the pattern. */
export const tracked = (pattern: RegExp): string[] => files.filter(file => pattern.test(file)).sort()
