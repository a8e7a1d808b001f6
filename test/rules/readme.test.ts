import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARROWS } from './arrows.ts'
import { root } from './tree.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** The rows of the table under a heading, cells trimmed. */
function table(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const first = section.split('\n\n').find(part => part.startsWith('|')) ?? ''
  const rows = first.split('\n').filter(line => line.startsWith('|'))
  return rows.slice(2).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

const codes = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(found => found[1]!)

describe('the README', () => {
  it('has at most 150 lines', () => expect(readme.split('\n').length).toBeLessThanOrEqual(151))

  it('tells every npm script, and none that is not there', () => {
    const scripts: Record<string, string> = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ).scripts
    const told = table('Run in a minute').map(([command]) => codes(command!)[0]!.replace(/^npm (run )?/, ''))
    expect(told.sort()).toEqual(
      Object.keys(scripts)
        .filter(name => !name.includes(':'))
        .sort(),
    )
  })

  it('leads the journey through files that exist', () => {
    const files = table('The journey').map(([, file]) => codes(file!)[0]!)
    expect(files.length).toBe(12)
    expect(files.filter(file => !existsSync(join(root, file)))).toEqual([])
  })

  it('says who imports whom as the rule holds it', () => {
    const told = Object.fromEntries(
      table('Who imports whom').map(([room, , rooms]) => [codes(room!)[0], codes(rooms!)]),
    )
    const held = Object.entries(ARROWS)
      .filter(([room]) => room.startsWith('shared/') || !room.includes('/'))
      .map(([room, { rooms }]) => [room, rooms.filter(other => other.startsWith('shared/'))])
    expect(told).toEqual(Object.fromEntries(held))
  })

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(found => found[1]!)
    expect(links.filter(file => !existsSync(join(root, file)))).toEqual([])
  })
})
