// The threat model is read by people who decide: it is found from every door, whole in both languages, and names what is there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../hub/http/rate-limits.ts'
import { root } from './tree.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const PAIRS = {
  'SECURITY.md': ['README.md', 'docs/operate.md'],
  'SECURITY.vi.md': ['README.vi.md', 'docs/operate.vi.md'],
}

/** Rows of each table, cells trimmed, without head and rule. */
const tables = (text: string): string[][][] =>
  text
    .split('\n\n')
    .filter(part => part.startsWith('|'))
    .map(part =>
      part
        .trim()
        .split('\n')
        .slice(2)
        .map(line =>
          line
            .split('|')
            .slice(1, -1)
            .map(cell => cell.trim()),
        ),
    )

describe.each(Object.entries(PAIRS))('%s', (file, doors) => {
  const text = read(file)

  it('is linked from the README and from what operators read', () => {
    for (const door of doors)
      expect([door, read(door)]).toEqual([door, expect.stringMatching(`\\]\\([./]*${file}\\)`)])
  })

  it('links to files that exist, and names commands that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(found => found[1] ?? '')
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter(one => !existsSync(join(root, one)))).toEqual([])
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
    const told = [...text.matchAll(/`npm (?:run )?(\w+)/g)].map(found => found[1] ?? '')
    expect(told.length).toBeGreaterThan(2)
    expect(told.filter(one => !(one in scripts))).toEqual([])
  })

  it('says of each who might cheat, spy and deny what stops it', () => {
    const [cheat = [], spy = [], deny = []] = tables(text)
    expect([cheat.length, spy.length, deny.length].every(rows => rows >= 6)).toBe(true)
    for (const row of [...cheat, ...spy, ...deny]) {
      expect(row).toHaveLength(3)
      expect(row[0] && row[1]).toBeTruthy()
    }
    // A model in which everything is stopped was not thought through.
    for (const table of [cheat, spy, deny]) expect(table.filter(row => row[2]).length).toBeGreaterThan(1)
  })

  it('tells the limits that hold', () => {
    expect(LIMITS.wrongCodes).toEqual({ points: 30, seconds: 600 })
    expect(text).toMatch(/\b30\b/)
    expect(text).toContain('100 / (N + 10)')
  })
})

it('both languages tell the same rows', () => {
  const shape = (file: string) =>
    tables(read(file)).map(rows => rows.map(row => row.map(cell => cell !== '')))
  expect(shape('SECURITY.vi.md')).toEqual(shape('SECURITY.md'))
})
