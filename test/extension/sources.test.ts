// What Mozilla's reviewers do with the sources that go to them. Reads what `npm run build` left.
import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, tracked } from '../rules/tree.ts'

const OUTPUT = join(root, '.output')
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nhipso-sources-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(place, join(entry.parentPath, entry.name)))
    .sort()

const zipped = (): Readonly<Record<string, Uint8Array>> => {
  const name = readdirSync(OUTPUT).find(file => file.endsWith('-sources.zip')) ?? 'is missing: npm run build'
  return unzipSync(readFileSync(join(OUTPUT, name)))
}

describe('the sources for a review', () => {
  beforeAll(() => {
    for (const [name, content] of Object.entries(zipped())) {
      if (name.endsWith('/')) continue
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
  })

  it('are the tracked files, and nothing that a build or a machine left behind', () => {
    const known = new Set(tracked(/./))
    expect(filesIn(folder).filter(file => !known.has(file))).toEqual([])
  })

  it('build into the very package that is handed in, byte by byte', () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs')
    execFileSync(process.execPath, [wxt, 'build', '-b', 'firefox', '--mv3'], {
      cwd: folder,
      stdio: 'pipe',
      env: { PATH: process.env.PATH }, // not the test's own: NODE_ENV would change the build
    })
    const [theirs, ours] = [join(folder, '.output/firefox-mv3'), join(OUTPUT, 'firefox-mv3')]
    expect(filesIn(theirs)).toEqual(filesIn(ours))
    for (const file of filesIn(ours))
      expect(readFileSync(join(theirs, file)).equals(readFileSync(join(ours, file))), file).toBe(true)
  }, 120_000)
})
