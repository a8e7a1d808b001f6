// npm by its entry point, as Windows starts no `npm` by name.
import { type SpawnSyncOptions, type SpawnSyncReturns, spawnSync } from 'node:child_process'

/** Runs npm as it runs this script. Throws where this was not started by npm: `npm test`, `npm run audit`. */
export function npm(args: readonly string[], options: SpawnSyncOptions): SpawnSyncReturns<string | Buffer> {
  const entry = process.env.npm_execpath
  if (!entry) throw new Error('start it with npm: npm test, or npm run and its name')
  return spawnSync(process.execPath, [entry, ...args], options)
}
