// The oldest browsers that we promise run what was built. Reads what `npm run build` left.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import config from '../../wxt.config.ts'
import { root, tracked } from '../rules/tree.ts'
import { newInExtension, newInManifest, newInScript, newInStyles, type Oldest } from './oldest.ts'

const CHROME: Oldest = { browser: 'chrome', version: 109 }
const FIREFOX: Oldest = { browser: 'firefox', version: 140 }
const BUILDS = [
  ['Chrome 109', '.output/chrome-mv3', CHROME],
  ['Firefox 140', '.output/firefox-mv3', FIREFOX],
] as const

/** Newer than the oldest browser by its name, and why it does no harm there. */
const HARMLESS: Readonly<Record<string, string>> = {
  '.canParse()': 'valibot asks first whether URL.canParse is there, and makes a URL otherwise',
  '.moveBefore()': 'preact asks first whether an element can, and inserts otherwise',
  '.clamp()': 'uPlot’s own option of a scale, not Range.clamp',
  '.space()': 'uPlot’s own option of an axis',
  '.destroy()': 'uPlot’s own chart',
  '.views()': 'the hub’s own route',
  '.unit()': 'another route of the hub',
  'print-color-adjust': 'the build writes -webkit-print-color-adjust before it',
  'print-color-adjust: exact': 'the same',
  'break-before: avoid': 'signatures alone on a printed page are a pity, and no harm',
  'break-after: avoid': 'a heading at the end of a printed page is a pity, and no harm',
  'tabs.onReplaced': 'Firefox has it and never tells it',
}

const filesOf = (build: string, ending: string): readonly (readonly [string, string])[] =>
  readdirSync(join(root, build), { recursive: true })
    .map(String)
    .filter(file => file.endsWith(ending))
    .map(file => [file, readFileSync(join(root, build, file), 'utf8')])

const sources = () =>
  tracked(/^extension\/(?!packages\/).*\.tsx?$/).map(
    file => [file, readFileSync(join(root, file), 'utf8')] as const,
  )

const told = (
  files: readonly (readonly [string, string])[],
  ask: (text: string) => readonly string[],
): string[] => files.flatMap(([file, text]) => ask(text).map(name => `${name} in ${file}`))

const harmful = (found: readonly string[]): string[] =>
  found.filter(one => !Object.keys(HARMLESS).some(name => one.startsWith(`${name} in `)))

describe.each(BUILDS)('%s', (_, build, oldest) => {
  it('has a build: npm run build', () => expect(existsSync(join(root, build, 'manifest.json'))).toBe(true))

  it('knows every global and every method of the scripts', () => {
    const scripts = filesOf(build, '.js')
    expect(scripts.length).toBeGreaterThan(5)
    expect(harmful(told(scripts, text => newInScript(text, oldest)))).toEqual([])
  })

  it('knows every property, value, selector and condition of the style sheets', () => {
    const sheets = filesOf(build, '.css')
    expect(sheets.length).toBeGreaterThanOrEqual(5)
    expect(harmful(told(sheets, text => newInStyles(text, oldest)))).toEqual([])
  })

  it('knows every extension API and every key of the manifest', () => {
    const calling = sources().filter(([, text]) => /\bbrowser\.\w+\.\w+/.test(text))
    expect(calling.length).toBeGreaterThan(3)
    expect(harmful(told(calling, text => newInExtension(text, oldest)))).toEqual([])
    const manifest = JSON.parse(readFileSync(join(root, build, 'manifest.json'), 'utf8')) as object
    expect(newInManifest(manifest, oldest)).toEqual([])
  })
})

it('are what the build is made for', () => {
  const vite = (config.vite as unknown as () => { build: { target: string[] } })()
  expect(vite.build.target).toEqual(['chrome109', 'firefox140'])
})

it('nothing is excused that is not there', () => {
  const all = BUILDS.flatMap(([, build, oldest]) => [
    ...told(filesOf(build, '.js'), text => newInScript(text, oldest)),
    ...told(filesOf(build, '.css'), text => newInStyles(text, oldest)),
    ...told(sources(), text => newInExtension(text, oldest)),
  ])
  expect(Object.keys(HARMLESS).filter(name => !all.some(one => one.startsWith(`${name} in `)))).toEqual([])
})

describe('what is newer', () => {
  it.each([
    ['Promise.withResolvers()', '.withResolvers()'],
    ['[1].toSorted()', '.toSorted()'],
    ['Object.groupBy([], one => one)', '.groupBy()'],
    ['new CloseWatcher()', 'CloseWatcher'],
    ['/[a--b]/v.test("")', '/…/v'],
  ])('in a script is noticed: %s', (code, name) => expect(newInScript(code, CHROME)).toContain(name))

  it.each([
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { --mixed: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { text-wrap: balance }', 'text-wrap'],
    ['a { b { color: red } }', 'nesting'],
    ['a:popover-open { color: red }', ':popover-open'],
    ['@starting-style { a { color: red } }', '@starting-style'],
    ['@media (prefers-reduced-transparency) { a { color: red } }', '@media (prefers-reduced-transparency)'],
    ['a { white-space: collapse }', 'white-space: collapse'],
  ])('in a style sheet is noticed: %s', (css, name) => expect(newInStyles(css, CHROME)).toContain(name))

  it('in an extension API or a manifest is noticed', () => {
    expect(newInExtension('browser.sidePanel.open({})', CHROME)).toEqual(['sidePanel.open'])
    expect(newInExtension('browser.offscreen.hasDocument()', FIREFOX)).toEqual([])
    expect(newInManifest({ name: 'a', side_panel: {} }, CHROME)).toEqual(['side_panel'])
  })

  it('is not what every browser knows', () => {
    expect(newInScript('fetch("a").then(a => a.json()); structuredClone([].at(0))', CHROME)).toEqual([])
    expect(
      newInStyles('a:focus-visible { inline-size: min(1px, 2px); color: rgb(0 0 0 / 0.5) }', CHROME),
    ).toEqual([])
  })
})
