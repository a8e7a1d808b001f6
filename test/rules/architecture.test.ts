import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARROWS, ENTRANCES, HUB_ROOMS } from './arrows.ts'
import { circles, roomArrows } from './house-graph.ts'
import { type Arrow, arrowsOf, fileOf, importsOf } from './imports.ts'
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
    const path = fileOf(file, target)
    if (path === null)
      return isAllowed(target, allowed.packages) ? [] : [`${file} imports the package ${target}`]
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

/** Arrows of the hub that break one of its own rules, as sentences. */
const brokenInHub = (arrows: readonly Arrow[]): string[] =>
  arrows
    .filter(({ from, to }) => {
      const upward = /^hub\/(app|main)\.ts$/.test(to) && /^hub\/.+\//.test(from)
      const unreleased = from.startsWith('hub/published/') && /^hub\/store\/(reports|credits)\.ts$/.test(to)
      const sample = to.startsWith('hub/sample/') && !from.startsWith('hub/sample/')
      return (upward && !ENTRANCES.some(one => one === from)) || unreleased || sample
    })
    .map(({ from, to }) => `${from} imports ${to}`)

describe('the hub', () => {
  const own = sources.filter(file => file.startsWith('hub/') && !file.endsWith('.d.ts'))
  const arrows = arrowsOf(own)

  it('has at most six files on its top, and a room for each other', () => {
    const top = own.filter(file => file.split('/').length === 2)
    expect(top.length).toBeLessThanOrEqual(6)
    const rooms = new Set(
      own.filter(file => !top.includes(file)).map(file => file.split('/').slice(0, 2).join('/')),
    )
    expect([...rooms].sort()).toEqual([...HUB_ROOMS].sort())
  })

  it('has no two rooms that import each other, and no circle of rooms or files, types included', () => {
    expect(circles(roomArrows(arrows))).toEqual([])
    expect(circles(arrows)).toEqual([])
  })

  it('publishes released rows only, imports its app at its entrances only, and never its sample', () => {
    expect(brokenInHub(arrows)).toEqual([])
  })

  it('would notice', () => {
    const arrow = (from: string, to: string): Arrow => ({ from, to, types: true })
    expect(brokenInHub([arrow('hub/http/server.ts', 'hub/app.ts')])).toHaveLength(1)
    expect(brokenInHub([arrow('hub/published/board.ts', 'hub/store/credits.ts')])).toHaveLength(1)
    expect(brokenInHub([arrow('hub/store/backup.ts', 'hub/sample/sample-tables.ts')])).toHaveLength(1)
    const circle = [
      arrow('hub/ingest/recount.ts', 'hub/release/close-week.ts'),
      arrow('hub/release/close-week.ts', 'hub/ingest/credit.ts'),
    ]
    expect(circles(roomArrows(circle))).toEqual([['hub/ingest', 'hub/release']])
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
