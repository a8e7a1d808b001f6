// The built files, as the hub serves them, never of an older build: tests find them built anew (test/built.ts), other programs build them here.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import type { BuiltPages } from '../../shared/wire/page.ts'

const root = join(import.meta.dirname, '../..')
const isTest = process.env.VITEST !== undefined

/** Builds into a folder that is gone when `read` has taken from it what is wanted. */
async function building<T>(
  config: string,
  read: (folder: string) => T,
  plugins: Plugin[] = [],
): Promise<Awaited<T>> {
  const outDir = mkdtempSync(join(tmpdir(), 'nhipso-built-'))
  const configFile = join(root, 'widgets', config)
  try {
    await build({ root, configFile, plugins, logLevel: 'error', build: { outDir } })
    return await read(outDir)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

const built = async <T>(name: string, config: string, read: (folder: string) => T): Promise<Awaited<T>> =>
  isTest ? await read(join(root, 'dist', name)) : building(config, read)

const textOf =
  (name: string) =>
  (folder: string): string =>
    readFileSync(join(folder, name), 'utf8')

/** The widgets' script. */
export const buildScript = (): Promise<string> => built('widgets', 'vite.config.ts', textOf('nhipso.js'))

/** The script of the builder's page. */
export const buildBuilder = (): Promise<string> =>
  built('builder', 'vite.builder.config.ts', textOf('builder.js'))

/** The script by which pages follow releases. */
export const buildLive = (): Promise<string> => built('live', 'vite.live.config.ts', textOf('live.js'))

/** The same with another pause between two questions than the half minute that it is built with. */
export const buildLiveEvery = (ms: number): Promise<string> =>
  building('vite.live.config.ts', textOf('live.js'), [everyMs(ms)])

const EVERY = 'const EVERY_MS = 30_000'

function everyMs(ms: number): Plugin {
  let changed = false
  return {
    name: 'every-ms',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('widgets/poll.ts') || !code.includes(EVERY)) return null
      changed = true
      return code.replace(EVERY, `const EVERY_MS = ${ms}`)
    },
    buildEnd(error) {
      if (!error && !changed) throw new Error(`widgets/poll.ts does not say "${EVERY}"`)
    },
  }
}

/** The pages, with their style sheets. */
export const buildPages = (): Promise<BuiltPages> =>
  built(
    'render',
    'vite.pages.config.ts',
    (folder): Promise<BuiltPages> => import(pathToFileURL(join(folder, 'render.js')).href),
  )

/** The pages' one function. */
export const buildRender = async (): Promise<BuiltPages['render']> => (await buildPages()).render
