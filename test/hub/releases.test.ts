// What is released, when, and what is not: minimum group, waiting time, weekly finals, team tables, ranks.
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { Campaigns } from '../../hub/campaigns.ts'
import { closeWeeks } from '../../hub/release/close-week.ts'
import { releaseDue } from '../../hub/release/release-due.ts'
import { wholeWeeks } from '../../hub/release/score-cell.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { addDays, DAY_MS, dayOf } from '../../shared/core/day.ts'
import { parseViews } from '../../shared/wire/me.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { parseTeam } from '../../shared/wire/team.ts'
import { agencyNamed, smallCampaigns } from '../fixtures/campaign.ts'
import { MONDAY, quiet, read, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
afterEach(() => hub.close())

const people = async (agency: string, count: number): Promise<readonly Device[]> =>
  Promise.all(Array.from({ length: count }, () => hub.person(agency)))

const work = async (devices: readonly Device[], seconds: number, day = dayOf(hub.clock.now)) => {
  for (const device of devices) await hub.report(device, [{ day, platform: 'vbdh', seconds }])
}

const cellOf = async (id: string): Promise<AgencyScore> => {
  const cell = (await hub.snapshot()).agencies.find(a => a.id === id)
  if (!cell) throw new Error(`no ${id}`)
  return cell
}

const later = async (ms: number) => {
  hub.clock.now += ms
  await hub.tick()
}

describe('a live score', () => {
  it('is not released for nine people, and is for ten', async () => {
    hub = await tryHub()
    const ten = await people('so-noi-vu', 10)
    await work(ten.slice(0, 9), 600)
    await later(0)
    expect(await cellOf('so-noi-vu')).toMatchObject({ state: 'no-data', score: null, at: null })
    await work(ten.slice(9), 600)
    await later(0)
    expect(await cellOf('so-noi-vu')).toMatchObject({
      state: 'provisional',
      rank: null,
      score: 222,
      tier: 'chua-dat',
    })
  })

  it('is not released again for one more person, nor before the waiting time', async () => {
    hub = await tryHub()
    const ten = await people('so-noi-vu', 10)
    await work(ten, 600)
    await later(0)
    const first = await cellOf('so-noi-vu')
    await work(ten, 1200)
    await later(60_000)
    expect(await cellOf('so-noi-vu')).toEqual(first) // too soon
    await later(900_000)
    const second = await cellOf('so-noi-vu')
    expect(second.score).toBeGreaterThan(first.score ?? 0)
    await work(ten.slice(0, 1), 7000)
    await later(3_600_000)
    expect(await cellOf('so-noi-vu')).toEqual(second) // one person alone moves nothing that is seen
  })

  it('counts the same person once, however often they report', async () => {
    hub = await tryHub()
    const [one] = await people('so-noi-vu', 1)
    for (let i = 1; i <= 12; i += 1) if (one) await work([one], 60 * i)
    await later(3_600_000)
    expect(await cellOf('so-noi-vu')).toMatchObject({ state: 'no-data' })
  })

  it('is not brought closer by a report that a newer one has overtaken', async () => {
    hub = await tryHub()
    const ten = await people('so-noi-vu', 10)
    const day = dayOf(hub.clock.now)
    for (const one of ten) await hub.report(one, [{ day, platform: 'vbdh', seconds: 600 }], 5)
    await later(0)
    const { release } = await hub.snapshot()
    for (const one of ten) await hub.report(one, [{ day, platform: 'vbdh', seconds: 900 }], 4)
    await later(900_000)
    expect((await hub.snapshot()).release).toBe(release)
  })

  it('asks for fewer days where the calendar has a holiday', async () => {
    const off = [{ day: '2026-10-30', name: { vi: 'Nghỉ', en: 'Off' } }]
    const year = { off, makeUp: [], status: 'announced' as const, sources: [] }
    const score = async (campaigns: Campaigns) => {
      hub = await tryHub({ campaigns })
      await work(await people('so-noi-vu', 20), 600)
      await later(0)
      return (await cellOf('so-noi-vu')).score ?? 0
    }
    const plain = await score(smallCampaigns())
    await hub.close()
    const years = { 2026: year }
    const kept = await score(smallCampaigns({ calendar: { version: 1, zone: 'Asia/Ho_Chi_Minh', years } }))
    expect(kept).toBeGreaterThan(plain)
  })

  it('of an agency smaller than the minimum group stays hidden', async () => {
    hub = await tryHub({ campaigns: smallCampaigns({ agencies: [agencyNamed('nho', { headcount: 9 })] }) })
    await work(await people('nho', 10), 600)
    await later(0)
    expect(await cellOf('nho')).toMatchObject({ state: 'suppressed', score: null, tier: null, rank: null })
  })

  it('of an agency that has not told its headcount stays without data', async () => {
    hub = await tryHub()
    await work(await people('xa-chua-khai', 12), 600)
    await later(0)
    expect(await cellOf('xa-chua-khai')).toMatchObject({ state: 'no-data', score: null })
  })

  it('is released at once by the operator, but never below the minimum group', async () => {
    hub = await tryHub()
    const ten = await people('so-noi-vu', 10)
    await work(ten, 600)
    await later(0)
    await work(ten.slice(1), 1200)
    const { campaigns, store } = hub
    const config = { publicUrl: '', sample: false, minGroup: 10, releaseMinIntervalMs: 900_000 }
    expect(await releaseDue({ campaigns, store, config }, hub.clock.now, true)).toEqual({
      closed: 0,
      released: 0,
      repaired: [],
    })
    await work(ten, 1200)
    expect(await releaseDue({ campaigns, store, config }, hub.clock.now, true)).toEqual({
      closed: 0,
      released: 1,
      repaired: [],
    })
  })

  it('a new day alone releases nothing', async () => {
    hub = await tryHub()
    await work(await people('so-noi-vu', 10), 600)
    await later(0)
    const { release } = await hub.snapshot()
    await later(DAY_MS)
    expect((await hub.snapshot()).release).toBe(release)
  })
})

describe('a weekly final', () => {
  it('is released once, though two processes close the week at the same moment', async () => {
    hub = await tryHub()
    await work(await people('so-noi-vu', 10), 600)
    hub.clock.now = MONDAY + 7 * DAY_MS
    const config = { publicUrl: 'https://hub.example', sample: false, minGroup: 10, releaseMinIntervalMs: 0 }
    const closing = { store: hub.store, campaigns: smallCampaigns(), config }
    await Promise.all([closeWeeks(closing, hub.clock.now), closeWeeks(closing, hub.clock.now)])
    const weekly = await hub.store
      .selectFrom('releases')
      .select('week')
      .where('kind', '=', 'weekly')
      .execute()
    expect(weekly).toHaveLength(1)
  })

  const SUNDAY_NIGHT = MONDAY + 6 * DAY_MS + 15 * 3_600_000 // Sunday 23:00 in Tây Ninh

  it('comes with the new week and not an hour before', async () => {
    hub = await tryHub()
    await work(await people('so-noi-vu', 12), 600)
    hub.clock.now = SUNDAY_NIGHT
    await hub.tick()
    const sunday = await hub.snapshot()
    expect(sunday.agencies[0]?.trend).toEqual([])
    await later(3_600_000)
    const monday = await hub.snapshot()
    expect(monday).toMatchObject({ day: '2026-11-08', week: '2026-W45' })
    expect(monday.agencies.find(a => a.id === 'so-noi-vu')?.trend).toEqual([
      { week: '2026-W45', score: expect.any(Number) },
    ])
    await later(60_000)
    expect((await hub.snapshot()).release).toBe(monday.release) // once is enough
  })

  it('is the live score of that Sunday where fewer than ten people changed after it', async () => {
    hub = await tryHub()
    const all = await people('so-noi-vu', 15)
    hub.clock.now = SUNDAY_NIGHT
    await work(all, 600)
    await hub.tick()
    const live = await cellOf('so-noi-vu')
    expect(live.at).toBe(SUNDAY_NIGHT)
    await work(all.slice(0, 9), 7000)
    await later(3_600_000)
    const { score, trend } = await cellOf('so-noi-vu')
    expect([score, trend]).toEqual([live.score, [{ week: '2026-W45', score: live.score }]])
    const [told] = await hub.store.selectFrom('weekly_means').selectAll().execute()
    // The mean of the level is worked out from what was told: it gives the nine away as little.
    expect(told?.mean_bp).toBe(Math.floor(((live.score ?? 0) * 10 * 30 - 10 * 5000) / 20))
  })

  it('counts everything where ten people changed after the live score', async () => {
    hub = await tryHub()
    const all = await people('so-noi-vu', 15)
    hub.clock.now = SUNDAY_NIGHT
    await work(all.slice(0, 12), 60)
    await hub.tick()
    const live = await cellOf('so-noi-vu')
    expect(live.at).toBe(SUNDAY_NIGHT)
    await work(all.slice(0, 10), 7000)
    await later(3_600_000)
    const { trend } = await cellOf('so-noi-vu')
    expect(trend[0]?.score).toBeGreaterThan(live.score ?? 0)
  })

  it('does not take people of the new week for people of that Sunday', async () => {
    hub = await tryHub()
    const all = await people('so-noi-vu', 15)
    hub.clock.now = SUNDAY_NIGHT
    await work(all, 600)
    await hub.tick()
    const live = await cellOf('so-noi-vu')
    await work(all.slice(0, 3), 7000)
    hub.clock.now += 3_700_000 // Monday, and no tick yet
    await work(all.slice(3), 600)
    await hub.tick()
    expect((await cellOf('so-noi-vu')).trend[0]?.score).toBe(live.score)
  })

  it('is made up for when the hub stood still for three weeks', async () => {
    hub = await tryHub()
    await work(await people('so-noi-vu', 12), 600)
    await later(22 * DAY_MS)
    const { trend } = await cellOf('so-noi-vu')
    expect(trend.map(t => t.week)).toEqual(['2026-W45', '2026-W46', '2026-W47'])
  })

  it('ranks inside level and block, equal scores sharing a rank, and tells the change to the week before', async () => {
    const agencies = ['a', 'b', 'c', 'd']
      .map(id => agencyNamed(id))
      .concat(agencyNamed('x', { level: 'commune', block: 'xa' }))
    hub = await tryHub({ campaigns: smallCampaigns({ agencies }) })
    const teams = new Map<string, readonly Device[]>()
    for (const [id, seconds] of [
      ['a', 1500],
      ['b', 600],
      ['c', 600],
      ['d', 240],
      ['x', 240],
    ] as const) {
      teams.set(id, await people(id, 12))
      await work(teams.get(id) ?? [], seconds)
    }
    await later(7 * DAY_MS)
    expect((await cellOf('a')).state).toBe('provisional') // one week of data
    await work(teams.get('d') ?? [], 1500)
    await later(7 * DAY_MS)
    const { agencies: cells } = await hub.snapshot()
    const told = Object.fromEntries(cells.map(c => [c.id, `${c.state} ${c.rank}/${c.of}`]))
    expect(told).toEqual({
      a: 'ranked 2/4',
      b: 'ranked 3/4',
      c: 'ranked 3/4',
      d: 'ranked 1/4',
      x: 'ranked 1/1',
    })
    for (const { change, trend } of cells) {
      expect(change).toBe((trend[1]?.score ?? 0) - (trend[0]?.score ?? 0))
    }
  })

  it('freezes M from released agencies only', async () => {
    const agencies = [agencyNamed('gross'), agencyNamed('klein', { headcount: 5 })]
    hub = await tryHub({ campaigns: smallCampaigns({ agencies }) })
    await work(await people('gross', 20), 600)
    await work(await people('klein', 5), 6000)
    await later(7 * DAY_MS)
    const [mean] = await hub.store.selectFrom('weekly_means').selectAll().execute()
    expect(mean).toMatchObject({ level: 'province', week: '2026-W45' })
    // One qualifying day of ten minutes earns 0.35·2500 + 0.35·833 + 0.1·5000; all 20 on the rolls have it.
    expect(mean?.mean_bp).toBe(1666)
  })

  it('of 29 % enrolment is provisional', async () => {
    hub = await tryHub({ campaigns: smallCampaigns({ agencies: [agencyNamed('lang', { headcount: 40 })] }) })
    const team = await people('lang', 11)
    await work(team, 600)
    await later(14 * DAY_MS)
    expect(await cellOf('lang')).toMatchObject({ state: 'provisional', rank: null })
  })
})

describe('the team table', () => {
  const path = '/api/v1/team?agency=so-y-te'
  const closeWeek = async (enrolled: number, active: number) => {
    hub = await tryHub()
    const manager = await hub.person('so-y-te', { role: 'manager' })
    const team = await people('so-y-te', enrolled - 1)
    await work(team.slice(0, active), 600)
    await later(7 * DAY_MS)
    return { manager, team }
  }
  const table = async (manager: Device, at = path) => read(await hub.signed(manager, 'GET', at), parseTeam)

  it('tells enrolment and weekly use as shares of the headcount', async () => {
    const { manager } = await closeWeek(20, 12)
    expect((await table(manager)).weeks).toMatchObject([
      {
        week: '2026-W45',
        headcount: 40,
        enrolled: { told: true, value: 20 },
        enrolledShare: { told: true, value: 5000 },
        activeShare: { told: true, value: 3000 },
      },
    ])
  })

  it('hides what speaks of fewer than ten people', async () => {
    const { manager } = await closeWeek(20, 9)
    expect((await table(manager)).weeks[0]?.activeShare).toEqual({ told: false, why: 'one-sided' })
  })

  it('hides a count that would name the two who have not enrolled', async () => {
    const { manager } = await closeWeek(38, 12)
    expect((await table(manager)).weeks[0]).toMatchObject({
      enrolled: { told: false, why: 'one-sided' },
      enrolledShare: { told: false, why: 'one-sided' },
    })
  })

  it('does not change after its release, whoever joins or reports later', async () => {
    const { manager, team } = await closeWeek(20, 12)
    const before = await table(manager)
    await people('so-y-te', 5)
    await work(team, 900, '2026-11-05')
    await later(60_000)
    expect(await table(manager)).toEqual(before)
  })

  it('counts nobody who joined after its Sunday', async () => {
    hub = await tryHub()
    const manager = await hub.person('so-y-te', { role: 'manager' })
    await work(await people('so-y-te', 14), 600)
    hub.clock.now += 7 * DAY_MS
    await people('so-y-te', 5) // on Monday, before the week was closed
    await hub.tick()
    expect((await table(manager)).weeks[0]?.enrolled).toEqual({ told: true, value: 15 })
  })

  it('of the running week is not released', async () => {
    const { manager } = await closeWeek(20, 12)
    expect(await reason(await hub.signed(manager, 'GET', `${path}&week=2026-W46`))).toMatchObject({
      why: 'not-released',
      status: 404,
    })
    expect(await reason(await hub.signed(manager, 'GET', `${path}&week=2026-W60`))).toMatchObject({
      why: 'invalid',
    })
  })

  it('is for managers, inside their scope, and its readers are told to the staff', async () => {
    const { manager, team } = await closeWeek(20, 12)
    const [colleague] = team
    if (!colleague) throw new Error('nobody')
    expect((await reason(await hub.signed(colleague, 'GET', path))).why).toBe('role-missing')
    expect((await reason(await hub.signed(manager, 'GET', '/api/v1/team?agency=so-noi-vu'))).why).toBe(
      'out-of-scope',
    )
    expect((await reason(await hub.signed(manager, 'GET', '/api/v1/team?agency=nobody'))).why).toBe(
      'agency-unknown',
    )
    const block = await hub.person('so-noi-vu', { role: 'manager', scope: 'so-ban-nganh' })
    const all = await hub.person('so-noi-vu', { role: 'auditor', scope: 'all' })
    expect((await hub.signed(block, 'GET', path)).status).toBe(200)
    expect((await hub.signed(block, 'GET', '/api/v1/team?agency=xa-tan-bien')).status).toBe(403)
    expect((await hub.signed(all, 'GET', '/api/v1/team?agency=xa-tan-bien')).status).toBe(200)
    const { views } = await read(await hub.signed(colleague, 'GET', '/api/v1/me/views'), parseViews)
    expect(views).toEqual([
      { at: hub.clock.now, role: 'manager', agencyId: 'so-y-te', week: '2026-W45', what: 'view' },
    ])
  })
})

describe('every surface', () => {
  it('reads the same released cell', async () => {
    hub = await tryHub()
    await work(await people('so-noi-vu', 10), 600)
    await later(0)
    const { score } = await cellOf('so-noi-vu')
    const shown = `${Math.floor((score ?? 0) / 10)},${(score ?? 0) % 10}`
    expect(await (await hub.fetch('/badge/so-noi-vu.svg')).text()).toContain(`>${shown}<`)
    const only = await (await hub.fetch('/api/v1/scores/so-noi-vu')).json()
    expect(only).toMatchObject({ agencies: [{ id: 'so-noi-vu', score }] })
    const blocked = await (await hub.fetch('/api/v1/scores?level=commune&block=xa')).json()
    expect(blocked.agencies.map((a: AgencyScore) => a.id)).toEqual(['xa-chua-khai', 'xa-tan-bien'])
  })

  it('answers 304 to whoever has the newest, and 200 once it has changed', async () => {
    hub = await tryHub()
    const first = await hub.fetch('/api/v1/scores')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe(
      'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400',
    )
    const again = () => hub.fetch('/api/v1/scores', { headers: { 'if-none-match': `W/${etag}` } })
    expect((await again()).status).toBe(304)
    await work(await people('so-noi-vu', 10), 600)
    expect((await again()).status).toBe(304) // stored, not released
    await later(0)
    expect((await again()).status).toBe(200)
  })

  it('never shows a device, a member or a day total', async () => {
    hub = await tryHub()
    const team = await people('so-noi-vu', 10)
    await work(team, 4321)
    await later(0)
    const rows = await hub.store.selectFrom('devices').selectAll().execute()
    for (const path of ['/api/v1/scores', '/api/v1/campaigns/thu', '/badge/so-noi-vu.svg']) {
      const text = await (await hub.fetch(path)).text()
      for (const { device_id, member_id } of rows) {
        expect(text).not.toContain(device_id)
        expect(text).not.toContain(member_id)
      }
      expect(text).not.toContain('4321')
    }
  })

  it('keeps no invitation in the database, and no address or id of a person in the log', async () => {
    const events: object[] = []
    hub = await tryHub({ log: { ...quiet, info: event => events.push(event) } })
    const code = await hub.invitation('so-noi-vu')
    const [row] = await hub.store.selectFrom('codes').selectAll().execute()
    expect(JSON.stringify(row)).not.toContain(code.replace(/-/g, ''))
    expect(row?.code_hash).toBe(createHash('sha256').update(code.replace(/-/g, '')).digest('hex'))
    const device = await hub.person('so-noi-vu')
    await work([device], 600)
    expect(events.at(-1)).toEqual({ method: 'PUT', route: '/api/v1/reports', status: 200, ms: 0 })
    expect(JSON.stringify(events)).not.toContain(device.deviceId)
  })
})

describe('whole weeks of data', () => {
  it.each([
    [null, '2026-11-08', 0],
    ['2026-11-02', '2026-11-07', 0],
    ['2026-11-02', '2026-11-08', 1],
    ['2026-11-08', '2026-11-08', 1],
    ['2026-11-02', '2026-11-09', 1],
    ['2026-11-02', '2026-11-15', 2],
    ['2026-11-09', addDays('2026-11-09', -3), 0],
  ])('from %s to %s are %i', (first, today, weeks) => {
    expect(wholeWeeks(first, today)).toBe(weeks)
  })
})
