import './fake-browser.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { identity } from '../../extension/store/identity.ts'
import { setting } from '../../extension/store/settings.ts'
import { retryAfter, sendAfter } from '../../extension/sync/backoff.ts'
import { at, Desk, HOUR, MINUTE, SECOND } from './desk.ts'
import { fakeBrowser } from './fake-browser.ts'
import { CODE, HUB_URL } from './hub.ts'

const DAY = '2026-11-23'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

/** Works on a platform for a while, then leaves it. */
async function hasWorked(platform: string, ms: number): Promise<void> {
  await desk.opens(platform)
  await desk.works(ms)
  await desk.opens(null)
}
const reports = () => desk.hub.asked.filter(r => r.method === 'PUT').map(r => JSON.parse(r.body))
const syncState = async () => setting(await desk.store(), 'sync')
const outbox = async () => (await desk.store()).getAll('outbox')

describe('joining', () => {
  it('takes a code in any case, with or without hyphens, and remembers the agency', async () => {
    await desk.consents()
    expect(await desk.says({ do: 'enrol', code: 'k7qm-3xpa 9tdw', hubUrl: HUB_URL })).toEqual({ ok: true })
    expect(await identity(await desk.store())).toMatchObject({ agencyId: 'so-noi-vu', hubUrl: HUB_URL })
  })

  it('sends the consent and the public key, and a private key that nobody can read out', async () => {
    await desk.joins()
    const [first] = desk.hub.asked
    expect(JSON.parse(first!.body)).toEqual({
      code: CODE,
      consent: { version: '2026-11', at: desk.clock },
      publicKey: { kty: 'EC', crv: 'P-256', x: expect.any(String), y: expect.any(String) },
    })
    const self = await identity(await desk.store())
    expect(self?.keys.privateKey.extractable).toBe(false)
  })

  it('asks the hub nothing before the person has consented', async () => {
    const reply = await desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })
    expect(reply).toMatchObject({ ok: false, why: 'no-consent' })
    expect(desk.hub.asked).toEqual([])
  })

  it.each(['code-unknown', 'code-used-up', 'code-expired'] as const)('tells a refusal: %s', async why => {
    await desk.consents()
    desk.hub.codeIs = why
    expect(await desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })).toMatchObject({ ok: false, why })
    expect(await identity(await desk.store())).toBeNull()
  })

  it('a mistyped code is told without asking the hub', async () => {
    await desk.consents()
    const reply = await desk.says({ do: 'enrol', code: 'K7QM-3XPA', hubUrl: HUB_URL })
    expect(reply).toMatchObject({ ok: false, why: 'code-malformed' })
    expect(desk.hub.asked).toEqual([])
  })

  it.each(['http://nhipso.example.vn', 'ftp://x', 'javascript:alert(1)'])(
    'refuses the address %s',
    async url => {
      await desk.consents()
      const reply = await desk.says({ do: 'enrol', code: CODE, hubUrl: url })
      expect(reply).toMatchObject({ ok: false, why: 'bad-address' })
    },
  )

  it('an answer that is not of a hub, or none, is told apart', async () => {
    await desk.consents()
    desk.hub.state = 'down'
    const join = () => desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })
    expect(await join()).toMatchObject({ ok: false, why: 'offline' })
    desk.hub.state = 'proxy'
    expect(await join()).toMatchObject({ ok: false, why: 'busy' })
    desk.hub.state = 'portal'
    expect(await join()).toMatchObject({ ok: false, why: 'not-the-hub' })
  })

  it('time from before joining is sent too', async () => {
    await desk.consents()
    await hasWorked('vbdh', 10 * MINUTE)
    await desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(600)
  })
})

describe('a report', () => {
  it('holds seq, day, platform and seconds, and nothing else', async () => {
    await desk.joins()
    await hasWorked('vbdh', 61 * SECOND + 900)
    await desk.says({ do: 'sync' })
    expect(reports()).toEqual([{ seq: 1, days: [{ day: DAY, platform: 'vbdh', seconds: 61 }] }])
  })

  it('holds only what has changed since the last acknowledgement, as the total so far', async () => {
    await desk.joins()
    await hasWorked('vbdh', 5 * MINUTE)
    await desk.says({ do: 'sync' })
    await hasWorked('hkg', MINUTE)
    await desk.says({ do: 'sync' })
    await hasWorked('vbdh', MINUTE)
    await desk.says({ do: 'sync' })
    expect(reports().map(r => r.days)).toEqual([
      [{ day: DAY, platform: 'vbdh', seconds: 300 }],
      [{ day: DAY, platform: 'hkg', seconds: 60 }],
      [{ day: DAY, platform: 'vbdh', seconds: 360 }],
    ])
    expect(reports().map(r => r.seq)).toEqual([1, 2, 3])
  })

  it('is not sent when nothing has changed', async () => {
    await desk.joins()
    await hasWorked('vbdh', MINUTE)
    await desk.says({ do: 'sync' })
    await desk.says({ do: 'sync' })
    expect(reports()).toHaveLength(1)
    expect(await outbox()).toEqual([])
  })

  it('gives back what idle took back after it was sent', async () => {
    await desk.joins()
    await desk.opens('vbdh')
    await desk.works(10 * MINUTE)
    await desk.says({ do: 'sync' })
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(600)
    await desk.becomes('idle')
    await desk.says({ do: 'sync' })
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(480)
  })

  it('of a day that has not begun waits for it', async () => {
    await desk.joins()
    desk.clock += 24 * HOUR
    await hasWorked('vbdh', MINUTE)
    desk.clock -= 24 * HOUR
    await desk.says({ do: 'sync' })
    expect(reports()).toEqual([])
    desk.clock = at('2026-11-24T09:00:00')
    await desk.says({ do: 'sync' })
    expect(desk.hub.seconds('2026-11-24', 'vbdh')).toBe(60)
  })
})

describe('a hub that cannot be reached', () => {
  it('loses nothing: the report waits, and goes again as it was', async () => {
    await desk.joins()
    await hasWorked('vbdh', 5 * MINUTE)
    desk.hub.state = 'down'
    expect(await desk.says({ do: 'sync' })).toMatchObject({ ok: false, why: 'offline' })
    expect(await outbox()).toEqual([{ seq: 1, days: [{ day: DAY, platform: 'vbdh', seconds: 300 }] }])
    expect(await syncState()).toMatchObject({ failures: 1, trouble: { why: 'offline' }, lastSentAt: null })
    desk.startWorker()
    desk.hub.state = 'up'
    await desk.worker.onAlarm('send')
    expect(reports()).toEqual([{ seq: 1, days: [{ day: DAY, platform: 'vbdh', seconds: 300 }] }])
    expect(await outbox()).toEqual([])
    expect(await syncState()).toMatchObject({ failures: 0, trouble: null, lastSentAt: desk.clock })
  })

  it('an answer that is lost on the way changes nothing when the report comes twice', async () => {
    await desk.joins()
    await hasWorked('vbdh', 5 * MINUTE)
    desk.hub.state = 'lost'
    await desk.says({ do: 'sync' })
    desk.hub.state = 'up'
    await desk.says({ do: 'sync' })
    expect(reports()).toHaveLength(2)
    expect(reports()[1]).toEqual(reports()[0])
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(300)
  })

  it('time that goes on meanwhile replaces the waiting report with a newer one', async () => {
    await desk.joins()
    await hasWorked('vbdh', 5 * MINUTE)
    desk.hub.state = 'lost'
    await desk.says({ do: 'sync' })
    await hasWorked('vbdh', MINUTE)
    desk.hub.state = 'up'
    await desk.says({ do: 'sync' })
    expect(reports().map(r => r.seq)).toEqual([1, 2])
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(360)
  })

  it('is asked again later and later: 1, 2, 4 … minutes, at most an hour, spread by a fifth', () => {
    const middle = [1, 2, 3, 4, 5, 6, 7, 50].map(n => retryAfter(n, 0.5) / MINUTE)
    expect(middle).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect([retryAfter(1, 0), retryAfter(1, 1)]).toEqual([48 * SECOND, 72 * SECOND])
  })
})

describe('what the person is told', () => {
  it('a clock that is an hour ahead: by how much', async () => {
    await desk.joins()
    await hasWorked('vbdh', MINUTE)
    const hubTime = desk.clock
    Object.assign(desk.hub, { now: () => hubTime })
    desk.clock += HOUR
    const reply = await desk.says({ do: 'sync' })
    expect(reply).toMatchObject({ ok: false, why: 'clock-off', clockDifferenceMs: HOUR })
    expect((await syncState())?.trouble).toMatchObject({ why: 'clock-off', clockDifferenceMs: HOUR })
  })

  it('a device that the hub has forgotten may join again, and sends everything anew', async () => {
    await desk.joins()
    await hasWorked('vbdh', MINUTE)
    await desk.says({ do: 'sync' })
    desk.hub.devices.clear()
    await hasWorked('hkg', MINUTE)
    expect(await desk.says({ do: 'sync' })).toMatchObject({ why: 'device-unknown' })
    expect(await desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })).toEqual({ ok: true })
    expect([desk.hub.seconds(DAY, 'vbdh'), desk.hub.seconds(DAY, 'hkg')]).toEqual([60, 60])
  })
})

describe('a catalogue that changes at the hub', () => {
  it('takes the platform out of reports, and keeps the time on the device', async () => {
    await desk.joins()
    await hasWorked('vbdh', MINUTE)
    await hasWorked('hkg', 2 * MINUTE)
    desk.hub.bundle = {
      ...desk.hub.bundle,
      platforms: desk.hub.bundle.platforms.filter(p => p.id !== 'hkg'),
    }
    expect(await desk.says({ do: 'sync' })).toEqual({ ok: true })
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(60)
    expect(desk.hub.seconds(DAY, 'hkg')).toBeUndefined()
    expect(await desk.ms('hkg')).toBe(2 * MINUTE)
  })
})

describe('the alarm for sending', () => {
  it('is set only while something is due, and within a minute on the first day', async () => {
    await desk.joins()
    expect(await fakeBrowser.alarms.get('send')).toBeUndefined()
    await hasWorked('vbdh', MINUTE)
    const alarm = await fakeBrowser.alarms.get('send')
    expect(alarm!.scheduledTime - desk.clock).toBeLessThanOrEqual(MINUTE)
  })

  it('is not set for somebody who has not joined', async () => {
    await desk.consents()
    await hasWorked('vbdh', MINUTE)
    expect(await fakeBrowser.alarms.get('send')).toBeUndefined()
  })

  it('comes about every twenty minutes on later days', () => {
    expect([sendAfter(true, 0.5), sendAfter(false, 0.5)]).toEqual([MINUTE, 20 * MINUTE])
    expect([sendAfter(false, 0), sendAfter(false, 1)]).toEqual([16 * MINUTE, 24 * MINUTE])
  })
})

describe('withdrawing', () => {
  it('sends nothing more, not even what was waiting', async () => {
    await desk.joins()
    await hasWorked('vbdh', MINUTE)
    await desk.says({ do: 'withdraw', erase: false })
    await desk.worker.onAlarm('send')
    await desk.says({ do: 'sync' })
    expect(reports()).toEqual([])
  })

  it('with erasure, the hub forgets the device in the same request', async () => {
    await desk.joins()
    await hasWorked('vbdh', MINUTE)
    await desk.says({ do: 'sync' })
    expect(await desk.says({ do: 'withdraw', erase: true })).toEqual({ ok: true })
    expect(desk.hub.devices.size).toBe(0)
    expect(await identity(await desk.store())).toBeNull()
  })

  it('with erasure while the hub is away, the device forgets now and the hub is asked until it has', async () => {
    await desk.joins()
    await hasWorked('vbdh', MINUTE)
    await desk.says({ do: 'sync' })
    desk.hub.state = 'down'
    expect(await desk.says({ do: 'withdraw', erase: true })).toMatchObject({ why: 'erase-pending' })
    expect(await (await desk.store()).getAll('days')).toEqual([])
    desk.hub.state = 'up'
    expect(await fakeBrowser.alarms.get('send')).toBeDefined()
    await desk.worker.onAlarm('send')
    expect(desk.hub.devices.size).toBe(0)
    expect(await identity(await desk.store())).toBeNull()
  })
})

it('everything that was asked went to the hub’s own routes, without an address or a title', async () => {
  await desk.joins()
  await hasWorked('vbdh', MINUTE)
  await desk.says({ do: 'sync' })
  await desk.says({ do: 'withdraw', erase: true })
  expect(desk.hub.asked.map(r => `${r.method} ${r.url.replace(HUB_URL, '')}`)).toEqual([
    'POST /api/v1/enrolments',
    'GET /api/v1/campaigns',
    expect.stringMatching(/^GET \/api\/v1\/campaigns\/[a-z0-9-]+$/),
    'PUT /api/v1/reports',
    'DELETE /api/v1/me',
  ])
  expect(JSON.stringify(desk.hub.asked)).not.toContain('tayninh.gov.vn')
})
