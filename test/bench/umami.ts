// umami's tracker, out of the npm package of the whole application: packed while the bench runs, so that nothing of it is installed or kept.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const PACKAGE = 'umami@2.10.0'
const SOURCE = 'package/src/tracker/index.js'

/** The tracker as umami builds it: minified, its two places filled in. Null where the package cannot be had. */
export async function umamiTracker(): Promise<string | null> {
  const cwd = mkdtempSync(join(tmpdir(), 'nhipso-umami-'))
  const packed = spawnSync('npm', ['pack', '--silent', PACKAGE], { cwd, encoding: 'utf8' })
  const unpacked = spawnSync('tar', ['xzf', packed.stdout?.trim() ?? '', SOURCE], { cwd })
  if (packed.status !== 0 || unpacked.status !== 0) return null
  const entry = join(cwd, 'tracker.js')
  const source = readFileSync(join(cwd, SOURCE), 'utf8')
  const filled = { __COLLECT_API_HOST__: '', __COLLECT_API_ENDPOINT__: '/api/send' }
  writeFileSync(
    entry,
    Object.entries(filled).reduce((text, [name, value]) => text.replaceAll(name, value), source),
  )
  const outDir = join(cwd, 'built')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'tracker', fileName: () => 'script.js' },
    },
  })
  return readFileSync(join(outDir, 'script.js'), 'utf8')
}
