// The nightly recount: sums that moved by deltas are what all day totals give, whatever happened; and what is not, is told.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contribution, windowStart } from '../../hub/ingest/credit.ts'
import { releaseDue } from '../../hub/release/release-due.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { putAgencies } from '../../hub/store/agencies.ts'
import { agencyDays } from '../../hub/store/reports.ts'
import { addDays, DAY_MS, dayOf, HOUR_MS } from '../../shared/core/day.ts'
import { agencyNamed, campaignNamed, smallCampaigns } from '../fixtures/campaign.ts'
import { quiet, type TryHub, tryHub } from '../fixtures/hub.ts'

/** 28 December 2026: one campaign ends with the year, one begins with the next, one goes on. */
const YEARS_END = Date.parse('2026-12-28T01:00:00Z')
const CAMPAIGNS = [
  campaignNamed('het-nam', { period: { fromYear: 2025, toYear: 2026 } }),
  campaignNamed('lau-dai', {
    score: { ...campaignNamed('x').score, qualifyingSeconds: 600, breadthDays: 1 },
  }),
  campaignNamed('nam-moi', { period: { fromYear: 2027, toYear: 2030 } }),
]
const AGENCIES = ['a', 'b'] as const
const campaigns = smallCampaigns({
  campaigns: CAMPAIGNS,
  agencies: AGENCIES.map(id => agencyNamed(id)).concat(
    agencyNamed('xa-c', { level: 'commune', block: 'xa', headcount: 12 }),
  ),
})
const WHERE = [...AGENCIES, 'xa-c'] as const

const happening = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('joins' as const), where: fc.constantFrom(...WHERE) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leaves' as const), who: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('moves' as const),
      who: fc.nat(9),
      where: fc.constantFrom(...WHERE),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('reports' as const),
      who: fc.nat(9),
      back: fc.nat(34),
      platform: fc.constantFrom('vbdh', 'hkg', 'dichvucong'),
      seconds: fc.nat(8000),
      seq: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('headcount' as const),
      where: fc.constantFrom(...WHERE),
      people: fc.nat(60),
      back: fc.nat(9),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('time' as const), hours: fc.integer({ min: 5, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('operator' as const) }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

async function live(hub: TryHub, all: readonly Happening[]): Promise<void> {
  const people: Device[] = [await hub.person('a'), await hub.person('b'), await hub.person('xa-c')]
  const leave = async (who: number) => {
    const [gone] = people.splice(who % Math.max(1, people.length), 1)
    if (gone) expect((await hub.signed(gone, 'DELETE', '/api/v1/me')).status).toBe(204)
  }
  for (const one of all) {
    const today = dayOf(hub.clock.now)
    if (one.kind === 'joins') people.push(await hub.person(one.where))
    if (one.kind === 'leaves') await leave(one.who)
    if (one.kind === 'moves') {
      await leave(one.who)
      people.push(await hub.person(one.where))
    }
    if (one.kind === 'reports') {
      const device = people[one.who % Math.max(1, people.length)]
      const { platform, seconds, seq } = one
      if (device) await hub.report(device, [{ day: addDays(today, -one.back), platform, seconds }], seq)
    }
    if (one.kind === 'headcount') {
      const [agency] = campaigns.agencies.filter(a => a.id === one.where)
      const dated = {
        headcount: one.people,
        validFrom: addDays(today, -one.back),
        validTo: null,
        predecessors: [],
      }
      if (agency) await putAgencies(hub.store, [{ ...agency, ...dated }], today)
    }
    if (one.kind === 'time') {
      hub.clock.now += one.hours * HOUR_MS
      await hub.tick()
    }
    if (one.kind === 'operator') {
      const config = { publicUrl: '', sample: false, minGroup: 10, releaseMinIntervalMs: 900_000 }
      expect(
        (await releaseDue({ store: hub.store, campaigns, config }, hub.clock.now, true)).repaired,
      ).toEqual([])
    }
  }
}

/** Everything counted from the day totals alone, and who has changed from the credits alone. */
async function fromScratch(hub: TryHub, campaign: (typeof CAMPAIGNS)[number], agency: string) {
  const today = dayOf(hub.clock.now)
  const level = agency === 'xa-c' ? 'commune' : 'province'
  const people = [...(await agencyDays(hub.store, agency, windowStart(today), today)).values()]
  const all = people.map(days => contribution(days, today, level, { campaign, campaigns }))
  const changed = await hub.store
    .selectFrom('member_credits')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign.id)
    .where('changed', '=', 1)
    .execute()
  return {
    credit_sum: all.reduce((sum, one) => sum + one.total, 0),
    contributors: all.filter(one => one.contributes).length,
    changed_members: changed.length,
  }
}

async function expectRight(hub: TryHub): Promise<void> {
  const year = Number(dayOf(hub.clock.now).slice(0, 4))
  const running = CAMPAIGNS.filter(c => c.period.fromYear <= year && year <= c.period.toYear)
  for (const campaign of running) {
    for (const agency of WHERE) {
      const kept = await hub.store
        .selectFrom('agency_scores')
        .select(['credit_sum', 'contributors', 'changed_members'])
        .where('agency_id', '=', agency)
        .where('campaign_id', '=', campaign.id)
        .executeTakeFirst()
      const none = { credit_sum: 0, contributors: 0, changed_members: 0 }
      expect(kept ?? none).toEqual(await fromScratch(hub, campaign, agency))
    }
  }
}

describe('the sums that move by deltas', () => {
  it('are what the day totals give, after joining, leaving, moving, reporting in any order, over years and campaigns', async () => {
    const said: object[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async all => {
        const hub = await tryHub({
          campaigns,
          at: YEARS_END,
          log: { ...quiet, error: one => said.push(one) },
        })
        try {
          await live(hub, all)
          await hub.tick()
          await expectRight(hub)
          hub.clock.now += DAY_MS
          await hub.tick() // midnight: whatever the deltas got wrong would be told here
          expect(said).toEqual([])
          expect(await hub.metrics()).toContain('nhipso_recount_differences_total 0')
          await expectRight(hub)
        } finally {
          await hub.close()
        }
      }),
      { numRuns: 15 },
    )
  })

  it('count everybody in a campaign that has just begun, also who has not reported since', async () => {
    const hub = await tryHub({ campaigns, at: Date.parse('2026-12-31T01:00:00Z') })
    const [one, other] = [await hub.person('a'), await hub.person('a')]
    for (const device of [one, other]) {
      await hub.report(device, [{ day: '2026-12-30', platform: 'vbdh', seconds: 900 }])
    }
    hub.clock.now += DAY_MS
    await hub.tick()
    await hub.report(one, [{ day: '2027-01-01', platform: 'vbdh', seconds: 900 }])
    const [begun] = (await hub.store.selectFrom('agency_scores').selectAll().execute()).filter(
      row => row.campaign_id === 'nam-moi',
    )
    expect(begun).toMatchObject({ contributors: 2, changed_members: 1 })
    await hub.close()
  })
})

describe('the nightly recount', () => {
  it('puts wrong sums right, and tells the operator in the log and the metrics', async () => {
    const said: object[] = []
    const hub = await tryHub({ campaigns, at: YEARS_END, log: { ...quiet, error: one => said.push(one) } })
    const device = await hub.person('a')
    await hub.report(device, [{ day: '2026-12-28', platform: 'vbdh', seconds: 900 }])
    await hub.tick()
    const rows = () =>
      hub.store.selectFrom('agency_scores').selectAll().where('agency_id', '=', 'a').execute()
    await hub.store
      .updateTable('agency_scores')
      .set({ credit_sum: 77 })
      .where('campaign_id', '=', 'het-nam')
      .execute()
    await hub.store
      .updateTable('member_credits')
      .set({ total: 5 })
      .where('campaign_id', '=', 'lau-dai')
      .execute()
    hub.clock.now += DAY_MS
    await hub.tick()
    expect(said).toMatchObject([
      { event: 'recount-differs', agency: 'a', campaign: 'het-nam', credits: 0 },
      { event: 'recount-differs', agency: 'a', campaign: 'lau-dai', credits: 1 },
    ])
    expect(JSON.stringify(said)).not.toContain(device.deviceId)
    expect(await hub.metrics()).toMatch(/^nhipso_recount_differences_total 2$/m)
    const [campaign] = CAMPAIGNS
    if (!campaign) throw new Error('none')
    const { credit_sum } = await fromScratch(hub, campaign, 'a')
    expect((await rows()).find(row => row.campaign_id === 'het-nam')?.credit_sum).toBe(credit_sum)
    said.length = 0
    hub.clock.now += DAY_MS
    await hub.tick()
    expect(said).toEqual([])
    await hub.close()
  })
})
