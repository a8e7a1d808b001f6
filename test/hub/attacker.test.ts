// Half a year of a whole province, every table that any role may hold, and an attacker who tries to read people in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { teamCsv } from '../../extension/pages/team/team-files.ts'
import { closeWeeks } from '../../hub/release/close-week.ts'
import { digestOf } from '../../hub/render/digest.ts'
import { addDays, startOfDay } from '../../shared/core/day.ts'
import { type LeadFlag, parseOverview } from '../../shared/wire/overview.ts'
import { parseTeam, type Range, type ReleasedCell, type TeamWeek } from '../../shared/wire/team.ts'
import { smallCampaigns } from '../fixtures/campaign.ts'
import { HUB, MONDAY, read, type TryHub, tryHub } from '../fixtures/hub.ts'
import {
  FIRST_MONDAY,
  isOdd,
  live,
  type Simulated,
  simulated,
  type Truth,
  unitIds,
  unitIn,
  WEEKS,
  weekAt,
} from '../fixtures/simulated.ts'
import { attack, type Held, type Learnt } from './attack.ts'
import { attackFlags, type FlagWeek } from './attack-flags.ts'
import { attackByRules } from './attack-rules.ts'

const K = 10
const OURS = { k: K, unseen: K - 1 }
const NAIVE = { k: K, unseen: 0 }
const kinds = (learnt: readonly Learnt[]) => [...new Set(learnt.map(one => one.what))].sort()
const sample = (learnt: readonly Learnt[]) => learnt.slice(0, 40).map(one => `${one.what}: ${one.where}`)

describe('an attacker with every table of 110 agencies and 26 weeks', () => {
  let hub: TryHub
  let truth: Truth
  const held: Held[] = []

  beforeAll(async () => {
    truth = simulated()
    const campaigns = smallCampaigns({ agencies: truth.agencies })
    hub = await tryHub({ campaigns, databaseUrl: 'sqlite::memory:', at: MONDAY })
    const config = { publicUrl: HUB, sample: false, minGroup: K, releaseMinIntervalMs: 0 }
    for (let week = 0; week < WEEKS; week += 1) {
      await live(truth, hub.store, week)
      hub.clock.now = startOfDay(addDays(FIRST_MONDAY, week * 7 + 7)) + 3_600_000
      await closeWeeks({ store: hub.store, campaigns, config }, hub.clock.now)
    }
    for (const { id } of truth.agencies) {
      const manager = await hub.person(id, { role: 'manager' })
      for (const last of [11, 23, 25]) {
        const path = `/api/v1/team?agency=${id}&week=${weekAt(last)}`
        const team = await read(await hub.signed(manager, 'GET', path), parseTeam)
        for (const table of team.weeks) {
          if (held.some(one => one.agency === id && one.table.week === table.week)) continue
          held.push({ agency: id, campaign: team.campaign, table })
        }
      }
    }
  }, 300_000)
  afterAll(() => hub.close())

  it('holds them all, and every role is told the same', async () => {
    expect(held.length).toBe(110 * WEEKS)
    const auditor = await hub.person('a1', { role: 'auditor', scope: 'all' })
    const lead = await hub.person('a2', { role: 'manager', scope: 'so-ban-nganh' })
    for (const one of [auditor, lead]) {
      const team = await read(await hub.signed(one, 'GET', '/api/v1/team?agency=a33'), parseTeam)
      expect(team.weeks).toEqual(
        held
          .filter(({ agency }) => agency === 'a33')
          .slice(-12)
          .map(h => h.table),
      )
    }
  })

  it('is told nothing else by the overview of a campaign lead or by the medians of blocks', async () => {
    const lead = await hub.person('a2', { role: 'manager', scope: 'all' })
    const { agencies } = await read(await hub.signed(lead, 'GET', '/api/v1/team/overview'), parseOverview)
    const newest = new Map(held.filter(h => h.table.week === weekAt(25)).map(h => [h.agency, h.table]))
    for (const { id, enrolledShare, activeShare, started } of agencies) {
      const table = newest.get(id)
      expect({ enrolledShare, activeShare }).toEqual({
        enrolledShare: table?.enrolledShare,
        activeShare: table?.activeShare,
      })
      expect(started).toBe(table?.enrolled.told === true || table?.enrolled.why === 'one-sided')
    }
    const block = agencies.filter(one => one.block === 'xa').flatMap(one => one.enrolledShare ?? [])
    const told = block.flatMap(cell => (cell.told ? [cell.value] : [])).sort((a, b) => a - b)
    const team = await read(await hub.signed(lead, 'GET', '/api/v1/team?agency=a1'), parseTeam)
    const [low, high] = [told[(told.length - 1) >> 1] ?? 0, told[told.length >> 1] ?? 0]
    expect(team.block?.agencies).toBe(told.length)
    expect(team.block?.enrolledShare).toBe(Math.round((low + high) / 2))
  })

  it('finds the same in the files of every role and in the digest as on the page', async () => {
    const nameOf = (platform: string) => platform
    for (const agency of ['a0', 'a1', 'a33']) {
      const path = `/api/v1/team?agency=${agency}&for=export`
      const roles = [
        await hub.person(agency, { role: 'manager' }),
        await hub.person('a2', { role: 'manager', scope: 'all' }),
        await hub.person('a2', {
          role: 'manager',
          scope: truth.agencies[Number(agency.slice(1))]?.block ?? '',
        }),
        await hub.person('a1', { role: 'auditor', scope: 'all' }),
      ]
      const teams = await Promise.all(
        roles.map(async one => read(await hub.signed(one, 'GET', path), parseTeam)),
      )
      const told = held.filter(one => one.agency === agency).slice(-12)
      for (const team of teams) {
        expect(team.weeks).toEqual(told.map(one => one.table))
        expect(teamCsv(team, 'vi', nameOf)).toBe(teamCsv(teams[0] ?? team, 'vi', nameOf))
        expect(digestOf(team, 'en')).toEqual(digestOf(teams[0] ?? team, 'en'))
      }
    }
  })

  it('learns nothing from odd signs: not from a block beside the whole, nor from a week beside the next', async () => {
    const rows = await hub.store.selectFrom('released_flags').selectAll().orderBy('week').execute()
    const weeks = [...Map.groupBy(rows, row => row.week)].map(([week, own]): FlagWeek => {
      return { week, scopes: new Map(own.map(row => [row.scope, JSON.parse(row.cells) as LeadFlag[]])) }
    })
    expect(weeks).toHaveLength(WEEKS)
    expect(sample(attackFlags(weeks, K))).toEqual([])
    const told = rows.map(row => (JSON.parse(row.cells) as LeadFlag[]).some(flag => flag.people.told))
    expect([told.includes(true), told.includes(false)]).toEqual([true, true])
    const exact = weeks.map(({ week, scopes }) => ({
      week,
      scopes: new Map(
        [...scopes.keys()].map(scope => {
          const own = new Set(
            truth.agencies.filter(one => scope === 'all' || one.block === scope).map(one => one.id),
          )
          const w = weekNumber(week)
          const odd = truth.people.filter(
            one => own.has(one.agency) && isOdd(one, w) && truth.week(one, w).length > 0,
          )
          const people = releasedCell(exactly(odd.length), odd.length > 0)
          return [scope, [{ kind: 'long-days', people } as LeadFlag]]
        }),
      ),
    }))
    expect(kinds(attackFlags(exact, K))).toEqual(['person'])
  })

  it('learns no group below ten people and no single person’s change', () =>
    expect(sample(attack(held, OURS))).toEqual([]))

  it('learns nothing more as an insider who knows how many of each unit have joined', () => {
    const sizeOf = (agency: string, since: string, unit: string) => {
      const week = weekNumber(since)
      const there = truth.people.filter(one => one.agency === agency && one.from <= week && one.until > week)
      return there.filter(one => (unitIn(one, week) ?? '') === unit).length
    }
    expect(sample(attack(held, { ...OURS, sizeOf }))).toEqual([])
    const broken = held.map(one => {
      const { detail } = naiveOne(truth, one.agency, one.table.week)
      return { ...one, table: { ...one.table, detail } as TeamWeek }
    })
    expect(kinds(attack(broken, { ...NAIVE, sizeOf }))).toContain('group')
  })

  it('learns nothing by reading the rules of hiding backwards', () => {
    const rules = { k: K, workdays: 5, regularDays: 3, enoughMinutes: 20, capped: true }
    const own = Map.groupBy(held, one => one.agency)
    const tables = [...own.values()].map(list =>
      list.map(one => one.table).sort((a, b) => (a.week < b.week ? -1 : 1)),
    )
    expect(sample(tables.flatMap(weeks => attackByRules(weeks, rules)))).toEqual([])
  })

  it('is told enough to be of use: most large agencies, and units among them', () => {
    const last = held.filter(({ table }) => table.week === weekAt(25))
    const large = last.filter(({ table }) => table.enrolled.told && table.enrolled.value >= 20)
    expect(large.length).toBeGreaterThan(30)
    expect(large.filter(one => one.table.detail?.active.told).length).toBeGreaterThan(large.length / 2)
    expect(
      last.flatMap(one => one.table.detail?.units ?? []).filter(u => u.active.told).length,
    ).toBeGreaterThan(5)
  })

  it('is right about what it may know: the true membership is never further off than nine people', () => {
    const members = (agency: string, week: number) =>
      new Set(
        truth.people
          .filter(one => one.agency === agency && one.from <= week && one.until > week)
          .map(one => one.id),
      )
    let moved = 0
    for (const { id } of truth.agencies) {
      for (const { table } of held.filter(one => one.agency === id)) {
        const since = table.detail?.membersSince
        if (!since || !table.enrolled.told) continue
        const frozen = members(id, weekNumber(since))
        expect(table.enrolled.value).toBe(frozen.size)
        const now = members(id, weekNumber(table.week))
        const unlike =
          [...now].filter(one => !frozen.has(one)).length + [...frozen].filter(one => !now.has(one)).length
        expect(unlike, `${id} ${table.week}`).toBeLessThan(K)
        moved = Math.max(moved, unlike)
      }
    }
    expect(moved).toBe(K - 1) // the rule is used to its edge
  })

  it('wins against tables that only hide what is below ten: by weeks, units, thresholds and sameness', () => {
    const naive = ['thu', 'chat'].flatMap(campaign => naiveTables(truth, campaign))
    expect(kinds(attack(naive, NAIVE))).toEqual(['everyone', 'group', 'person', 'threshold'])
  })

  it.each([
    ['person', NAIVE, (table: TeamWeek, bare: TeamWeek) => ({ ...table, enrolled: bare.enrolled })],
    ['group', OURS, (table: TeamWeek, bare: TeamWeek) => ({ ...table, detail: bare.detail })],
  ] as const)('would notice a single rule that is missing (%s)', (what, knowledge, without) => {
    const broken = held.map(one => {
      const table: TeamWeek = without(one.table, naiveOne(truth, one.agency, one.table.week))
      return { ...one, table }
    })
    expect(kinds(attack(broken, knowledge))).toContain(what)
  })
})

const weekNumber = (week: string): number => Array.from({ length: WEEKS }, (_, i) => weekAt(i)).indexOf(week)

const releasedCell = <T>(value: T, large: boolean): ReleasedCell<T> =>
  large ? { told: true, value } : { told: false, why: 'too-few' }
const exactly = (value: number): Range => ({ from: value, to: value })

/** Tables with the minimum group and nothing else: exact, of everybody who is there that week. */
const naiveTables = (truth: Truth, campaign: string): Held[] =>
  truth.agencies.flatMap(({ id }) =>
    Array.from({ length: WEEKS }, (_, w) => {
      return { agency: id, campaign, table: naiveOne(truth, id, weekAt(w), campaign === 'chat' ? 400 : 180) }
    }),
  )

function naiveOne(truth: Truth, agency: string, week: string, seconds = 180): TeamWeek {
  const w = weekNumber(week)
  const people = truth.people.filter(one => one.agency === agency && one.from <= w && one.until > w)
  const isActive = (one: Simulated) => {
    const days = Map.groupBy(truth.week(one, w), row => row.day).values()
    return [...days].some(rows => rows.reduce((sum, row) => sum + row.seconds, 0) >= seconds)
  }
  const active = people.filter(isActive)
  const size = people.length
  const headcount = truth.agencies.find(one => one.id === agency)?.headcount ?? null
  const hidden = releasedCell(0, false)
  const units = [...unitIds(agency), null].map(unit => {
    const members = people.filter(one => unitIn(one, w) === unit)
    const share = members.length && (members.filter(isActive).length * 10_000) / members.length
    const large = members.length >= K
    return {
      unit,
      name: null,
      size: releasedCell(exactly(members.length), large),
      active: releasedCell(exactly(share), large),
      minutes: hidden,
      platforms: [],
    }
  })
  return {
    week,
    headcount,
    enrolled: releasedCell(size, size >= K),
    enrolledShare: hidden,
    activeShare: hidden,
    detail: {
      membersSince: week,
      invited: null,
      reported: hidden,
      active: releasedCell(active.length, active.length >= K),
      regular: hidden,
      stickiness: hidden,
      breadth: [hidden, hidden, hidden, hidden],
      minutes: hidden,
      quartiles: releasedCell(exactly(0), false),
      short: hidden,
      platforms: [],
      units: unitIds(agency).length > 0 ? units : [],
    },
  }
}
