// A released version is what it was: whoever has pinned its hash must get the same bytes from every build.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { built, ownVersion, released } from './released.ts'
import { root } from './tree.ts'

const RELEASE = /^\d+\.\d+\.\d+$/
const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')

/** Which built files differ from what was released under the same version. */
const changed = (version: string, made: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(released()[version] ?? {})
    .filter(([file, hash]) => made[file] !== undefined && made[file] !== hash)
    .map(([file]) => file)

describe('released.json', () => {
  it('names releases alone, each with its section in the changes', () => {
    const versions = Object.keys(released())
    expect(versions.filter(version => !RELEASE.test(version))).toEqual([])
    expect(versions.filter(version => !changes.includes(`\n## ${version} – `))).toEqual([])
  })

  it('holds what a build under a released version gives', () => {
    expect(changed(ownVersion(), built(ownVersion()))).toEqual([])
  })

  it('would notice other bytes', () => {
    const [version = '', files = {}] = Object.entries(released())[0] ?? []
    const [file = ''] = Object.keys(files)
    expect(changed(version, { [file]: 'sha384-other' })).toEqual([file])
  })

  it('a version still in the making says so', () => {
    const version = ownVersion()
    expect(version in released() || /^\d+\.\d+\.\d+-dev$/.test(version)).toBe(true)
  })
})
