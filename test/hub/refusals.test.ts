// Every door of the hub refuses bad input with its own reason and a sentence that says what to do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Device, enrol, newDeviceKey, sendReport } from '../../hub/sample/simulated-device.ts'
import { DAY_MS, HOUR_MS } from '../../shared/core/day.ts'
import { parseLink } from '../../shared/wire/enrolment.ts'
import { parseMe } from '../../shared/wire/me.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import { HUB, MONDAY, read, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
let device: Device

beforeAll(async () => {
  hub = await tryHub()
  device = await hub.person('so-noi-vu')
})
afterAll(() => hub.close())

const day = '2026-11-02'
const consent = { version: '2026-11', at: MONDAY }

async function join(code: string, over: object = {}) {
  const { d: _, ...publicKey } = await newDeviceKey()
  const body = JSON.stringify({ code, publicKey, consent, ...over })
  return reason(await hub.fetch('/api/v1/enrolments', { method: 'POST', body }))
}

/** A signed PUT of any bytes, with whatever the test spoils afterwards. */
async function put(text: string, spoil: (headers: Headers) => void = () => undefined, at = hub.clock.now) {
  const body = new TextEncoder().encode(text)
  const parts = { method: 'PUT', targetUri: `${HUB}/api/v1/reports`, body }
  const headers = new Headers(await signatureHeaders(parts, device.key, device.deviceId, at))
  spoil(headers)
  return reason(await hub.fetch('/api/v1/reports', { method: 'PUT', body, headers }))
}

const report = (days: readonly object[], seq = 1) => JSON.stringify({ seq, days })

describe('enrolling', () => {
  it('with a code that was never printed is refused as unknown', async () => {
    const said = await join('0000-0000-0000')
    expect(said).toMatchObject({ why: 'code-unknown', status: 403 })
    expect(said.detail).toContain('compare it with the invitation')
  })

  it('with a code of the wrong length names the key and the reason', async () => {
    expect(await join('ABC')).toMatchObject({
      why: 'invalid',
      detail: expect.stringContaining('enrolment.code'),
    })
  })

  it('with a used-up code is refused, and the first person stays enrolled', async () => {
    const code = await hub.invitation('so-noi-vu', { uses: 1 })
    const { d: _, ...publicKey } = await newDeviceKey()
    const body = JSON.stringify({ code: code.toLowerCase().replace(/-/g, ' '), publicKey, consent })
    const first = await hub.fetch('/api/v1/enrolments', { method: 'POST', body })
    expect(first.status).toBe(201)
    expect(await first.json()).toMatchObject({ agencyId: 'so-noi-vu', role: 'member' })
    expect(await join(code)).toMatchObject({ why: 'code-used-up' })
  })

  it('with an expired code says until when it was valid', async () => {
    const code = await hub.invitation('so-noi-vu')
    hub.clock.now += 2 * DAY_MS
    const said = await join(code)
    hub.clock.now -= 2 * DAY_MS
    expect(said.why).toBe('code-expired')
    expect(said.detail).toContain('2026-11-03')
  })

  it('again with the same key and code, because the answer was lost, gets the same answer and spends nothing', async () => {
    const code = await hub.invitation('so-noi-vu', { uses: 2 })
    const key = await newDeviceKey()
    const first = await enrol(hub.line, code, key)
    expect(await enrol(hub.line, code, key)).toEqual(first)
    const other = await enrol(hub.line, code, await newDeviceKey())
    expect(other.ok).toBe(true) // the second use was still there
    hub.clock.now += 2 * DAY_MS
    expect(await enrol(hub.line, code, key)).toEqual(first) // used up and expired meanwhile
    hub.clock.now -= 2 * DAY_MS
    expect(await enrol(hub.line, code, await newDeviceKey())).toMatchObject({ why: 'code-used-up' })
  })

  it('again with a link code gets the same browser of the same person', async () => {
    const { code } = await read(await hub.signed(device, 'POST', '/api/v1/links'), parseLink)
    const key = await newDeviceKey()
    const first = await enrol(hub.line, code, key)
    expect(first.ok).toBe(true)
    expect(await enrol(hub.line, code, key)).toEqual(first)
    const me = await read(await hub.signed(device, 'GET', '/api/v1/me'), parseMe)
    expect(me.devices).toHaveLength(2)
  })

  it('with another code and a key that is in use is refused and does not spend the code', async () => {
    const key = await newDeviceKey()
    expect(await enrol(hub.line, await hub.invitation('so-noi-vu'), key)).toMatchObject({ ok: true })
    const other = await hub.invitation('so-noi-vu')
    expect(await enrol(hub.line, other, key)).toMatchObject({ ok: false, why: 'key-in-use' })
    expect(await enrol(hub.line, other, await newDeviceKey())).toMatchObject({ ok: true })
  })

  it('with the private half of a key is refused: it must never travel', async () => {
    const said = await join(await hub.invitation('so-noi-vu'), { publicKey: await newDeviceKey() })
    expect(said).toMatchObject({ why: 'invalid' })
  })

  it('with a point that is not on the curve is refused', async () => {
    const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
    const said = await join(await hub.invitation('so-noi-vu'), { publicKey })
    expect(said).toMatchObject({ why: 'invalid', detail: expect.stringContaining('P-256') })
  })
})

describe('a report', () => {
  it('without a signature is refused', async () => {
    const said = await reason(await hub.fetch('/api/v1/reports', { method: 'PUT', body: '{}' }))
    expect(said).toMatchObject({ why: 'signature-missing', status: 401 })
  })

  it('with a tampered body is refused', async () => {
    const text = report([{ day, platform: 'vbdh', seconds: 10 }])
    const parts = { method: 'PUT', targetUri: `${HUB}/api/v1/reports`, body: new TextEncoder().encode(text) }
    const headers = await signatureHeaders(parts, device.key, device.deviceId, hub.clock.now)
    const body = text.replace('10', '99')
    expect(await reason(await hub.fetch('/api/v1/reports', { method: 'PUT', body, headers }))).toMatchObject({
      why: 'signature-invalid',
    })
  })

  it('with a signature for another hub is refused, and the address that counts is named', async () => {
    const body = new TextEncoder().encode('{}')
    const parts = { method: 'PUT', targetUri: 'https://elsewhere.test/api/v1/reports', body }
    const headers = await signatureHeaders(parts, device.key, device.deviceId, hub.clock.now)
    const said = await reason(await hub.fetch('/api/v1/reports', { method: 'PUT', body, headers }))
    expect(said).toMatchObject({ why: 'signature-invalid', detail: expect.stringContaining(HUB) })
  })

  it('with another device’s name on it is refused', async () => {
    const other = await hub.person('so-noi-vu')
    const sent = await sendReport(
      hub.line,
      { ...device, deviceId: other.deviceId },
      { seq: 1, days: [{ day, platform: 'vbdh', seconds: 1 }] },
    )
    expect(sent).toMatchObject({ ok: false, why: 'signature-invalid' })
  })

  it('from a device that nobody enrolled is refused', async () => {
    const unknown = { ...device, deviceId: '00000000-0000-4000-8000-000000000000' }
    const sent = await sendReport(hub.line, unknown, {
      seq: 1,
      days: [{ day, platform: 'vbdh', seconds: 1 }],
    })
    expect(sent).toMatchObject({ ok: false, why: 'device-unknown' })
  })

  it('from a clock an hour off is refused, and the hub tells its own', async () => {
    const body = new TextEncoder().encode(report([{ day, platform: 'vbdh', seconds: 1 }]))
    const parts = { method: 'PUT', targetUri: `${HUB}/api/v1/reports`, body }
    const headers = await signatureHeaders(parts, device.key, device.deviceId, MONDAY - HOUR_MS)
    const response = await hub.fetch('/api/v1/reports', { method: 'PUT', body, headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ type: 'urn:nhipso:problem:clock-off', serverTime: MONDAY })
  })

  it('that is not JSON is refused as such', async () => {
    expect(await put('{"seq": 1, ')).toMatchObject({ why: 'not-json', status: 400 })
  })

  it('of one megabyte is refused before it is read', async () => {
    expect(await put(' '.repeat(1024 * 1024))).toMatchObject({ why: 'body-too-large', status: 413 })
  })

  it('with a day in the future names the row', async () => {
    const said = await put(
      report([
        { day, platform: 'vbdh', seconds: 1 },
        { day: '2026-11-03', platform: 'vbdh', seconds: 1 },
      ]),
    )
    expect(said).toMatchObject({ why: 'day-in-future', status: 422 })
    expect(said.detail).toContain('days[1]')
  })

  it('just after midnight in Tây Ninh may speak of the new day, though Greenwich is still at the old one', async () => {
    hub.clock.now = Date.parse('2026-11-02T17:00:01Z')
    expect(await hub.report(device, [{ day: '2026-11-03', platform: 'vbdh', seconds: 1 }])).toBe('kept 1')
    hub.clock.now = MONDAY
  })

  it('with a day of four months ago is refused', async () => {
    expect(await put(report([{ day: '2026-07-04', platform: 'vbdh', seconds: 1 }]))).toMatchObject({
      why: 'day-too-old',
    })
  })

  it('with 90 000 seconds in a day is refused', async () => {
    expect(await put(report([{ day, platform: 'vbdh', seconds: 90_000 }]))).toMatchObject({
      why: 'day-too-long',
    })
  })

  it('whose platforms add up to more than a day is refused', async () => {
    const days = ['vbdh', 'hkg'].map(platform => ({ day, platform, seconds: 50_000 }))
    expect(await put(report(days))).toMatchObject({ why: 'day-too-long' })
  })

  it.each(['unheard-of', 'dang-nhap'])(
    'of the platform %s, which earns nothing, is refused',
    async platform => {
      const said = await put(report([{ day, platform, seconds: 1 }]))
      expect(said).toMatchObject({ why: 'platform-unknown', detail: expect.stringContaining(platform) })
    },
  )

  it('with one bad row stores none of its rows', async () => {
    const person = await hub.person('so-noi-vu')
    const days = [
      { day, platform: 'vbdh', seconds: 600 },
      { day, platform: 'unheard-of', seconds: 600 },
    ]
    expect(await hub.report(person, days)).toBe('platform-unknown')
    expect(await (await hub.signed(person, 'GET', '/api/v1/me')).json()).toMatchObject({ days: [] })
  })

  it('with a key that is none of ours is refused', async () => {
    const said = await put(
      JSON.stringify({ seq: 1, days: [{ day, platform: 'vbdh', seconds: 1, url: 'https://x' }] }),
    )
    expect(said).toMatchObject({ why: 'invalid', detail: expect.stringContaining('days[0].url') })
  })
})

describe('addresses', () => {
  it.each(['/api/v1/team?agency=%00', '/api/v1/scores/a%00b', '/builder?csp=%00'])(
    'with a NUL (%s) are refused, whatever the store would say to it',
    async path => {
      expect(await reason(await hub.signed(device, 'GET', path))).toMatchObject({
        why: 'invalid',
        status: 422,
      })
    },
  )

  it.each(['/oembed?url=x', '/embed/board?agency=so-noi-vu', '/w/nhipso-1.0.0.zip'])(
    'that are not there yet (%s) are an honest 404',
    async path => {
      const response = await hub.fetch(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
    },
  )

  it('of unknown agencies and campaigns are told apart', async () => {
    expect((await reason(await hub.fetch('/api/v1/scores/nobody'))).why).toBe('agency-unknown')
    expect((await reason(await hub.fetch('/badge/nobody.svg'))).why).toBe('agency-unknown')
    expect((await reason(await hub.fetch('/api/v1/campaigns/nothing'))).why).toBe('campaign-unknown')
    expect((await reason(await hub.fetch('/api/v1/scores?campaign=nothing'))).why).toBe('campaign-unknown')
  })

  it('asked with the wrong method say which ones they take', async () => {
    const response = await hub.fetch('/api/v1/reports', { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('PUT, OPTIONS')
    expect((await reason(response)).why).toBe('method-not-allowed')
  })

  it('filtered by a level that does not exist say which there are', async () => {
    expect(await reason(await hub.fetch('/api/v1/scores?level=district'))).toMatchObject({
      why: 'invalid',
      detail: expect.stringContaining('province, commune'),
    })
  })
})

describe('other origins', () => {
  const ask = (path: string, origin: string) =>
    hub.fetch(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } })

  it.each(['chrome-extension://abcdefghijklmnop', 'moz-extension://0b2f6a1c-1111-4222-8333-444455556666'])(
    'an extension (%s) may send reports',
    async origin => {
      const { headers } = await ask('/api/v1/reports', origin)
      expect(headers.get('access-control-allow-origin')).toBe(origin)
      for (const name of ['content-type', 'content-digest', 'signature', 'signature-input']) {
        expect(headers.get('access-control-allow-headers')).toContain(name)
      }
    },
  )

  it('a web page may not, and may read what is public', async () => {
    const { headers } = await ask('/api/v1/reports', 'https://example.test')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect((await hub.fetch('/api/v1/scores')).headers.get('access-control-allow-origin')).toBe('*')
  })

  it('an extension can read why it was refused', async () => {
    const headers = { origin: 'chrome-extension://abcdefghijklmnop' }
    const response = await hub.fetch('/api/v1/reports', { method: 'PUT', body: '{}', headers })
    expect(response.headers.get('access-control-allow-origin')).toBe(headers.origin)
  })
})

describe('a refusal', () => {
  it('that one device got is kept by no proxy; that nobody finds a thing is kept for seconds', async () => {
    const manager = await hub.person('so-noi-vu', { role: 'manager' })
    const none = await hub.signed(manager, 'DELETE', '/api/v1/team/notes/none')
    expect([none.status, none.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect((await hub.fetch('/agency/nobody')).headers.get('cache-control')).toBe('public, max-age=5')
  })
})
