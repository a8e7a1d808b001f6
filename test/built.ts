// Vitest's global set-up: `.output` and `dist` stand for the sources as they are now, built once whoever asks first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { locked } from './lock.ts'
import { root, tracked } from './rules/tree.ts'

const OUTPUT = join(root, '.output')
/** From what was built, and what came of it. */
const STAMP = join(OUTPUT, '.built-from')
const LOCK = join(OUTPUT, '.building')
/** What `npm run build` starts. */
const BUILD = join(root, 'extension/packages/build.ts')
const MADE = ['.output/chrome-mv3', '.output/firefox-mv3', 'dist']
const INPUTS =
  /^(?:(?:shared|extension|widgets|hub)\/|(?:package|package-lock|tsconfig)\.json$|wxt\.config\.ts$)/

/** Sources by what they say; of all other files only the names: they come into the sources for a review. */
function sourcesNow(): string {
  const files = tracked(/./).filter(file => existsSync(join(root, file)))
  return hashOf(files.filter(file => INPUTS.test(file))) + hashOfText(files.join('\n'))
}

/** What stands in the built folders; nothing where one of them is missing. */
function madeNow(): string {
  const zips = existsSync(OUTPUT) ? readdirSync(OUTPUT).filter(name => name.endsWith('.zip')) : []
  if (zips.length < 3 || MADE.some(folder => !existsSync(join(root, folder)))) return ''
  return hashOf([...MADE.flatMap(filesIn), ...zips.map(name => `.output/${name}`)].sort())
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))

const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')
function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const isFresh = (): boolean => {
  const made = madeNow()
  return made !== '' && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === `${sourcesNow()} ${made}`
}

/** Builds as a person does, on the terms of no test: NODE_ENV would change what comes out. */
export function build(): boolean {
  const env = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_ENV|VITEST.*|MODE|DEV|PROD|TEST)$/.test(name),
  )
  const { status } = spawnSync(process.execPath, [BUILD], {
    cwd: root,
    env: Object.fromEntries(env),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === 0) writeFileSync(STAMP, `${sourcesNow()} ${madeNow()}`)
  return status === 0
}

export async function setup(): Promise<void> {
  if (!isFresh()) await locked(LOCK, buildUnlessFresh)
}

/** Somebody else may have built meanwhile. */
async function buildUnlessFresh(): Promise<void> {
  if (isFresh()) return
  console.log('the sources are newer than what is built: npm run build')
  if (!build()) throw new Error('npm run build failed')
}
