import { describe, expect, it } from 'vitest'
import { needOf, reachOf } from '../needs.ts'
import { tracked } from './tree.ts'

/** Where an administrator tells every browser of the machine what to do. */
const POLICY = /\/etc\/(chromium|opt|firefox)|policies\/managed/

const tests = tracked(/^test\/.*\.test\.tsx?$/)
const writesPolicy = (file: string): boolean =>
  [...reachOf(file)].some(([path, source]) => path !== 'test/rules/needs.test.ts' && POLICY.test(source))

describe('a test file that writes a browser’s policy', () => {
  it('says that it needs the machine', () => {
    const ruling = tests.filter(writesPolicy)
    expect(ruling.length).toBeGreaterThan(0)
    expect(ruling.filter(file => needOf(file) !== 'machine')).toEqual([])
  })
})

describe('a test file', () => {
  it('that opens a browser is known to do so, by what it imports', () => {
    expect(needOf('test/journey/a-monday.test.ts')).toBe('browser')
    expect(needOf('test/core/day.test.ts')).toBe('nothing')
  })
})
