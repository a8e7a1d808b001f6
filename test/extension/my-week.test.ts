import { workCalendar } from '../../shared/core/calendar.ts'
import './fake-browser.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { criteriaOf, personDays } from '../../extension/pages/criteria.ts'
import { createPopup } from '../../extension/pages/popup/model.ts'
import { shippedCampaign } from '../../extension/store/shipped.ts'
import { addDays } from '../../shared/core/day.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { at, Desk, HOUR, MINUTE } from './desk.ts'

const MONDAY = '2026-11-23'
const bundle = shippedCampaign(MONDAY)
const rules = bundle.campaign.score
const calendar = workCalendar(bundle.calendar)
const EXPECTED = 4

/** So many seconds on each of these days, on one platform. */
const mine = (today: string, days: readonly string[], seconds = 600, platforms = ['vbdh']) =>
  criteriaOf(
    days.flatMap(day => platforms.map(platform => ({ day, platform, seconds }))),
    today,
    EXPECTED,
    { rules, calendar },
  )

describe('my week', () => {
  it('is five dots, each with what it is', () => {
    const { week } = mine('2026-11-26', ['2026-11-23', '2026-11-24'])
    expect(week.map(d => d.mark)).toEqual(['counted', 'counted', 'none', 'ahead', 'ahead'])
    expect(week[0]?.day).toBe(MONDAY)
    expect(mine(MONDAY, [MONDAY], 179).week[0]?.mark).toBe('some')
    expect(mine(MONDAY, [MONDAY], 180).week[0]?.mark).toBe('counted')
  })

  it('tells how many days it still needs, of those that are left', () => {
    expect(mine('2026-11-25', [MONDAY, '2026-11-24'])).toMatchObject({ weekMissing: 1, weekLeft: 3 })
    expect(mine('2026-11-25', [MONDAY, '2026-11-24', '2026-11-25'])).toMatchObject({ weekMissing: 0 })
    expect(mine('2026-11-27', [])).toMatchObject({ weekMissing: 3, weekLeft: 1 })
    expect(mine('2026-11-16', [])).toMatchObject({ weekMissing: 3, weekLeft: 5 })
  })

  it('marks a holiday as a day off, and needs fewer days in its week', () => {
    const { week, weekMissing } = mine('2026-09-01', [])
    expect(week.map(d => d.mark)).toContain('off')
    expect(weekMissing).toBeLessThan(3)
  })

  it('tells today’s mark and what is missing for it', () => {
    expect(mine(MONDAY, [])).toMatchObject({ qualifiesToday: false, todayMissing: 180 })
    expect(mine(MONDAY, [MONDAY], 100)).toMatchObject({ qualifiesToday: false, todayMissing: 80 })
    expect(mine(MONDAY, [MONDAY])).toMatchObject({ qualifiesToday: true, todayMissing: 0 })
  })
})

describe('my four criteria', () => {
  it('are counted as in the agency’s score', () => {
    const days = [0, 1, 7, 8].map(ago => addDays(MONDAY, -ago))
    const { blocks, qualifyingDays, platforms, typicalSeconds } = mine(MONDAY, days, 600, ['vbdh', 'hkg'])
    expect({ blocks, qualifyingDays, platforms }).toEqual({
      blocks: 2,
      qualifyingDays: 4,
      platforms: { used: 2, expected: 4 },
    })
    expect(typicalSeconds).toBe(rules.enoughSeconds) // 20 minutes on two platforms
  })

  it('leave breadth out where no unit is known', () => {
    expect(criteriaOf([], MONDAY, 0, { rules, calendar }).platforms).toBeNull()
  })

  it('look at whole seconds', () => {
    expect(personDays([{ day: MONDAY, platform: 'vbdh', ms: 1999 }])[0]?.seconds).toBe(1)
  })
})

describe('the popup', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  const popup = async () =>
    createPopup({
      db: await desk.store(),
      send: desk.says,
      now: () => desk.clock,
      hasHosts: async () => true,
      askForHosts: async () => true,
    })

  it('has my week and today’s mark in its first frame', async () => {
    await desk.consents()
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    const { criteria } = (await popup()).today.value
    expect(criteria.qualifiesToday).toBe(true)
    expect(criteria.week[0]).toMatchObject({ mark: 'counted', seconds: 300 })
  })

  it('shows my agency’s released score, and keeps it for the time without a network', async () => {
    await desk.joins()
    desk.hub.snapshot = SNAPSHOT
    const page = await popup()
    expect(page.today.value.published).toBeNull()
    await page.refreshScore()
    expect(page.today.value.published).toEqual({ snapshot: SNAPSHOT, at: desk.clock })
    const asked = desk.hub.asked.at(-1)
    expect(asked?.url).toMatch(/\/api\/v1\/scores$/)

    desk.hub.state = 'down'
    desk.sleeps(HOUR)
    const later = await popup()
    await later.refreshScore()
    expect(later.silent.value).toBe(true)
    expect(later.today.value.published?.snapshot.release).toBe(SNAPSHOT.release)
  })

  it('asks for no score before the person has joined', async () => {
    await desk.consents()
    await (await popup()).refreshScore()
    expect(desk.hub.asked).toEqual([])
  })
})

const SNAPSHOT: Snapshot = {
  version: 1,
  release: 7,
  campaign: bundle.campaign.id,
  day: MONDAY,
  week: '2026-W48',
  at: at('2026-11-23T07:00:00'),
  ttl: 900,
  final: false,
  sample: false,
  tiers: [{ id: 'kha', name: { vi: 'Khá', en: 'Good' }, from: 0 }],
  agencies: [
    {
      id: 'so-noi-vu',
      name: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' },
      level: 'province',
      block: 'khoi-1',
      state: 'ranked',
      score: 874,
      tier: 'kha',
      rank: 2,
      of: 14,
      change: 3,
      trend: [],
      at: at('2026-11-23T07:00:00'),
    },
  ],
}
