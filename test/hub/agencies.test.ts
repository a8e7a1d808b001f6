// Agencies through time: headcounts of a day, beginnings, ends, mergers and splits.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readRoll } from '../../hub/admin/agency-roll.ts'
import { runCli } from '../../hub/admin/cli.ts'
import { merge } from '../../hub/release/merge-agency.ts'
import { asOf, lifetimes, putAgencies, type RollLine } from '../../hub/store/agencies.ts'
import { MOVED_COLUMNS } from '../../hub/store/move-members.ts'
import { ownTables } from '../../hub/store/own-tables.ts'
import { addDays, DAY_MS, dayOf } from '../../shared/core/day.ts'
import { parseMe } from '../../shared/wire/me.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import { type AgencyScore, parseSnapshot } from '../../shared/wire/snapshot.ts'
import { agencyNamed, smallCampaigns } from '../fixtures/campaign.ts'
import { MONDAY, read, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
let frames: PageFrame[] = []
afterEach(() => hub.close())

const open = async (...ids: readonly string[]) => {
  frames = []
  const agencies = ids.map(id => agencyNamed(id))
  hub = await tryHub({
    campaigns: smallCampaigns({ agencies }),
    render: (_, frame) => {
      frames.push(frame)
      return '<!doctype html>'
    },
  })
}

const line = (id: string, over: Partial<RollLine> = {}): RollLine => ({
  ...agencyNamed(id),
  validFrom: null,
  validTo: null,
  predecessors: [],
  ...over,
})
const import_ = (...lines: readonly RollLine[]) => putAgencies(hub.store, lines, dayOf(hub.clock.now))

/** Twelve people of each agency work ten minutes on every day of a week, then the week is closed. */
async function workAWeek(teams: Readonly<Record<string, number>>): Promise<void> {
  const monday = dayOf(hub.clock.now)
  for (const [id, count] of Object.entries(teams)) {
    for (let i = 0; i < count; i += 1) {
      const one = await hub.person(id)
      const days = Array.from({ length: 5 }, (_, d) => addDays(monday, d))
      hub.clock.now += 5 * DAY_MS
      await hub.report(
        one,
        days.map(day => ({ day, platform: 'vbdh', seconds: 600 })),
      )
      hub.clock.now -= 5 * DAY_MS
    }
  }
  hub.clock.now += 7 * DAY_MS
  await hub.tick()
}

const only = async (id: string): Promise<AgencyScore | undefined> =>
  (await read(await hub.fetch(`/api/v1/scores/${id}`), parseSnapshot)).agencies[0]
const finals = async (id: string) => (await only(id))?.trend.map(week => week.score)
const headcountOn = async (id: string, day: string) => {
  const one = (await lifetimes(hub.store)).find(agency => agency.id === id)
  return one ? asOf(one, day).headcount : undefined
}

describe('a headcount', () => {
  it('that changes is counted from its day on: the week before keeps the one that held', async () => {
    await open('a', 'b')
    await import_(line('b', { headcount: 60, validFrom: '2026-11-09' }))
    await workAWeek({ a: 12, b: 12 })
    expect(await finals('a')).toEqual(await finals('b'))
    hub.clock.now += 7 * DAY_MS
    await hub.tick()
    const [a, b] = [await finals('a'), await finals('b')]
    expect(a?.[0]).toBe(b?.[0])
    expect(a?.[1]).toBeGreaterThan(b?.[1] ?? 1000)
  })

  it('without a day holds from today where one was known, and from the beginning where none was', async () => {
    await open('a')
    await import_(line('a', { headcount: 33 }), line('neu', { headcount: 15 }))
    const yesterday = addDays(dayOf(MONDAY), -1)
    expect([await headcountOn('a', yesterday), await headcountOn('a', dayOf(MONDAY))]).toEqual([20, 33])
    expect(await headcountOn('neu', yesterday)).toBe(15)
  })

  it('that was wrong is put right by a line with an earlier day', async () => {
    await open('a')
    await import_(line('a', { headcount: 30, validFrom: '2026-11-02' }))
    await import_(line('a', { headcount: 31, validFrom: '2026-11-02' }))
    expect([await headcountOn('a', '2026-11-01'), await headcountOn('a', '2026-11-02')]).toEqual([20, 31])
  })

  it('that is left blank leaves the one that is known', async () => {
    await open('a')
    await import_(line('a', { headcount: null, name: { vi: 'Sở A', en: 'A' } }))
    expect(await headcountOn('a', '2026-11-02')).toBe(20)
  })
})

describe('agencies that merge', () => {
  const merged = async () => {
    await open('xa-bac', 'xa-nam', 'xa-dong')
    await workAWeek({ 'xa-bac': 12, 'xa-nam': 12, 'xa-dong': 12 })
    const ends = { validTo: '2026-11-08' }
    const predecessors = ['xa-bac', 'xa-nam']
    await import_(
      line('xa-bac', ends),
      line('xa-nam', ends),
      line('xa-moi', { headcount: 40, validFrom: '2026-11-09', predecessors }),
    )
    await hub.tick()
  }

  it('leave the scoreboard, and their successor comes', async () => {
    await merged()
    expect((await hub.snapshot()).agencies.map(one => one.id)).toEqual(['xa-dong', 'xa-moi'])
    const bundle = await (await hub.fetch('/api/v1/campaigns/thu')).json()
    expect(bundle.agencies.map((one: { id: string }) => one.id)).toEqual(['xa-dong', 'xa-moi'])
  })

  it('keep their finals, their page and their badge, and name who carries on', async () => {
    await merged()
    const before = await only('xa-bac')
    expect(before).toMatchObject({
      ended: '2026-11-08',
      rank: null,
      trend: [{ week: '2026-W45', score: expect.any(Number) }],
      successors: [{ id: 'xa-moi', name: { vi: 'Cơ quan xa-moi' }, day: '2026-11-09' }],
    })
    hub.clock.now += 21 * DAY_MS
    await hub.tick()
    expect(await only('xa-bac')).toEqual(before) // not one week more, and not one changed
    expect((await hub.fetch('/badge/xa-bac.svg')).status).toBe(200)
    expect((await hub.fetch('/agency/xa-bac')).status).toBe(200)
    expect(frames.at(-1)?.snapshot.agencies.find(one => one.id === 'xa-bac')).toEqual(before)
  })

  it('keep the picture that stands beside a link to their page', async () => {
    await merged()
    const picture = await hub.fetch('/og/agency/xa-bac.png')
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it('are named by their successor, whose trend begins with it', async () => {
    await merged()
    await workAWeek({ 'xa-moi': 12 })
    expect(await only('xa-moi')).toMatchObject({
      trend: [
        { week: '2026-W45', score: null },
        { week: '2026-W46', score: expect.any(Number) },
      ],
      predecessors: [
        { id: 'xa-bac', day: '2026-11-09' },
        { id: 'xa-nam', day: '2026-11-09' },
      ],
    })
  })

  it('invite nobody any more', async () => {
    await merged()
    const env = { DATABASE_URL: hub.databaseUrl }
    const run = await runCli(['codes', 'new', '--agency', 'xa-bac'], env, hub.clock.now)
    expect([run.code, run.err]).toEqual([1, 'xa-bac ended on 2026-11-08; invite people to its successor'])
  })

  it('are released no more, whoever still reports for them', async () => {
    await merged()
    const { release } = await hub.snapshot()
    for (let i = 0; i < 12; i += 1) {
      await hub.report(await hub.person('xa-bac'), [{ day: '2026-11-09', platform: 'vbdh', seconds: 900 }])
    }
    hub.clock.now += 3_600_000
    await hub.tick()
    expect((await hub.snapshot()).release).toBe(release)
  })
})

describe('the people of a merged agency', () => {
  const config = { publicUrl: '', sample: false, minGroup: 10, releaseMinIntervalMs: 900_000 }
  const move = (from = 'xa-bac', to = 'xa-moi') =>
    merge({ store: hub.store, campaigns: hub.campaigns, config }, from, to, hub.clock.now)
  const mergers = async () => {
    await open('xa-bac', 'xa-dong')
    const people = await Promise.all(Array.from({ length: 12 }, () => hub.person('xa-bac')))
    const manager = await hub.person('xa-bac', { role: 'manager' })
    for (const one of people) await hub.report(one, [{ day: '2026-11-02', platform: 'vbdh', seconds: 900 }])
    hub.clock.now += 7 * DAY_MS
    await import_(
      line('xa-bac', { validTo: '2026-11-08' }),
      line('xa-moi', { headcount: 30, validFrom: '2026-11-09', predecessors: ['xa-bac'] }),
    )
    return { people, manager }
  }

  it('go on in its successor with the same browser and all their days, and the old one keeps its last final', async () => {
    const { people, manager } = await mergers()
    expect(await move()).toEqual({ ok: true, value: 13 })
    await hub.tick()
    expect(await finals('xa-bac')).toEqual([expect.any(Number)])
    const [one] = people
    if (!one) throw new Error('nobody')
    const me = await read(await hub.signed(one, 'GET', '/api/v1/me'), parseMe)
    expect(me).toMatchObject({ agencyId: 'xa-moi', days: [{ day: '2026-11-02', seconds: 900 }] })
    expect(await hub.report(one, [{ day: '2026-11-09', platform: 'vbdh', seconds: 900 }])).toBe('kept 1')
    expect((await hub.signed(manager, 'GET', '/api/v1/team?agency=xa-bac')).status).toBe(403)
    expect((await reason(await hub.signed(manager, 'GET', '/api/v1/team?agency=xa-moi'))).why).toBe(
      'not-released',
    )
  })

  it('count there as people who changed: their score is told because they are ten or more', async () => {
    await mergers()
    await move()
    await hub.tick()
    expect(await only('xa-moi')).toMatchObject({ state: 'provisional', score: expect.any(Number) })
    const sums = await hub.store.selectFrom('agency_scores').selectAll().execute()
    expect(sums.find(one => one.agency_id === 'xa-moi')).toMatchObject({ contributors: 12 })
    expect(sums.some(one => one.agency_id === 'xa-bac')).toBe(false)
    hub.clock.now += DAY_MS
    await hub.tick()
    expect(await hub.metrics()).toContain('nhipso_recount_differences_total 0')
  })

  it.each([
    ['of an agency that goes on', 'xa-dong', 'xa-moi', 'has not ended'],
    ['to an agency that does not follow it', 'xa-bac', 'xa-dong', 'does not follow'],
    ['to nobody', 'xa-bac', 'xa-khong', 'no agency "xa-khong"'],
  ])('%s stay where they are', async (_, from, to, says) => {
    await mergers()
    expect(await move(from, to)).toMatchObject({ ok: false, detail: expect.stringContaining(says) })
    const members = await hub.store.selectFrom('members').select('agency_id').execute()
    expect(new Set(members.map(one => one.agency_id))).toEqual(new Set(['xa-bac']))
  })

  it('are moved with every column that is kept of them', async () => {
    await open('a')
    const tables = await ownTables(hub.store)
    for (const [name, columns] of Object.entries(MOVED_COLUMNS)) {
      const there = tables.find(table => table.name === name)?.columns.map(column => column.name)
      expect([name, [...columns, 'agency_id'].sort()]).toEqual([name, there?.sort()])
    }
  })
})

describe('an agency that splits', () => {
  it('goes on, and both parts of it are told', async () => {
    await open('so-lon')
    await workAWeek({ 'so-lon': 12 })
    await import_(line('so-nho', { headcount: 20, validFrom: '2026-11-09', predecessors: ['so-lon'] }))
    await hub.tick()
    expect(await only('so-lon')).toMatchObject({
      successors: [{ id: 'so-nho' }],
      trend: [{ week: '2026-W45' }],
    })
    expect(await only('so-nho')).toMatchObject({ predecessors: [{ id: 'so-lon' }] })
  })
})

describe('a roll out of Excel', () => {
  const HEAD = 'id,code,name_vi,name_en,level,block,headcount,valid_from,valid_to,predecessors'
  const known = { blocks: smallCampaigns().blocks, agencies: ['xa-cu'] }
  const roll = (...rows: readonly string[]) =>
    readRoll([HEAD, ...rows.map(row => row.replace('…', 'Tên,Name,commune,xa'))].join('\n'), known)

  it.each([
    ['a,,…,10,31/02/2026,,', 'line 2, column valid_from: "31/02/2026" is no day'],
    ['a,,…,10,,soon,', 'line 2, column valid_to: "soon" is no day'],
    ['a,,…,10,2026-07-01,2026-06-30,', 'line 2, column valid_to: 2026-06-30 comes before valid_from'],
    ['a,,…,10,,,xa-cu', 'line 2, column predecessors: valid_from is needed'],
    ['a,,…,10,01/7/2026,,a', 'line 2, column predecessors: a cannot come from itself'],
    ['a,,…,10,01/7/2026,,xa-cu xa-la', 'line 2, column predecessors: there is no agency "xa-la"'],
  ])('%s is refused: %s', (row, says) => {
    expect(roll(row)).toMatchObject({ ok: false, detail: expect.stringContaining(says) })
  })

  it('may tell several dated headcounts of one agency, but one of a day', () => {
    const rows = ['a,,…,10,,,', 'a,,…,12,01/7/2026,,', 'a,,…,14,01/9/2026,,']
    const read = roll(...rows)
    expect(read.ok && read.value.map(one => [one.validFrom, one.headcount])).toEqual([
      [null, 10],
      ['2026-07-01', 12],
      ['2026-09-01', 14],
    ])
    expect(roll(...rows, 'a,,…,15,2026-09-01,,')).toMatchObject({
      detail: 'line 5, column id: a stands in line 4 already with 2026-09-01',
    })
  })

  it('is listed again with what it told', async () => {
    await open('a')
    const path = join(hub.dir, 'roll.csv')
    const rows = [
      'xa-bac,,Xã Bắc,North,commune,xa,12,,30/6/2026,',
      'xa-moi,,Xã Mới,New,commune,xa,40,1/7/2026,,xa-bac',
    ]
    writeFileSync(path, [HEAD, ...rows].join('\n'))
    const run = async (...args: readonly string[]) =>
      runCli([...args, '--json'], { DATABASE_URL: hub.databaseUrl }, MONDAY)
    expect(JSON.parse((await run('agencies', 'import', path)).out)).toEqual({ imported: 2 })
    const listed = JSON.parse((await run('agencies', 'list')).out)
    expect(listed.find((one: { id: string }) => one.id === 'xa-bac')).toMatchObject({ validTo: '2026-06-30' })
    expect(listed.find((one: { id: string }) => one.id === 'xa-moi')).toMatchObject({
      headcount: 40,
      validFrom: '2026-07-01',
      predecessors: [{ id: 'xa-bac', day: '2026-07-01' }],
    })
  })
})
