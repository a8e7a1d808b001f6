// What is decided and what is put right: the final table of a campaign, and corrections of weekly finals.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { correct, type Wish } from '../../hub/release/correction.ts'
import { decide } from '../../hub/release/final-table.ts'
import { putAgencies } from '../../hub/store/agencies.ts'
import { addDays, DAY_MS, dayOf } from '../../shared/core/day.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import { type AgencyScore, parseSnapshot } from '../../shared/wire/snapshot.ts'
import { parseSummary } from '../../shared/wire/summary.ts'
import { agencyNamed, campaignNamed, smallCampaigns } from '../fixtures/campaign.ts'
import { HUB, read, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

/** Monday, 7 December 2026, 08:00 in Tây Ninh: three weeks of the campaign are left. */
const DECEMBER = Date.parse('2026-12-07T01:00:00Z')
const JANUARY = Date.parse('2027-01-05T01:00:00Z')
const CONFIG = { publicUrl: HUB, sample: false, minGroup: 10, releaseMinIntervalMs: 900_000 }
const THU = campaignNamed('thu', { period: { fromYear: 2025, toYear: 2026 } })

let hub: TryHub
let frames: PageFrame[]
beforeEach(async () => {
  frames = []
  const agencies = ['a', 'b', 'c'].map(id => agencyNamed(id))
  hub = await tryHub({
    at: DECEMBER,
    campaigns: smallCampaigns({ campaigns: [THU], agencies }),
    render: (_, frame) => {
      frames.push(frame)
      return '<!doctype html>'
    },
  })
})
afterEach(() => hub.close())

const week = async (teams: Readonly<Record<string, [people: number, seconds: number]>>) => {
  const monday = dayOf(hub.clock.now)
  hub.clock.now += 4 * DAY_MS
  for (const [id, [people, seconds]] of Object.entries(teams)) {
    for (let i = 0; i < people; i += 1) {
      const days = Array.from({ length: 5 }, (_, d) => addDays(monday, d))
      await hub.report(
        await hub.person(id),
        days.map(day => ({ day, platform: 'vbdh', seconds })),
      )
    }
  }
  hub.clock.now += 3 * DAY_MS
  await hub.tick()
}
const closing = () => ({ store: hub.store, campaigns: hub.campaigns, config: CONFIG })
const final = (file: string) => hub.fetch(`/api/v1/campaigns/thu/final.${file}`)
const only = async (id: string): Promise<AgencyScore> => {
  const [one] = (await read(await hub.fetch(`/api/v1/scores/${id}`), parseSnapshot)).agencies
  if (!one) throw new Error(`no ${id}`)
  return one
}

describe('the final table of a campaign', () => {
  const ended = async () => {
    await week({ a: [12, 1500], b: [12, 300], c: [5, 900] })
    hub.clock.now = JANUARY
    await hub.tick()
  }

  it('is not there while the campaign runs, nor before somebody decides it', async () => {
    await week({ a: [12, 1500] })
    expect(await decide(closing(), THU, hub.clock.now)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('runs until the end of 2026'),
    })
    hub.clock.now = JANUARY
    await hub.tick()
    expect((await reason(await final('json'))).why).toBe('not-released')
    await hub.fetch('/')
    expect(frames.at(-1)?.decided).toBe(false)
  })

  it('is made of released weeks: their mean, a rank inside the block, and nothing of hidden groups', async () => {
    await ended()
    expect(await decide(closing(), THU, hub.clock.now)).toEqual({ ok: true, value: 3 })
    const table = await read(await final('json'), parseSummary)
    expect(table).toMatchObject({ weeks: 3, from: '2026-W50', to: '2026-W52', sample: false })
    const { trend } = await only('a')
    const scores = trend.flatMap(one => (one.score === null ? [] : [one.score]))
    const mean = Math.round(scores.reduce((sum, one) => sum + one, 0) / scores.length)
    expect(table.agencies).toMatchObject([
      { id: 'a', state: 'ranked', rank: 1, of: 2, score: mean, weeks: scores.length, last: scores.at(-1) },
      { id: 'b', state: 'ranked', rank: 2, of: 2 },
      { id: 'c', state: 'suppressed', rank: null, score: null, tier: null, weeks: 0, last: null },
    ])
  })

  it('opens in Excel as it is written here, and in English elsewhere', async () => {
    await ended()
    await decide(closing(), THU, hub.clock.now)
    const answer = await final('csv')
    expect(answer.headers.get('content-disposition')).toContain('tong-ket-thu.csv')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, first] = new TextDecoder().decode(bytes).split('\r\n')
    expect(head).toContain('Mã;Cơ quan, đơn vị;Cấp;Khối thi đua;Hạng')
    expect(first).toMatch(/^a;Cơ quan a;Sở, ban, ngành;Sở, ban, ngành;1;2;\d+,\d;/)
    const english = await (await final('csv?lang=en')).text()
    expect(english.split('\r\n')[1]).toMatch(
      /^a,Cơ quan a \(en\),Provincial departments,"Sở, ban, ngành \(en\)",1,2,\d+\.\d,/,
    )
  })

  it('is decided once: whatever comes later changes not a byte of it', async () => {
    await ended()
    await decide(closing(), THU, hub.clock.now)
    const before = await (await final('csv')).text()
    const again = await decide(closing(), THU, hub.clock.now + DAY_MS)
    expect(again).toMatchObject({ ok: false, detail: expect.stringContaining('it is frozen') })
    const dated = { validFrom: null, validTo: null, predecessors: [] }
    await putAgencies(
      hub.store,
      [{ ...agencyNamed('a'), name: { vi: 'Tên mới', en: 'New' }, ...dated }],
      '2027-01-05',
    )
    hub.clock.now += DAY_MS
    await hub.tick()
    expect(await (await final('csv')).text()).toBe(before)
    await hub.fetch('/')
    expect(frames.at(-1)?.decided).toBe(true)
  })
})

describe('a correction of a weekly final', () => {
  const wish = (over: Partial<Wish> = {}): Wish => ({
    campaign: THU,
    week: '2026-W50',
    agency: 'a',
    reason: 'Biên chế tháng 12 ghi sai',
    withdraw: false,
    ...over,
  })
  const put = (over: Partial<Wish> = {}) => correct(hub.store, wish(over), 10, hub.clock.now)
  const headcount = (id: string, people: number) =>
    putAgencies(
      hub.store,
      [
        {
          ...agencyNamed(id, { headcount: people }),
          validFrom: '2026-12-07',
          validTo: null,
          predecessors: [],
        },
      ],
      dayOf(hub.clock.now),
    )

  it('counts by the right headcount, tells its reason, and leaves the released final as it was', async () => {
    await week({ a: [11, 1500], b: [12, 1500] })
    const before = await only('a')
    const frozen = await hub.store.selectFrom('weekly_finals').selectAll().execute()
    await headcount('a', 60)
    expect(await put()).toEqual({ ok: true, value: 1 })
    hub.clock.now += 1000
    await hub.tick()
    const after = await only('a')
    expect(after.trend).toEqual([
      { week: '2026-W50', score: expect.any(Number), corrected: 'Biên chế tháng 12 ghi sai' },
    ])
    expect(after.score).toBe(after.trend[0]?.score) // the final is what is shown: it is shown corrected
    // S = (N·A + 10·M) / (N + 10) with 60 people instead of 20, M being 50 points
    const right = Math.round(((before.score ?? 0) * 30 - 5000 + 5000) / 70)
    expect(after.score).toBe(right)
    expect(await hub.store.selectFrom('weekly_finals').selectAll().execute()).toEqual(frozen)
    const releases = await hub.store.selectFrom('releases').selectAll().orderBy('release').execute()
    expect(releases.at(-1)).toMatchObject({ kind: 'correction', week: '2026-W50', reason: wish().reason })
  })

  it('moves the ranks of the same week with it', async () => {
    await week({ a: [11, 1500], b: [12, 600] })
    await week({ a: [0, 0] })
    await headcount('a', 100)
    const ranked = (await hub.store.selectFrom('weekly_finals').selectAll().execute()).filter(
      one => one.week === '2026-W51',
    )
    expect(ranked.find(one => one.agency_id === 'a')?.rank).toBe(1)
    expect(await put({ week: '2026-W51' })).toEqual({ ok: true, value: 2 })
    const now = await hub.store.selectFrom('corrections').select(['agency_id', 'rank']).execute()
    expect(new Map(now.map(one => [one.agency_id, one.rank]))).toEqual(
      new Map([
        ['a', 2],
        ['b', 1],
      ]),
    )
  })

  it('takes a score back, and everybody reads why', async () => {
    await week({ a: [11, 1500] })
    expect(await put({ withdraw: true, reason: 'Số liệu sai' })).toMatchObject({ ok: true })
    await hub.tick()
    expect(await only('a')).toMatchObject({
      state: 'suppressed',
      score: null,
      trend: [{ score: null, corrected: 'Số liệu sai' }],
    })
    expect(await put({ withdraw: true })).toMatchObject({ ok: false })
  })

  it('tells nothing new about a person: day totals that came later play no part in it', async () => {
    await week({ a: [11, 1500] })
    await headcount('a', 60)
    await hub.report(await hub.person('a'), [{ day: '2026-12-08', platform: 'vbdh', seconds: 7000 }])
    await put()
    await hub.tick()
    const with13 = (await only('a')).score
    const frozen = (await hub.store.selectFrom('weekly_finals').selectAll().execute())[0]?.score ?? 0
    expect(with13).toBe(Math.round((frozen * 30) / 70))
  })

  it.each([
    ['of a week that was not closed', { week: '2026-W40' }, 'has no final of 2026-W40'],
    ['of an agency that nobody knows', { agency: 'nobody' }, 'nobody has no final'],
    ['without another headcount', {}, 'nothing to count anew'],
    ['of a hidden score', { agency: 'c', withdraw: true }, 'no score'],
  ] as const)('%s is refused', async (_, over, says) => {
    await week({ a: [11, 1500], c: [5, 900] })
    expect(await put(over)).toMatchObject({ ok: false, detail: expect.stringContaining(says) })
    expect(await hub.store.selectFrom('corrections').selectAll().execute()).toEqual([])
  })

  it('counts anew by no headcount that those who have joined may pass: up to nine are told late', async () => {
    await week({ a: [12, 1500] })
    for (let i = 0; i < 9; i += 1) await hub.person('a')
    await week({ a: [0, 0] }) // 21 have joined, 12 are told, and the roll says 20
    await headcount('a', 60)
    const says = expect.stringContaining('its roll was full or outdated')
    expect(await put({ week: '2026-W51' })).toMatchObject({ ok: false, detail: says })
    expect(await put({ week: '2026-W51', withdraw: true })).toMatchObject({ ok: true })
  })

  it('to fewer people than may have joined by then is refused: the new roll is full or outdated, too', async () => {
    await week({ a: [11, 1500] })
    await headcount('a', 19)
    expect(await put()).toMatchObject({ ok: false, detail: expect.stringContaining('may have joined') })
  })

  it('to a headcount below the minimum group hides the score', async () => {
    await week({ a: [11, 1500] })
    await headcount('a', 9)
    const done = await put()
    expect(done.ok).toBe(true)
    await hub.tick()
    expect(await only('a')).toMatchObject({ state: 'suppressed', score: null })
  })
})
