// Inside the extension: a page knows no other page, and who works for a page knows no page.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { circles } from './house-graph.ts'
import { root, tracked } from './tree.ts'

const IMPORT = /(?:\bfrom|\bimport\(|^\s*import|@import)\s*["']([^"']+)["']/gm

/** The folder of a page, where a file stands in one: `extension/pages/diary`. */
const pageOf = (file: string): string | null => /^extension\/pages\/[^/]+(?=\/)/.exec(file)?.[0] ?? null

/** Which folders of the extension may not be imported from a place in it. */
const CLOSED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^extension\/[^/]+\.ts$/, ['pages']],
  [/^extension\/store\//, ['pages', 'sync', 'watch']],
  [/^extension\/watch\//, ['pages', 'sync']],
  [/^extension\/sync\//, ['pages', 'watch']],
  [/^extension\/pages\//, ['sync', 'watch']],
]

/** The broken arrows of one file, as sentences. */
function broken(file: string, source: string): string[] {
  const closed = CLOSED.filter(([place]) => place.test(file)).flatMap(([, rooms]) => rooms)
  return [...source.matchAll(IMPORT)].flatMap(([, target = '']) => {
    if (!target.startsWith('.')) return []
    const path = relative(root, join(root, dirname(file), target))
    const other = pageOf(path)
    const foreign = other !== null && pageOf(file) !== other && file.startsWith('extension/pages/')
    return foreign || closed.some(room => path.startsWith(`extension/${room}/`))
      ? [`${file} imports ${path}`]
      : []
  })
}

const files = tracked(/^extension\/.*\.(tsx?|css)$/).map(
  file => [file, readFileSync(join(root, file), 'utf8')] as const,
)

const importsIn = (file: string, source: string): readonly string[] =>
  [...source.matchAll(IMPORT)].flatMap(([, target = '']) =>
    target.startsWith('.') ? [relative(root, join(root, dirname(file), target))] : [],
  )

describe('the pages of the extension', () => {
  it('are one folder each, and import no other: scripts and style sheets alike', () => {
    expect(new Set(files.map(([file]) => pageOf(file))).size).toBeGreaterThan(5)
    expect(files.flatMap(([file, source]) => broken(file, source))).toEqual([])
  })

  it('and all the rest of it import each other in one direction', () => {
    const arrows = files.flatMap(([from, source]) => importsIn(from, source).map(to => ({ from, to })))
    expect(arrows.length).toBeGreaterThan(100)
    expect(circles(arrows)).toEqual([])
  })

  it('would notice a broken arrow', () => {
    expect(broken('extension/pages/team/model.ts', "import { x } from '../diary/exports.ts'")).toHaveLength(1)
    expect(broken('extension/pages/diary/diary.css', '@import "../team/team.css";')).toHaveLength(1)
    expect(broken('extension/pages/csv.ts', "import { x } from './diary/exports.ts'")).toHaveLength(1)
    expect(broken('extension/icon.ts', "import { x } from './pages/language.ts'")).toHaveLength(1)
    expect(broken('extension/sync/send.ts', "import('../pages/refusal.ts')")).toHaveLength(1)
    expect(broken('extension/pages/team/model.ts', "import { x } from './team-files.ts'")).toEqual([])
    expect(broken('extension/entrypoints/team/main.tsx', "from '../../pages/team/Team.tsx'")).toEqual([])
  })

  it('would notice a circle', () => {
    const arrow = (path: string) => ({ from: path[0]!, to: path[1]! })
    expect(circles(['ab', 'bc', 'cb'].map(arrow))).toEqual([['b', 'c']])
    expect(circles(['ab', 'ac', 'bc'].map(arrow))).toEqual([])
  })
})
