// Thousands of weeks of every size and habit, against an attacker who reads the rules of hiding backwards.
import { describe, expect, it } from 'vitest'
import { everKnown, teamWeek } from '../../hub/release/team-cells.ts'
import type { PersonWeek } from '../../hub/release/team-numbers.ts'
import { chance } from '../../hub/sample/seeded-random.ts'
import { addWeeks } from '../../shared/core/day.ts'
import type { TeamDetail, TeamWeek } from '../../shared/wire/team.ts'
import { attackByRules } from './attack-rules.ts'

const RULES = { k: 10, workdays: 5, regularDays: 3, enoughMinutes: 20, platforms: ['vbdh', 'hkg'] }
const WEEKS = 12

interface ReleasedCell {
  readonly told: TeamWeek
  readonly people: readonly PersonWeek[]
  readonly ever: number
}

/** Twelve weeks of one membership; how keen and how quick its people are differs from agency to agency. */
function agency(n: number): readonly ReleasedCell[] {
  const random = chance('rules', n)
  const enrolled = 10 + Math.floor(60 * random() ** 2)
  const [keen, often, minutes] = [random() ** 0.5, random(), 4 + 50 * random()]
  const starts = Array.from({ length: enrolled }, () => (random() < 0.7 ? 0 : Math.floor(random() * WEEKS)))
  const weeks: ReleasedCell[] = []
  for (let w = 0; w < WEEKS; w += 1) {
    const people = starts.map((from): PersonWeek => {
      const works = w >= from && random() < keen
      const days = works ? 1 + Array.from({ length: 4 }, () => random() < often).filter(Boolean).length : 0
      const platforms = works ? (random() < 0.6 ? ['vbdh'] : ['vbdh', 'hkg']) : []
      return { unit: null, days, workdays: days, platforms, minutes: works ? minutes * (0.5 + random()) : 0 }
    })
    const ever = starts.filter(from => from <= w).length
    const numbers = { headcount: enrolled + 9, enrolled, sizes: new Map(), reported: ever, people }
    const known = everKnown(weeks.map(one => one.told))
    const about = { membersSince: '2026-W01', invited: null, units: new Map(), known }
    weeks.push({ told: teamWeek(addWeeks('2026-W01', w), { ...numbers, ...about }, RULES), people, ever })
  }
  return weeks
}
const PROVINCE = Array.from({ length: 1500 }, (_, n) => agency(n))
const wins = (tables: readonly (readonly TeamWeek[])[], capped: boolean) =>
  tables.flatMap((weeks, n) =>
    attackByRules(weeks, { ...RULES, capped }).map(one => `${n} ${one.what} ${one.where}`),
  )

/** The same weeks with one cell as a simpler rule would tell it: ten on this side, three on the other. */
const simpler = (cellOf: (one: ReleasedCell, working: readonly PersonWeek[]) => Partial<TeamDetail>) =>
  PROVINCE.map(weeks =>
    weeks.map(one => {
      const { detail } = one.told
      if (!detail?.active.told) return one.told
      const working = one.people.filter(person => person.days > 0)
      return { ...one.told, detail: { ...detail, ...cellOf(one, working) } }
    }),
  )
const sided = (part: number, whole: number) =>
  part >= 10 && whole - part >= 3
    ? ({ told: true, value: part } as const)
    : ({ told: false, why: 'one-sided' } as const)
const count = (working: readonly PersonWeek[], is: (one: PersonWeek) => boolean) =>
  sided(working.filter(is).length, working.length)

describe('an attacker who knows why cells are hidden', () => {
  it('learns from no reason and from no bound what a hidden cell held', () => {
    expect(
      wins(
        PROVINCE.map(weeks => weeks.map(one => one.told)),
        true,
      ).slice(0, 5),
    ).toEqual([])
  })

  it('is told enough to be of use', () => {
    const all = PROVINCE.flat().flatMap(({ told: { detail } }) => (detail?.active.told ? [detail] : []))
    const told = (name: 'regular' | 'short' | 'stickiness' | 'reported') =>
      all.filter(detail => detail[name].told).length / all.length
    expect(told('stickiness')).toBeGreaterThan(0.95)
    expect(told('regular')).toBeGreaterThan(0.4)
    expect(told('short')).toBeGreaterThan(0.2)
    expect(told('reported')).toBeGreaterThan(0.2)
  })

  it.each([
    [
      'stickiness',
      'regular people',
      (_: ReleasedCell, working: readonly PersonWeek[]) => {
        const days = working.reduce((sum, one) => sum + one.workdays, 0)
        const value = Math.round((days * 100) / (working.length * 5)) * 100
        return {
          regular: count(working, one => one.workdays >= 3),
          stickiness: { told: true, value } as const,
        }
      },
    ],
    [
      'the median',
      'short days',
      (_: ReleasedCell, working: readonly PersonWeek[]) => {
        return { short: count(working, one => one.minutes < RULES.enoughMinutes) }
      },
    ],
    [
      'weeks beside each other',
      'ever reported',
      ({ ever, told, people }: ReleasedCell) => {
        const value = Math.floor(ever / 5) * 5
        const active = told.detail?.active.told ? told.detail.active.value : 0
        const open = Math.min(people.length - 3, value + 4) - Math.max(active + 3, value) >= 2
        return open ? { reported: { told: true, value } as const } : {}
      },
    ],
  ])('wins by %s against a simpler rule for %s', (_, what, cellOf) => {
    expect(wins(simpler(cellOf), false).filter(one => one.includes(what)).length).toBeGreaterThan(10)
  })
})
