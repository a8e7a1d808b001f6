// What one week's table tells: every rule on a handful of people, before an attacker tries them all together.
import { describe, expect, it } from 'vitest'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import type { Flagged } from '../../hub/release/anomalies.ts'
import { flagCells } from '../../hub/release/anomaly-cells.ts'
import { NOBODY, nextCohort } from '../../hub/release/cohort.ts'
import { teamWeek } from '../../hub/release/team-cells.ts'
import type { PersonWeek, TeamNumbers } from '../../hub/release/team-numbers.ts'
import { releasesTeams } from '../../hub/release/team-week.ts'
import type { CohortMember } from '../../hub/store/cohorts.ts'
import { shareBand, sizeBand } from '../../shared/core/band.ts'
import { FLAG_KINDS } from '../../shared/wire/overview.ts'

const K = 10
const RULES = { k: K, workdays: 5, regularDays: 3, enoughMinutes: 20, platforms: ['vbdh', 'hkg'] }
const IDLE: PersonWeek = { unit: null, workdays: 0, days: 0, platforms: [], minutes: 0 }
const busy = (over: Partial<PersonWeek> = {}): PersonWeek => {
  return { ...IDLE, workdays: 2, days: 2, platforms: ['vbdh'], minutes: 25, ...over }
}
const many = (count: number, one: (i: number) => PersonWeek): PersonWeek[] =>
  Array.from({ length: count }, (_, i) => one(i))

const sizesOf = (people: readonly PersonWeek[]) => {
  const sizes = new Map<string, number>()
  for (const { unit } of people) sizes.set(unit ?? '', (sizes.get(unit ?? '') ?? 0) + 1)
  return sizes
}

const table = (people: readonly PersonWeek[], over: Partial<TeamNumbers> = {}) =>
  teamWeek(
    '2026-W47',
    {
      headcount: 96,
      enrolled: people.length,
      sizes: sizesOf(people),
      reported: people.length,
      people,
      membersSince: '2026-W40',
      invited: 90,
      units: new Map(),
      ...over,
    },
    RULES,
  )
const week = (headcount: number | null, enrolled: number, active: number) =>
  table([...many(active, () => busy()), ...many(enrolled - active, () => IDLE)], { headcount })
const detail = (people: readonly PersonWeek[], over: Partial<TeamNumbers> = {}) => {
  const told = table(people, over).detail
  if (!told) throw new Error('no detail')
  return told
}

describe('the team’s week', () => {
  it('tells counts and shares of a large group', () => {
    expect(week(96, 84, 70)).toMatchObject({
      enrolled: { told: true, value: 84 },
      enrolledShare: { told: true, value: 8750 },
      activeShare: { told: true, value: 7292 },
      detail: { active: { told: true, value: 70 }, invited: 90 },
    })
  })

  it('never tells a part of the active as more than all but three of them', () => {
    const people = [...many(30, i => busy({ workdays: i < 29 ? 4 : 1 })), ...many(10, () => IDLE)]
    expect(detail(people)).toMatchObject({ active: { value: 30 }, regular: { told: true, value: 27 } })
    const fewer = [...many(30, i => busy({ workdays: i < 25 ? 4 : 1 })), ...many(10, () => IDLE)]
    expect(detail(fewer)).toMatchObject({ active: { value: 30 }, regular: { told: true, value: 25 } })
  })

  it('is told by one campaign alone, though two run', () => {
    const read = loadCampaigns(SHIPPED_CAMPAIGNS)
    if (!read.ok) throw new Error(read.detail)
    const [one] = read.value.campaigns
    if (!one) throw new Error('no campaign is shipped')
    const campaigns = { ...read.value, campaigns: [one, { ...one, id: 'another' }] }
    const telling = campaigns.campaigns.filter(campaign => releasesTeams(campaigns, campaign, '2026-W47'))
    expect(telling).toHaveLength(1)
  })

  it('has odd totals in ranges from k people on, in no scope with fewer', () => {
    const [kind] = FLAG_KINDS
    const flagged = (count: number): Flagged[] =>
      many(count, () => IDLE).map((_, i) => ({ kind, agency: 'a', member: `m${i}` }))
    const cells = (count: number) => flagCells(flagged(count), new Set(['a']), 200, K)[0]?.people
    expect(cells(9)).toMatchObject({ told: false })
    expect(cells(12)).toMatchObject({ told: true, value: sizeBand(12, K) })
    expect(flagCells(flagged(12), new Set(['b']), 200, K)[0]?.people).toMatchObject({ told: false })
  })

  it('hides the active share when all who joined were active, or all but two: it would tell about each of them', () => {
    for (const active of [84, 82]) {
      const { activeShare, detail } = week(96, 84, active)
      expect([activeShare, detail?.active, detail?.breadth[0], detail?.stickiness]).toEqual(
        Array.from({ length: 4 }, () => ({ told: false, why: 'one-sided' })),
      )
    }
    expect(week(96, 84, 81).activeShare.told).toBe(true)
  })

  it('hides what is below the minimum group, on either side', () => {
    expect(week(96, 9, 9).enrolled).toEqual({ told: false, why: 'too-few' })
    expect(week(9, 9, 9).enrolled).toEqual({ told: false, why: 'too-few' })
    expect(week(96, 9, 9).activeShare).toEqual({ told: false, why: 'too-few' })
  })

  it('gives the same reason for hardly anyone and for nearly everyone: the reason alone would tell', () => {
    for (const active of [2, 9, 82, 84]) {
      const { activeShare, detail } = week(96, 84, active)
      expect([activeShare, detail?.minutes, detail?.quartiles, detail?.platforms[0]?.users]).toEqual(
        Array.from({ length: 4 }, () => ({ told: false, why: 'one-sided' })),
      )
    }
  })

  it('a share needs the headcount, a count does not', () => {
    expect(week(null, 84, 70)).toMatchObject({
      enrolled: { told: true, value: 84 },
      enrolledShare: { told: false, why: 'no-headcount' },
      activeShare: { told: false, why: 'no-headcount' },
      detail: { active: { told: true, value: 70 } },
    })
  })

  it('never invites more people than are on the rolls', () =>
    expect(
      detail(
        many(40, () => busy()),
        { invited: 1000 },
      ).invited,
    ).toBe(96))

  it('tells who ever reported in fives, and not where the active and the enrolled would narrow it down', () => {
    const people = [...many(30, () => busy()), ...many(16, () => IDLE)]
    expect(detail(people, { reported: 37 }).reported).toEqual({ told: true, value: 35 })
    expect(detail(people, { reported: 44 }).reported.told).toBe(false)
    expect(detail(people, { reported: 31 }).reported.told).toBe(false)
    const busier = [...many(35, () => busy()), ...many(11, () => IDLE)]
    expect(detail(busier, { reported: 38 }).reported.told).toBe(false) // 38 or 39: too narrow
  })

  it('tells quartiles from twenty people up, and the median from the minimum group', () => {
    const spread = (count: number) =>
      detail(
        many(count, i => busy({ minutes: i })),
        { enrolled: 60 },
      )
    expect(spread(19)).toMatchObject({
      minutes: { told: true, value: 9 },
      quartiles: { told: false, why: 'under-twenty' },
    })
    expect(spread(21)).toMatchObject({
      minutes: { told: true, value: 10 },
      quartiles: { told: true, value: { from: 5, to: 15 } },
    })
  })

  it('hides the next class of breadth beside a small one: the whole minus the rest would tell it', () => {
    const using = (count: number, platforms: string[]) => many(count, () => busy({ platforms }))
    const people = [...using(20, ['a']), ...using(4, ['a', 'b']), ...using(15, ['a', 'b', 'c'])]
    expect(detail(people, { enrolled: 50 }).breadth).toEqual([
      { told: true, value: 11 },
      { told: true, value: 20 },
      { told: false, why: 'complement' },
      { told: false, why: 'complement' },
    ])
  })
})

describe('units beside each other', () => {
  const units = new Map(['a', 'b', 'c', 'd'].map(id => [id, { vi: `Phòng ${id}`, en: `Unit ${id}` }]))
  const staff = (sizes: readonly number[]) =>
    sizes.flatMap((size, u) =>
      many(size, i =>
        i % 3
          ? busy({ unit: [...units.keys()][u] ?? null })
          : { ...IDLE, unit: [...units.keys()][u] ?? null },
      ),
    )
  const rows = (sizes: readonly number[]) => detail(staff(sizes), { units }).units

  it('of 4, 9, 12 and 30 people tell the two large ones, in ranges', () => {
    const told = rows([4, 9, 12, 30])
    expect(told.map(row => row.size)).toEqual([
      { told: false, why: 'small-unit' },
      { told: false, why: 'small-unit' },
      { told: true, value: { from: 10, to: 19 } },
      { told: true, value: { from: 20, to: 49 } },
      { told: false, why: 'small-unit' }, // nobody declined to name one; that is not told either
    ])
    expect(told.map(row => row.active)).toEqual([
      { told: false, why: 'small-unit' },
      { told: false, why: 'small-unit' },
      { told: true, value: { from: 5000, to: 10_000 } },
      { told: true, value: { from: 6000, to: 10_000 } },
      { told: false, why: 'small-unit' },
    ])
  })

  it('tells minutes only where the ranges beside them show ten active people: they tell nothing of how many', () => {
    const unit = (id: string, size: number, active: number) => [
      ...many(active, () => busy({ unit: id })),
      ...many(size - active, () => ({ ...IDLE, unit: id })),
    ]
    const people = [...unit('a', 13, 12), ...unit('b', 16, 12), ...unit('c', 24, 13), ...unit('d', 24, 16)]
    const told = detail([...people, ...many(12, () => IDLE)], { units }).units
    expect(told.slice(0, 4).map(row => [row.size.told, row.active.told, row.minutes.told])).toEqual([
      [true, true, false], // nearly all of them, and told as 50–100%
      [true, true, false],
      [true, true, false],
      [true, true, true],
    ])
  })

  it('who named no unit is a group like any other', () => {
    const told = detail([...staff([12, 15, 11, 20]), ...many(14, () => busy())], { units }).units
    expect(told.map(row => [row.unit, row.size.told])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
      ['d', true],
      [null, true],
    ])
  })

  it('hide one more beside a single small one', () => {
    const told = detail([...staff([4, 12, 20, 30]), ...many(11, () => busy())], { units }).units
    expect(told.filter(row => !row.size.told).map(row => row.unit)).toEqual(['a', null])
  })
})

describe('ranges', () => {
  it('hold three numbers of people at least, and outer ones some that leave three people on either side', () => {
    const wholes = Array.from({ length: 300 }, (_, i) => i + 12)
    const narrow = wholes.flatMap(whole => {
      const parts = Array.from({ length: whole + 1 }, (_, part) => part)
      const bands = Map.groupBy(parts, part => JSON.stringify(shareBand(part, whole)))
      const open = (held: readonly number[]) => held.filter(part => part >= 3 && whole - part >= 3)
      return [...bands.values()].filter(held => open(held).length < 3).map(held => `${held} of ${whole}`)
    })
    expect(narrow).toEqual([])
    expect(shareBand(9, 12)).toEqual({ from: 5000, to: 10_000 })
    expect(shareBand(7, 20)).toEqual({ from: 0, to: 4000 })
    expect(shareBand(16, 40)).toEqual({ from: 4000, to: 6000 })
    expect(shareBand(33, 96)).toEqual({ from: 3000, to: 4000 })
    expect(shareBand(101, 200)).toEqual({ from: 5000, to: 5500 })
  })

  it('of a unit are as wide as what is told of its size', () => {
    expect(shareBand(16, 40, sizeBand(40, K).from)).toEqual({ from: 4000, to: 6000 })
    expect(shareBand(27, 40, sizeBand(40, K).from)).toEqual({ from: 6000, to: 10_000 })
    expect([sizeBand(10, K), sizeBand(19, K), sizeBand(49, K), sizeBand(130, K)]).toEqual([
      { from: 10, to: 19 },
      { from: 10, to: 19 },
      { from: 20, to: 49 },
      { from: 100, to: 199 },
    ])
  })
})

describe('the membership', () => {
  const people = (...ids: number[]): CohortMember[] =>
    ids.map(id => ({ member: `m${id}`, unit: null, reported: false }))
  const upTo = (count: number, from = 0) => people(...Array.from({ length: count }, (_, i) => from + i))

  it('begins with the tenth person', () => {
    expect(nextCohort(NOBODY, upTo(9), '2026-W01', K)).toBe(NOBODY)
    expect(nextCohort(NOBODY, upTo(10), '2026-W01', K)).toMatchObject({ since: '2026-W01', enrolled: 10 })
  })

  it('stays while fewer than ten come or go, and then moves at once', () => {
    const first = nextCohort(NOBODY, upTo(30), '2026-W01', K)
    expect(nextCohort(first, upTo(39), '2026-W02', K)).toMatchObject({ since: '2026-W01', enrolled: 30 })
    expect(nextCohort(first, upTo(33, 3), '2026-W02', K).enrolled).toBe(30) // three left, six came
    expect(nextCohort(first, upTo(40), '2026-W03', K)).toMatchObject({ since: '2026-W03', enrolled: 40 })
    expect(nextCohort(first, upTo(30, 5), '2026-W03', K)).toMatchObject({ since: '2026-W03', enrolled: 30 })
  })

  it('counts those who erased their data as gone, and keeps nothing of them', () => {
    const first = nextCohort(NOBODY, upTo(30), '2026-W01', K)
    const second = nextCohort(first, upTo(25), '2026-W02', K)
    expect(second).toMatchObject({ since: '2026-W01', enrolled: 30 })
    expect(second.members).toHaveLength(25)
    expect(nextCohort(second, upTo(20), '2026-W03', K)).toMatchObject({ since: '2026-W03', enrolled: 20 })
  })

  it('never goes back in time', () => {
    const first = nextCohort(NOBODY, upTo(30), '2026-W10', K)
    expect(nextCohort(first, upTo(60), '2026-W09', K).since).toBe('2026-W10')
  })
})
