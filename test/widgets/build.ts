// The built files, as the hub serves them: built here, so that a test never speaks of an older build.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { BuiltPages } from '../../shared/wire/page.ts'

const root = join(import.meta.dirname, '../..')

async function built(config: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'nhipso-built-'))
  await build({ root, configFile: join(root, 'widgets', config), logLevel: 'error', build: { outDir } })
  return outDir
}

/** The widgets' script. */
export const buildScript = async (): Promise<string> =>
  readFileSync(join(await built('vite.config.ts'), 'nhipso.js'), 'utf8')

/** The script of the builder's page. */
export const buildBuilder = async (): Promise<string> =>
  readFileSync(join(await built('vite.builder.config.ts'), 'builder.js'), 'utf8')

/** The script by which pages follow releases. */
export const buildLive = async (): Promise<string> =>
  readFileSync(join(await built('vite.live.config.ts'), 'live.js'), 'utf8')

/** The pages, with their style sheets. */
export async function buildPages(): Promise<BuiltPages> {
  const file = join(await built('vite.pages.config.ts'), 'render.js')
  return import(pathToFileURL(file).href)
}

/** The pages' one function. */
export const buildRender = async (): Promise<BuiltPages['render']> => (await buildPages()).render
