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

  const journey = table('The journey')
  const stations = journey.flatMap(([station, files, gives]) =>
    codes(files!).map(file => ({ station: station!, file, gives: codes(gives!) })),
  )

  it('leads the journey through files that exist', () => {
    expect(journey.length).toBe(14)
    expect(stations.filter(({ file }) => !existsSync(join(root, file)))).toEqual([])
  })

  it('says of each station what its file really gives', () => {
    const names = stations.flatMap(({ file, gives }) =>
      gives.filter(name => /^\w+$/.test(name)).map(name => ({ file, name })),
    )
    expect(names.length).toBeGreaterThanOrEqual(7)
    const lacking = names.filter(
      ({ file, name }) => !new RegExp(`\\b${name}\\b`).test(readFileSync(join(root, file), 'utf8')),
    )
    expect(lacking).toEqual([])
  })

  it('says of each crossing which agreement is imported there', () => {
    const crossings = journey.filter(([, , gives]) => gives!.includes('══ crossing'))
    expect(crossings.length).toBe(2)
    for (const [, files, gives] of crossings) {
      const agreement = codes(gives!)[0]!.replace(/^.*\//, '')
      const sources = codes(files!).map(file => readFileSync(join(root, file), 'utf8'))
      expect([agreement, sources.some(source => source.includes(agreement))]).toEqual([agreement, true])
    }
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
