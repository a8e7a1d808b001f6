// What a person's browser has to load. Reads what `npm run build` left.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { root } from '../rules/tree.ts'

const BUILT = join(root, '.output/chrome-mv3')
const KB = 1000

const gz = (path: string): number => gzipSync(readFileSync(join(BUILT, path)), { level: 9 }).length

it('was built: npm run build', () => expect(existsSync(join(BUILT, 'manifest.json'))).toBe(true))

it('the whole package for Chrome has at most 180 kB', () => {
  const zip = readdirSync(join(root, '.output')).find(name => name.endsWith('-chrome.zip')) ?? ''
  expect(statSync(join(root, '.output', zip)).size).toBeLessThanOrEqual(180 * KB)
})

it('the background has at most 25 kB compressed', () =>
  expect(gz('background.js')).toBeLessThanOrEqual(25 * KB))

it('the popup’s first load has at most 48 kB compressed', () => {
  const html = readFileSync(join(BUILT, 'popup.html'), 'utf8')
  const parts = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path)
  const total = ['popup.html', ...parts].reduce((sum, path) => sum + gz(path), 0)
  expect(total).toBeLessThanOrEqual(48 * KB)
})
