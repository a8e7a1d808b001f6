// Inside the extension: a page knows no other page, and who works for a page knows no page.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
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

/** Files that import each other, types included, as one chain of paths; null where there are none. */
function circle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return null
    done.add(file)
    for (const next of graph.get(file) ?? []) {
      const found = visit(next, [...way, file])
      if (found) return found
    }
    return null
  }
  for (const file of graph.keys()) {
    const found = visit(file, [])
    if (found) return found
  }
  return null
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
    expect(circle(new Map(files.map(([file, source]) => [file, importsIn(file, source)])))).toBeNull()
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
    const graph = (arrows: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(arrows))
    expect(circle(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b'])
    expect(circle(graph({ a: ['b', 'c'], b: ['c'], c: [] }))).toBeNull()
  })
})
