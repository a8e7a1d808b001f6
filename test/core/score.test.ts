import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, windowEnding } from '../../shared/core/calendar.ts'
import { addDays } from '../../shared/core/day.ts'
import { agencyScore, creditOn, type PersonDay, type ScoreRules, tierOf } from '../../shared/core/score.ts'

const rules: ScoreRules = {
  weights: { weekly: 3500, regular: 3500, breadth: 2000, enough: 1000 },
  qualifyingSeconds: 180,
  platformDayCapSeconds: 7200,
  regularShare: 6000,
  breadthDays: 2,
  enoughSeconds: 1200,
  priorPeople: 10,
  priorMean: 5000,
}
const calendar = { off: [], makeUp: [] }
const today = '2026-11-23' // a Monday
const credit = (days: PersonDay[], expected = 2, on = today) => creditOn(on, rules, calendar)(days, expected)
const day = (d: string, seconds: number, platform = 'vbdh'): PersonDay => ({ day: d, platform, seconds })
const workingDays = windowEnding(today).filter(d => isWorkingDay(d, calendar))

describe('a person’s credit', () => {
  it('is nothing without a day', () => expect(credit([]).total).toBe(0))

  it('is whole for someone who works on both platforms every working day, and hours add nothing', () => {
    const days = workingDays.flatMap(d => [day(d, 1500), day(d, 1500, 'hkg')])
    expect(credit(days)).toMatchObject({
      parts: { weekly: 10_000, regular: 10_000, breadth: 10_000, enough: 10_000 },
      total: 10_000,
    })
    expect(credit(days.map(d => ({ ...d, seconds: 20_000 }))).total).toBe(10_000)
  })

  it('needs three active minutes for a day to qualify', () => {
    expect(credit([day(today, 179)]).qualifyingDays).toBe(0)
    expect(credit([day(today, 180)])).toMatchObject({ qualifyingDays: 1, qualifiesToday: true })
    expect(credit([day(today, 100), day(today, 80, 'hkg')]).qualifyingDays).toBe(1)
  })

  it('gives a quarter of "weekly" for each 7-day block with a qualifying day', () => {
    expect(credit([day(addDays(today, -6), 300), day(addDays(today, -7), 300)]).parts.weekly).toBe(5000)
    expect(credit([day(addDays(today, -1), 300), day(addDays(today, -2), 300)]).parts.weekly).toBe(2500)
  })

  it('forgets what is older than 28 days', () => {
    expect(credit([day(addDays(today, -28), 3000)]).total).toBe(0)
    expect(credit([day(addDays(today, -27), 3000)]).total).toBeGreaterThan(0)
  })

  it('leaves today out of the working days until the person qualifies today', () => {
    const past = workingDays
      .filter(d => d !== today)
      .slice(0, 6)
      .map(d => day(d, 300))
    // 19 working days before today, 60 % of them = 11.4; with today 20, 12
    expect(credit(past).parts.regular).toBe(Math.floor((6 * 10_000 * 10_000) / (19 * 6000)))
    expect(credit([...past, day(today, 300)]).parts.regular).toBe(
      Math.floor((7 * 10_000 * 10_000) / (20 * 6000)),
    )
  })

  it('counts a platform as in use from its second day', () => {
    const once = [day(workingDays[0]!, 300), day(workingDays[1]!, 300, 'hkg')]
    expect(credit(once).parts.breadth).toBe(0)
    expect(credit([...once, day(workingDays[2]!, 300)]).parts.breadth).toBe(5000)
  })

  it('leaves breadth out of the denominator where no platform is expected', () => {
    const days = workingDays.map(d => day(d, 1500))
    expect(credit(days, 0)).toMatchObject({ parts: { breadth: null }, total: 10_000 })
  })

  it('takes the median of the qualifying days for "enough"', () => {
    const days = [300, 600, 3000].map((s, i) => day(workingDays[i]!, s))
    expect(credit(days).parts.enough).toBe(5000)
  })

  it('counts at most two hours of one platform a day', () => {
    expect(credit([day(workingDays[0]!, 86_400)]).parts.enough).toBe(10_000)
  })

  const someDays = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 35 }).map(n => addDays(today, -n)),
      platform: fc.constantFrom('vbdh', 'hkg', 'dvc'),
      seconds: fc.integer({ min: 0, max: 30_000 }),
    }),
    { maxLength: 60 },
  )

  it('stays between 0 and 10 000 whatever the days', () => {
    fc.assert(
      fc.property(someDays, fc.integer({ min: 0, max: 5 }), (days, expected) => {
        const { total } = credit(days, expected)
        expect(Number.isInteger(total) && total >= 0 && total <= 10_000).toBe(true)
      }),
    )
  })

  it('today can only help: a first qualifying day today never lowers weekly, regular or breadth', () => {
    fc.assert(
      fc.property(someDays, days => {
        const before = credit(days.filter(d => d.day !== today))
        const after = credit([...days.filter(d => d.day !== today), day(today, 1200)])
        expect(after.parts.weekly).toBeGreaterThanOrEqual(before.parts.weekly ?? 0)
        expect(after.parts.regular).toBeGreaterThanOrEqual(before.parts.regular ?? 0)
        expect(after.parts.breadth).toBeGreaterThanOrEqual(before.parts.breadth ?? 0)
      }),
    )
  })
})

describe('an agency’s score', () => {
  it('counts everyone on the rolls: whoever is not enrolled counts 0', () => {
    // 20 of 40 people with full credit, mean 50: (20·100 + 10·50) / 50 = 50
    expect(agencyScore(20 * 10_000, 40, 5000, rules)).toBe(500)
  })

  it('one person moves it by at most 100 / (N + 10) points', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (headcount, others, one, mean) => {
          const sum = others * (headcount - 1)
          const moved =
            agencyScore(sum + one, headcount, mean, rules) - agencyScore(sum, headcount, mean, rules)
          // +1: each of the two is rounded to a tenth
          expect(Math.abs(moved)).toBeLessThanOrEqual(1000 / (headcount + 10) + 1)
        },
      ),
    )
  })

  it('has the tier of the highest bound it reaches', () => {
    const tiers = [
      { id: 'chua-dat', from: 0 },
      { id: 'tot', from: 80 },
      { id: 'kha', from: 65 },
      { id: 'trung-binh', from: 50 },
    ]
    expect([1000, 800, 799, 650, 500, 499, 0].map(s => tierOf(s, tiers))).toEqual([
      'tot',
      'tot',
      'kha',
      'kha',
      'trung-binh',
      'chua-dat',
      'chua-dat',
    ])
  })
})
