// Who sees which team numbers: a commune, a department with units, a campaign lead, an auditor, and those who may not.
import { afterEach, describe, expect, it } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { createHub } from '../../hub/app.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { putResults } from '../../hub/store/results.ts'
import { DAY_MS, dayOf, HOUR_MS } from '../../shared/core/day.ts'
import { parseMe, parseViews } from '../../shared/wire/me.ts'
import { parseOverview } from '../../shared/wire/overview.ts'
import { parseTeam, parseTeamNote } from '../../shared/wire/team.ts'
import { agencyNamed, campaignNamed, smallCampaigns } from '../fixtures/campaign.ts'
import { HUB, quiet, read, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
afterEach(() => hub.close())

const TEAM = '/api/v1/team'
const people = (agency: string, count: number, unit?: string): Promise<Device[]> =>
  Promise.all(Array.from({ length: count }, () => hub.person(agency, unit ? { unit } : {})))
const work = async (devices: readonly Device[], seconds = 900) => {
  for (const device of devices)
    await hub.report(device, [{ day: dayOf(hub.clock.now), platform: 'vbdh', seconds }])
}
const weekLater = async () => {
  hub.clock.now += 7 * DAY_MS
  await hub.tick()
}
const tableOf = async (device: Device, path = TEAM) => read(await hub.signed(device, 'GET', path), parseTeam)
const why = async (device: Device, method: string, path: string, body?: object) =>
  (await reason(await hub.signed(device, method, path, hub.clock.now, body))).why
const viewsOf = async (device: Device) =>
  (await read(await hub.signed(device, 'GET', '/api/v1/me/views'), parseViews)).views

describe('the manager of a commune', () => {
  it('sees the own commune’s released table beside its block, and nobody else’s', async () => {
    const communes = ['a', 'b', 'c', 'd'].map(id =>
      agencyNamed(`xa-${id}`, { level: 'commune', block: 'xa' }),
    )
    hub = await tryHub({ campaigns: smallCampaigns({ agencies: communes }) })
    const manager = await hub.person('xa-a', { role: 'manager' })
    for (const [i, { id }] of communes.entries()) await work((await people(id, 15)).slice(0, 10 + (i % 2)))
    await weekLater()
    const table = await tableOf(manager)
    expect(table.agency.id).toBe('xa-a')
    expect(table.block).toEqual({ agencies: 4, enrolledShare: 7500, activeShare: 5250 })
    expect(table.score).toMatchObject({ regular: 3500, target: 8000, expected: 1 })
    expect(await why(manager, 'GET', `${TEAM}?agency=xa-b`)).toBe('out-of-scope')
    expect(await why(manager, 'GET', `${TEAM}/overview`)).toBe('out-of-scope')
  })

  it('is told no median of a block in which only two agencies are released', async () => {
    hub = await tryHub()
    const manager = await hub.person('so-noi-vu', { role: 'manager' })
    await work((await people('so-noi-vu', 15)).slice(0, 11))
    await work((await people('so-y-te', 15)).slice(0, 11))
    await weekLater()
    expect((await tableOf(manager)).block).toEqual({ agencies: 2, enrolledShare: null, activeShare: null })
  })

  it('notes a training on the trend; who works there reads that somebody did', async () => {
    hub = await tryHub()
    const manager = await hub.person('so-y-te', { role: 'manager' })
    const team = await people('so-y-te', 15)
    await work(team.slice(0, 11))
    await weekLater()
    const wish = { agency: 'so-y-te', day: '2026-11-05', text: 'Tập huấn' }
    const note = await read(
      await hub.signed(manager, 'POST', `${TEAM}/notes`, hub.clock.now, wish),
      parseTeamNote,
    )
    expect((await tableOf(manager)).notes).toEqual([note])
    const [colleague] = team
    if (!colleague) throw new Error('nobody')
    expect((await viewsOf(colleague)).map(view => `${view.role} ${view.what} ${view.week}`).sort()).toEqual([
      'manager note 2026-W45',
      'manager view 2026-W45',
    ])
    for (const [body, told] of [
      [{ ...wish, agency: 'so-noi-vu' }, 'out-of-scope'],
      [{ ...wish, text: '' }, 'invalid'],
      [{ ...wish, text: 'x'.repeat(81) }, 'invalid'],
      [{ ...wish, day: '2026-02-30' }, 'invalid'],
    ] as const)
      expect(await why(manager, 'POST', `${TEAM}/notes`, body)).toBe(told)
    expect((await hub.signed(manager, 'DELETE', `${TEAM}/notes/${note.id}`)).status).toBe(204)
    expect((await tableOf(manager)).notes).toEqual([])
    expect(await why(manager, 'DELETE', `${TEAM}/notes/${note.id}`)).toBe('not-found')
  })

  it('leaves an export behind in the diary, before the file is there', async () => {
    hub = await tryHub()
    const manager = await hub.person('so-y-te', { role: 'manager' })
    const [colleague] = await people('so-y-te', 12)
    await weekLater()
    const looked = await tableOf(manager)
    expect(await tableOf(manager, `${TEAM}?for=export`)).toEqual(looked)
    expect(await why(manager, 'GET', `${TEAM}?for=fun`)).toBe('invalid')
    if (!colleague) throw new Error('nobody')
    expect((await viewsOf(colleague)).map(view => view.what).sort()).toEqual(['export', 'view'])
  })
})

describe('the head of a department with units of 4, 9, 12 and 30', () => {
  const codes = async (...args: string[]) =>
    runCli(['codes', 'new', '--agency', 'so-lon', ...args, '--json'], environment(), hub.clock.now)
  const environment = () => ({ DATABASE_URL: hub.databaseUrl })

  it('sees the two large ones, in ranges, and of the small ones only that they are there', async () => {
    hub = await tryHub({
      campaigns: smallCampaigns({ agencies: [agencyNamed('so-lon', { headcount: 70 })] }),
    })
    for (const [unit, size] of [
      ['phong-1', 4],
      ['phong-2', 9],
      ['phong-3', 12],
      ['phong-4', 30],
    ] as const) {
      const made = await codes('--unit', unit, '--unit-name', `Phòng ${unit.at(-1)}`)
      expect(made.code).toBe(0)
      const staff = await people('so-lon', size, unit)
      await work(staff.filter((_, i) => i % 4 !== 0))
    }
    const manager = await hub.person('so-lon', { role: 'manager' })
    await weekLater()
    const { weeks } = await tableOf(manager)
    expect(weeks.at(-1)?.detail?.units.map(unit => [unit.name?.vi ?? null, unit.size, unit.active])).toEqual([
      ['Phòng 1', { told: false, why: 'small-unit' }, { told: false, why: 'small-unit' }],
      ['Phòng 2', { told: false, why: 'small-unit' }, { told: false, why: 'small-unit' }],
      [
        'Phòng 3',
        { told: true, value: { from: 10, to: 19 } },
        { told: true, value: { from: 5000, to: 10_000 } },
      ],
      [
        'Phòng 4',
        { told: true, value: { from: 20, to: 49 } },
        { told: true, value: { from: 6000, to: 10_000 } },
      ],
      [null, { told: false, why: 'small-unit' }, { told: false, why: 'small-unit' }],
    ])
    expect(weeks.at(-1)?.enrolled).toEqual({ told: true, value: 56 })
  })

  it('sees among those who named none whoever declined to name one', async () => {
    hub = await tryHub({ campaigns: smallCampaigns({ agencies: [agencyNamed('so-lon')] }) })
    await codes('--unit', 'phong-a', '--unit-name', 'Phòng A')
    const code = await hub.invitation('so-lon', { unit: 'phong-a', uses: 2 })
    const { enrol, newDeviceKey } = await import('../../hub/sample/simulated-device.ts')
    await enrol(hub.line, code, await newDeviceKey())
    await enrol(hub.line, code, await newDeviceKey(), true)
    const rows = await hub.store.selectFrom('members').select('unit_id').execute()
    expect(rows.map(row => row.unit_id).sort()).toEqual([null, 'phong-a'].sort())
  })

  it('goes on counting somebody who leaves the unit until ten have changed: no number tells of it', async () => {
    hub = await tryHub({
      campaigns: smallCampaigns({ agencies: [agencyNamed('so-lon', { headcount: 70 })] }),
    })
    await codes('--unit', 'phong-a', '--unit-name', 'Phòng A')
    const staff = await people('so-lon', 12, 'phong-a')
    await people('so-lon', 14)
    const manager = await hub.person('so-lon', { role: 'manager' })
    const unitsNow = async () => (await tableOf(manager)).weeks.at(-1)?.detail?.units
    const [leaver] = staff
    if (!leaver) throw new Error('nobody')
    await weekLater()
    const before = await unitsNow()
    expect(before?.map(unit => unit.size.told)).toEqual([true, true])
    for (let once = 0; once < 2; once += 1)
      expect((await hub.signed(leaver, 'DELETE', '/api/v1/me/unit')).status).toBe(204)
    const me = await read(await hub.signed(leaver, 'GET', '/api/v1/me'), parseMe)
    expect([me.unitId, me.countedIn]).toEqual([null, 'phong-a'])
    await weekLater()
    expect(await unitsNow()).toEqual(before)
    for (const one of staff.slice(1, 3)) await hub.signed(one, 'DELETE', '/api/v1/me/unit')
    await people('so-lon', 10)
    await weekLater()
    expect((await unitsNow())?.map(unit => unit.size)).toEqual([
      { told: false, why: 'small-unit' },
      { told: false, why: 'small-unit' },
    ])
    expect((await read(await hub.signed(leaver, 'GET', '/api/v1/me'), parseMe)).countedIn).toBeNull()
  })

  it('gets no unit from a wrong name, and a unit keeps its name until a code gives another', async () => {
    hub = await tryHub({ campaigns: smallCampaigns({ agencies: [agencyNamed('so-lon')] }) })
    expect(await codes('--unit', 'Phòng A')).toMatchObject({ code: 2 })
    await codes('--unit', 'phong-a', '--unit-name', 'Phòng A')
    await codes('--unit', 'phong-a')
    const [row] = await hub.store.selectFrom('units').selectAll().execute()
    expect(row?.name_vi).toBe('Phòng A')
  })
})

describe('a campaign lead', () => {
  it('sees the agencies of the scope: who has not started, how complete they are, official results beside', async () => {
    hub = await tryHub()
    const all = await hub.person('so-noi-vu', { role: 'manager', scope: 'all' })
    const block = await hub.person('so-noi-vu', { role: 'manager', scope: 'xa' })
    await work((await people('so-y-te', 15)).slice(0, 11))
    await people('xa-tan-bien', 9)
    const about = { unit: '%', source: 'Bộ chỉ số 766', day: '2026-11-01' }
    await putResults(hub.store, [
      { agency_id: 'so-y-te', target: 'Hồ sơ trực tuyến', period: '2026-Q3', value: '98.5', ...about },
    ])
    await weekLater()
    const told = await read(await hub.signed(all, 'GET', `${TEAM}/overview`), parseOverview)
    expect(told).toMatchObject({ week: '2026-W45', weeks: 1, closes: '2026-11-15', daysOver: 0 })
    expect(Object.fromEntries(told.agencies.map(a => [a.id, a.started]))).toEqual({
      'so-noi-vu': false,
      'so-y-te': true,
      'xa-chua-khai': false,
      'xa-tan-bien': false, // nine people look like none
    })
    expect(told.agencies.find(a => a.id === 'so-y-te')).toMatchObject({
      state: 'provisional',
      rank: null,
      complete: 1,
      activeShare: { told: true, value: 2750 },
      official: [{ target: 'Hồ sơ trực tuyến', value: '98.5' }],
    })
    const own = await read(await hub.signed(block, 'GET', `${TEAM}/overview`), parseOverview)
    expect(own.agencies.map(a => a.block)).toEqual(['xa', 'xa'])
  })

  it('leaves a line in the diary of every agency that was shown', async () => {
    hub = await tryHub()
    const lead = await hub.person('so-noi-vu', { role: 'manager', scope: 'all' })
    const [far] = await people('xa-tan-bien', 1)
    await hub.signed(lead, 'GET', `${TEAM}/overview`)
    if (!far) throw new Error('nobody')
    expect(await viewsOf(far)).toMatchObject([{ role: 'manager', what: 'view', agencyId: 'xa-tan-bien' }])
    hub.clock.now += HOUR_MS
    expect((await hub.signed(lead, 'GET', `${TEAM}/overview?for=export`)).status).toBe(200)
    expect((await viewsOf(far)).map(view => view.what)).toEqual(['export', 'view'])
    expect(await why(lead, 'GET', `${TEAM}/overview?for=fun`)).toBe('invalid')
  })

  it('asks the store as many questions for forty agencies as for two', async () => {
    const questions = async (count: number) => {
      const agencies = Array.from({ length: count }, (_, i) => agencyNamed(`so-${i}`))
      hub = await tryHub({ campaigns: smallCampaigns({ agencies }) })
      const lead = await hub.person('so-0', { role: 'manager', scope: 'all' })
      for (let week = 0; week < 3; week += 1) await weekLater()
      let asked = 0
      const counting = hub.store.withPlugin({
        transformQuery: ({ node }) => {
          asked += 1
          return node
        },
        transformResult: async ({ result }) => result,
      })
      const config = { publicUrl: HUB, sample: false, minGroup: 10, releaseMinIntervalMs: 0 }
      const parts = { config, render: null, widgets: null, log: quiet, campaigns: hub.campaigns }
      const dice = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
      const second = createHub({ ...parts, store: counting, now: () => hub.clock.now, dice })
      const request = await signedRequest(lead, `${TEAM}/overview`)
      await second.fetch(request) // draws the board once
      asked = 0
      const answer = await read(
        await second.fetch(await signedRequest(lead, `${TEAM}/overview`)),
        parseOverview,
      )
      expect(answer.agencies).toHaveLength(count)
      await second.close()
      return asked
    }
    const few = await questions(2)
    await hub.close()
    expect(await questions(40)).toBe(few)
    expect(few).toBeLessThan(15)
  })
})

const signedRequest = async (device: Device, path: string): Promise<Request> => {
  const { signatureHeaders } = await import('../../shared/wire/signature.ts')
  const parts = { method: 'GET', targetUri: `${HUB}${path}`, body: new Uint8Array() }
  const headers = await signatureHeaders(parts, device.key, device.deviceId, hub.clock.now)
  return new Request(parts.targetUri, { headers })
}

describe('two campaigns at once', () => {
  it('tell one team table: two with different thresholds would tell of the few people in between', async () => {
    const strict = campaignNamed('chat', {
      period: { fromYear: 2024, toYear: 2030 },
      score: { ...campaignNamed('thu').score, qualifyingSeconds: 400 },
    })
    hub = await tryHub({ campaigns: smallCampaigns({ campaigns: [strict, campaignNamed('thu')] }) })
    const team = await people('so-y-te', 20)
    await work(team.slice(0, 14), 600)
    await work(team.slice(14, 15), 300)
    await weekLater()
    const finals = await hub.store.selectFrom('weekly_finals').select('campaign_id').distinct().execute()
    const tables = await hub.store.selectFrom('released_team').select('campaign_id').distinct().execute()
    expect([finals.length, tables.map(row => row.campaign_id)]).toEqual([2, ['thu']])
  })
})

describe('those who may not', () => {
  it('an auditor reads everything in scope and writes nothing', async () => {
    hub = await tryHub()
    const auditor = await hub.person('so-noi-vu', { role: 'auditor', scope: 'all' })
    await people('so-y-te', 12)
    await weekLater()
    expect((await tableOf(auditor, `${TEAM}?agency=so-y-te`)).agency.id).toBe('so-y-te')
    expect((await hub.signed(auditor, 'GET', `${TEAM}/overview`)).status).toBe(200)
    const note = { agency: 'so-y-te', day: '2026-11-05', text: 'x' }
    expect(await why(auditor, 'POST', `${TEAM}/notes`, note)).toBe('role-missing')
  })

  it('a member who tries is turned away from every route, and leaves no line', async () => {
    hub = await tryHub()
    const [member] = await people('so-y-te', 12)
    await weekLater()
    if (!member) throw new Error('nobody')
    const note = { agency: 'so-y-te', day: '2026-11-05', text: 'x' }
    for (const [method, path, body] of [
      ['GET', TEAM],
      ['GET', `${TEAM}?for=export`],
      ['GET', `${TEAM}/overview`],
      ['POST', `${TEAM}/notes`, note],
      ['DELETE', `${TEAM}/notes/0b6f7a52-6b0e-4c56-9df5-0a4f2f6f0001`],
    ] as const)
      expect(await why(member, method, path, body), `${method} ${path}`).toBe('role-missing')
    expect(await viewsOf(member)).toEqual([])
  })

  it('a manager whose role was revoked an hour ago is a plain member, and stays one', async () => {
    hub = await tryHub()
    const code = await hub.invitation('so-y-te', { role: 'manager' })
    const { enrol, newDeviceKey, signingKey } = await import('../../hub/sample/simulated-device.ts')
    const key = await newDeviceKey()
    const joined = await enrol(hub.line, code, key)
    if (!joined.ok) throw new Error(joined.detail)
    const manager: Device = { ...joined.value, key: await signingKey(key) }
    await people('so-y-te', 12)
    await weekLater()
    expect((await hub.signed(manager, 'GET', TEAM)).status).toBe(200)
    const run = await runCli(
      ['codes', 'revoke', code, '--roles'],
      { DATABASE_URL: hub.databaseUrl },
      hub.clock.now,
    )
    expect([run.code, run.out]).toEqual([0, '1 code revoked\n1 people are plain members now'])
    hub.clock.now += HOUR_MS
    expect(await why(manager, 'GET', TEAM)).toBe('role-missing')
    expect((await read(await hub.signed(manager, 'GET', '/api/v1/me'), parseMe)).role).toBe('member')
  })

  it('erasing oneself takes the person out of the frozen membership, and no number tells of it', async () => {
    hub = await tryHub()
    const manager = await hub.person('so-y-te', { role: 'manager' })
    const team = await people('so-y-te', 20)
    await work(team.slice(0, 14))
    await weekLater()
    const before = (await tableOf(manager)).weeks.at(-1)
    const [leaver] = team
    if (!leaver) throw new Error('nobody')
    expect((await hub.signed(leaver, 'DELETE', '/api/v1/me')).status).toBe(204)
    await work(team.slice(1, 14))
    await weekLater()
    const after = (await tableOf(manager)).weeks.at(-1)
    expect([after?.enrolled, after?.detail?.membersSince]).toEqual([before?.enrolled, '2026-W45'])
    expect(await hub.store.selectFrom('cohort_members').selectAll().execute()).toHaveLength(20)
    expect(after?.detail?.reported).toEqual(before?.detail?.reported)
  })
})
