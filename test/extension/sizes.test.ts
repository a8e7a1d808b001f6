// What a person's browser has to load. Reads what `npm run build` left.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { root } from '../rules/tree.ts'

const BUILT = join(root, '.output/chrome-mv3')
const KB = 1000

const read = (path: string): Buffer => readFileSync(join(BUILT, path))
const gz = (path: string): number => gzipSync(read(path), { level: 9 }).length

/** The files that a built file brings along before it runs: what a page links to, what a script imports, what a sheet draws. */
function brings(path: string): readonly string[] {
  const text = read(path).toString('utf8')
  if (path.endsWith('.html')) return [...text.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, to = '']) => to)
  if (path.endsWith('.css')) return [...text.matchAll(/url\("?\/([^")]+)/g)].map(([, to = '']) => to)
  const imports = path.endsWith('.js') ? text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g) : []
  return [...imports].map(([, to = '']) => join(dirname(path), to))
}

function loads(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found
  found.add(path)
  for (const next of brings(path)) loads(next, found)
  return found
}

const together = (paths: Iterable<string>): number => [...paths].reduce((sum, path) => sum + gz(path), 0)
const chunk = (name: RegExp): string =>
  join('chunks', readdirSync(join(BUILT, 'chunks')).find(file => name.test(file)) ?? 'is missing')

it('was built: npm run build', () => expect(existsSync(join(BUILT, 'manifest.json'))).toBe(true))

it('the whole package for Chrome has at most 180 kB', () => {
  const zip = readdirSync(join(root, '.output')).find(name => name.endsWith('-chrome.zip')) ?? ''
  expect(statSync(join(root, '.output', zip)).size).toBeLessThanOrEqual(180 * KB)
})

it('the background has at most 28 kB compressed', () =>
  expect(gz('background.js')).toBeLessThanOrEqual(28 * KB))

describe('the popup’s first load', () => {
  it('has at most 30 kB compressed', () => {
    const files = loads('popup.html')
    expect([...files].filter(file => file.endsWith('.js')).length).toBeGreaterThan(1)
    expect(together(files)).toBeLessThanOrEqual(30 * KB)
  })

  it('also where no hub has told its campaign yet, and the shipped one is read', () => {
    const files = new Set([...loads('popup.html'), ...loads(chunk(/^shipped-(?!agencies)/))])
    expect(together(files)).toBeLessThanOrEqual(30 * KB)
  })

  it('brings no schemas and no other page’s texts', () => {
    const scripts = (paths: Iterable<string>) =>
      [...paths].map(path => read(path).toString('utf8')).join('\n')
    const all = scripts(readdirSync(join(BUILT, 'chunks')).map(file => join('chunks', file)))
    const own = scripts(loads('popup.html'))
    for (const foreign of ['~standard', 'Trình duyệt thứ hai của tôi', 'trung vị của khối', 'Chào mừng']) {
      expect(all, foreign).toContain(foreign)
      expect(own, foreign).not.toContain(foreign)
    }
  })
})
