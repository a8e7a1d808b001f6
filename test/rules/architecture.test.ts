import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARROWS } from './arrows.ts'
import { importsOf, targetOf } from './imports.ts'
import { root, tracked } from './tree.ts'

const roomOf = (file: string): string | null =>
  Object.keys(ARROWS)
    .filter(room => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0] ?? null

/** Is `what` one of the allowed packages, or a part of one (`wxt/browser`), or under an open prefix (`node:`)? */
const isAllowed = (what: string, packages: readonly string[]): boolean =>
  packages.some(name => what === name || what.startsWith(name.endsWith(':') ? name : `${name}/`))

/** The broken arrows of one file, as sentences. */
function broken(file: string, source: string): string[] {
  const room = roomOf(file)
  if (!room) return []
  const allowed = ARROWS[room]!
  return importsOf(source).flatMap(({ target }) => {
    if (!target.startsWith('.'))
      return isAllowed(target, allowed.packages) ? [] : [`${file} imports the package ${target}`]
    const path = targetOf(file, target)
    const other = roomOf(path)
    if (other === room || (other && allowed.rooms.includes(other)) || isRoomConfig(file)) return []
    return [`${file} imports ${path}`]
  })
}

/** Build configurations stand in a room but run outside it. */
const isRoomConfig = (file: string): boolean => /\.config\.ts$/.test(file)

const sources = tracked(/^(shared|extension|widgets|hub)\/.*\.tsx?$/)

describe('the house', () => {
  it('has rooms with files in them', () => {
    for (const room of ['shared/core', 'shared/wire', 'shared/ui', 'extension', 'widgets', 'hub']) {
      expect(sources.filter(file => file.startsWith(`${room}/`)).length, room).toBeGreaterThan(2)
    }
  })

  it('keeps its import arrows and packages', () => {
    expect(sources.flatMap(file => broken(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  it('would notice a broken arrow', () => {
    expect(broken('hub/app.ts', "import { x } from '../shared/ui/format.ts'")).toHaveLength(1)
    expect(broken('shared/core/day.ts', "import * as v from 'valibot'")).toHaveLength(1)
    expect(broken('widgets/feed.ts', "import { y } from '../hub/board.ts'")).toHaveLength(1)
    expect(broken('extension/watch/recorder.ts', "import { z } from '../sync/send.ts'")).toHaveLength(1)
    expect(broken('hub/app.ts', "import {\n  a,\n  b,\n} from 'left-pad'")).toHaveLength(1)
  })

  it('has one door to IndexedDB and one to the browser’s tabs, windows and idle', () => {
    const all = sources
      .filter(file => file.startsWith('extension/'))
      .map(file => [file, readFileSync(join(root, file), 'utf8')] as const)
    expect(
      all.filter(([file, s]) => /from 'idb'/.test(s) && !file.startsWith('extension/store/')).map(([f]) => f),
    ).toEqual([])
    const watchers = all
      .filter(([, s]) => /browser\.(tabs\.(on|query|get)|windows\.|idle\.)/.test(s))
      .map(([f]) => f)
    expect(watchers).toEqual(['extension/watch/browser-events.ts'])
  })
})

describe('shared/core', () => {
  const FORBIDDEN =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\b|\bcrypto\b|\bset(?:Timeout|Interval)\b|\bglobalThis\b|\bprocess\b|\bdocument\b|\bfetch\b|\bIntl\b|\bconsole\b/

  it('has no clock and no dice, and sees no machine', () => {
    const files = sources.filter(file => file.startsWith('shared/core/'))
    const found = files.flatMap(file =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line, i) => [`${file}:${i + 1}`, line.replace(/\/\/.*|^\s*\*.*|\/\*.*/, '')] as const)
        .filter(([, code]) => FORBIDDEN.test(code))
        .map(([where]) => where),
    )
    expect(found).toEqual([])
  })

  it('would notice them', () => {
    for (const code of ['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()'])
      expect(code).toMatch(FORBIDDEN)
    expect('new Date(at)').not.toMatch(FORBIDDEN)
  })
})
