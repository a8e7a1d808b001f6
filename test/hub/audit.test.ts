// The release audit over a small province with groups around every limit, and over releases that break the rules.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { flagsOf } from '../../hub/release/anomalies.ts'
import { auditReleases, tableOf } from '../../hub/release/audit.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { addDays, DAY_MS, dayOf } from '../../shared/core/day.ts'
import { exposures } from '../../shared/core/derive.ts'
import type { TeamDetail, TeamUnit, TeamWeek } from '../../shared/wire/team.ts'
import { agencyNamed, campaignNamed, smallCampaigns } from '../fixtures/campaign.ts'
import { type TryHub, tryHub } from '../fixtures/hub.ts'

const strict = { ...campaignNamed('x').score, qualifyingSeconds: 1200 }
const campaigns = smallCampaigns({
  campaigns: [campaignNamed('thu'), campaignNamed('hai', { score: strict })],
  agencies: [
    agencyNamed('deu', { headcount: 20 }),
    agencyNamed('ca-nha', { headcount: 12 }),
    agencyNamed('gan-du', { headcount: 24 }),
    agencyNamed('nho', { headcount: 9 }),
    agencyNamed('it-dung', { headcount: 30 }),
    agencyNamed('roll-cu', { headcount: 10 }),
  ],
})
/** Enrolled people, and how many of them work each week. */
const PEOPLE: Readonly<Record<string, readonly [number, number]>> = {
  deu: [14, 11],
  'ca-nha': [12, 12],
  'gan-du': [22, 15],
  nho: [9, 9],
  'it-dung': [15, 9],
  'roll-cu': [13, 11],
}

let hub: TryHub
let people: Device[]
beforeAll(async () => {
  hub = await tryHub({ campaigns })
  people = []
  for (let week = 0; week < 3; week += 1) {
    const monday = dayOf(hub.clock.now)
    for (const [agency, [enrolled, active]] of Object.entries(PEOPLE)) {
      const team: Device[] = []
      for (let i = 0; week === 0 && i < enrolled; i += 1) team.push(await hub.person(agency))
      people.push(...team)
      const own = people.filter(one => one.agencyId === agency).slice(0, active)
      for (const [i, one] of own.entries())
        await hub.report(one, [{ day: monday, platform: 'vbdh', seconds: 600 + i * 97 }])
    }
    hub.clock.now += 7 * DAY_MS
    await hub.tick()
  }
}, 120_000)
afterAll(() => hub.close())

/** The doctor looks at the campaigns of its own folder: these, as files. */
function doctor(...more: readonly string[]) {
  const dir = join(hub.dir, 'files')
  mkdirSync(join(dir, 'campaigns'), { recursive: true })
  const write = (name: string, value: object) => writeFileSync(join(dir, name), JSON.stringify(value))
  const { platforms, blocks, agencies, calendar } = campaigns
  for (const campaign of campaigns.campaigns) write(`campaigns/${campaign.id}.json`, campaign)
  write('platforms.json', { version: 1, sources: [], platforms })
  write('agencies.json', { version: 1, sources: [], blocks, agencies })
  write('calendar.json', calendar)
  return runCli(['doctor', ...more], { DATABASE_URL: hub.databaseUrl, CAMPAIGNS_DIR: dir }, hub.clock.now)
}

const audit = () => auditReleases(hub.store, campaigns.campaigns, 10)

describe('the release audit', () => {
  it('finds nothing in what this hub releases, and says how much it looked at', async () => {
    const { cells, hidden, found } = await audit()
    expect(found).toEqual([])
    expect(cells).toBeGreaterThan(100)
    expect(hidden).toBeGreaterThan(20)
  })

  it('is a line of the doctor', async () => {
    const run = await doctor()
    expect([run.code, run.err]).toEqual([0, ''])
    expect(run.out).toMatch(/^ok {4}release-audit: \d+ released cells, \d+ hidden, none can be derived$/m)
  })

  const weeks = () =>
    hub.store.selectFrom('released_team').selectAll().where('agency_id', '=', 'it-dung').execute()

  it('finds a number that one campaign hides and another one tells', async () => {
    const [row] = await weeks()
    if (!row) throw new Error('no week')
    const cells = JSON.parse(row.cells) as TeamWeek
    const hiding = JSON.stringify({ ...cells, enrolled: { told: false, why: 'complement' } })
    const twin = { ...row, campaign_id: 'khac', cells: hiding }
    await hub.store.insertInto('released_team').values(twin).execute()
    const { found } = await audit()
    await hub.store.deleteFrom('released_team').where('campaign_id', '=', 'khac').execute()
    expect(found.join()).toContain(`team it-dung ${row.week}: enrolled lies between 15 and 15`)
  })

  it('finds a mean that holds an agency which was hidden', async () => {
    const all = await hub.store.selectFrom('weekly_means').selectAll().execute()
    const one = all
      .filter(mean => mean.campaign_id === 'thu')
      .sort((a, b) => (a.week < b.week ? -1 : 1))
      .at(-1)
    if (!one) throw new Error('no mean')
    const at = hub.store
      .updateTable('weekly_means')
      .where('campaign_id', '=', 'thu')
      .where('week', '=', one.week)
    await at.set({ mean_bp: one.mean_bp + 400 }).execute()
    const { found } = await audit()
    await at.set({ mean_bp: one.mean_bp }).execute()
    expect(found.join()).toContain(`mean thu province ${one.week}`)
    expect((await audit()).found).toEqual([])
  })

  it('finds a hidden score that was told all the same', async () => {
    const at = hub.store.updateTable('weekly_finals').where('agency_id', '=', 'nho')
    await at.set({ score: 321 }).execute()
    const { found } = await audit()
    await at.set({ score: null }).execute()
    expect(found[0]).toMatch(/^score nho thu 2026-W45: is hidden, and told all the same$/)
  })

  it('stops the doctor with the first places', async () => {
    const at = hub.store.updateTable('released_scores').where('agency_id', '=', 'nho')
    await at.set({ score: 321 }).execute()
    const { code, err } = await doctor()
    await at.set({ score: null }).execute()
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^FAULT release-audit: hidden cells can be derived: score nho hai live: /m),
    ])
  })
})

describe('a week that tells too much', () => {
  const week = (over: Partial<TeamWeek>): TeamWeek => ({
    week: '2026-W45',
    headcount: 20,
    enrolled: { told: true, value: 15 },
    enrolledShare: { told: true, value: 7500 },
    activeShare: { told: false, why: 'too-few' },
    ...over,
  })
  const attack = (...tables: readonly TeamWeek[]) => {
    const { quantities, wholes } = tableOf(
      tables.map((cells, i) => ({ campaign: `c${i}`, cells })),
      10,
    )
    return exposures(quantities, wholes, 10).map(one => one.id)
  }

  it.each([
    ['hides nine of fifteen active people well', week({}), []],
    ['told as a share of two people in a hundred', week({ headcount: 200 }), []],
    [
      'hides who has not enrolled, but tells those who have',
      week({ enrolled: { told: false, why: 'complement' }, activeShare: { told: true, value: 10_000 } }),
      ['not enrolled', 'enrolled'],
    ],
  ] as const)('%s', (_, cells, ids) => expect(attack(cells)).toEqual(ids))
})

describe('units of a week', () => {
  const hidden = { told: false, why: 'one-sided' } as const
  const share = (from: number, to: number) => ({ told: true, value: { from, to } }) as const
  /** Two units of ten to eleven people each; what is told of them, and of both together. */
  const attack = (active: readonly TeamUnit['active'][], users: readonly TeamUnit['active'][]) => {
    const [of = hidden, ...ofUnits] = users
    const detail: TeamDetail = {
      membersSince: null,
      invited: null,
      reported: hidden,
      active: { told: true, value: 15 },
      regular: hidden,
      stickiness: hidden,
      breadth: [hidden, hidden, hidden, hidden],
      minutes: hidden,
      quartiles: hidden,
      short: hidden,
      platforms: [{ platform: 'vbdh', users: of }],
      units: active.map((cell, i) => ({
        unit: `p${i}`,
        name: null,
        size: share(10, 11),
        active: cell,
        minutes: hidden,
        platforms: [ofUnits[i] ?? hidden],
      })),
    }
    const cells: TeamWeek = {
      week: '2026-W45',
      headcount: 40,
      enrolled: { told: true, value: 21 },
      enrolledShare: { told: true, value: 5250 },
      activeShare: { told: true, value: 3750 },
      detail,
    }
    const { quantities, wholes } = tableOf([{ campaign: 'c', cells }], 10)
    return exposures(quantities, wholes, 10).map(one => one.id)
  }

  it('told in quarters leave a hidden one in the dark', () => {
    expect(attack([share(5000, 7500), hidden], [hidden])).toEqual([])
  })

  it.each([
    [
      'an active share so narrow that the other unit is told',
      attack([share(7000, 7300), hidden], [hidden]),
      'active (c), unit p1',
    ],
    [
      'users by unit that tell the hidden whole',
      attack([hidden, hidden], [hidden, share(4900, 5000), share(4900, 5000)]),
      'users of vbdh (c)',
    ],
  ])('are found where they tell too much: %s', (_, found, id) => expect(found).toContain(id))
})

describe('odd totals', () => {
  it('are counted by agency, and name nobody', async () => {
    const own = people.filter(one => one.agencyId === 'deu')
    const today = dayOf(hub.clock.now)
    for (const one of own.slice(0, 3)) await hub.report(one, [{ day: today, platform: 'hkg', seconds: 4321 }])
    const [night] = people.filter(one => one.agencyId === 'gan-du')
    for (let back = 0; night && back < 3; back += 1)
      await hub.report(night, [{ day: addDays(today, -back), platform: 'hkg', seconds: 75_000 }])
    const flags = await flagsOf(hub.store, today)
    expect(flags).toEqual([
      { agency: 'deu', longDays: 0, aroundTheClock: 0, identical: 1 },
      { agency: 'gan-du', longDays: 3, aroundTheClock: 1, identical: 0 },
    ])
    const { out } = await doctor('--json')
    expect(JSON.parse(out).find((one: { what: string }) => one.what === 'flags').counts).toEqual(flags)
    for (const { deviceId } of people) expect(out).not.toContain(deviceId)
  })
})
