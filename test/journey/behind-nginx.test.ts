// The hub as a province runs it: the shipped nginx.conf in a real nginx, TLS, and a real hub process behind it.
import { connect as connectHttp2 } from 'node:http2'
import { networkInterfaces } from 'node:os'
import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type HubConnection, sendReport } from '../../hub/sample/simulated-device.ts'
import { dayOf } from '../../shared/core/day.ts'
import { parseMe } from '../../shared/wire/me.ts'
import { routes } from '../../shared/wire/routes.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import { AGENCIES, type BenchHub, enrolAll, type Person, startBenchHub } from '../bench/bench-hub.ts'
import { reason } from '../fixtures/hub.ts'
import type { HubProcess } from './hub-process.ts'
import { NAME, type Nginx, startNginx } from './nginx.ts'

const PUBLIC = `https://${NAME}`
const AGENCY = AGENCIES[0] ?? ''
const PATIENCE = { timeout: 60_000, interval: 250 }

let stand: BenchHub
let nginx: Nginx
let hub: HubProcess
let line: HubConnection
let people: readonly Person[]

beforeAll(async () => {
  const env = { PUBLIC_URL: PUBLIC, TRUST_PROXY: '1', MIN_GROUP: '5', RELEASE_MIN_INTERVAL: '1' }
  stand = await startBenchHub('SQLite', env)
  nginx = await startNginx(stand.port)
  hub = await stand.start()
  line = { hub: PUBLIC, post: request => nginx.fetch(request), now: Date.now }
  people = await enrolAll(stand.env, line, 12, [AGENCY])
})
afterAll(async () => {
  await nginx?.stop()
  await stand?.away()
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}, address?: string) =>
  nginx.fetch(new Request(`${PUBLIC}${path}`, { headers }), address)

/** How many requests for a route reached the hub itself. */
async function asked(route: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${stand.metricsPort}/metrics`)).text()
  return text
    .split('\n')
    .filter(one => one.startsWith('nhipso_requests_total') && one.includes(`route="${route}"`))
    .reduce((sum, one) => sum + Number(one.split(' ').at(-1)), 0)
}

let seq = 0
/** Everybody reports once more of today, through nginx. */
async function everybodyWorks(): Promise<void> {
  seq += 1
  const days = [{ day: dayOf(Date.now()), platform: 'vbdh', seconds: 600 + seq }]
  for (const person of people) {
    const sent = await sendReport(line, person, { seq, days })
    expect(sent).toMatchObject({ ok: true, value: { kept: 1 } })
  }
}

const meOf = async (person: Person) => {
  const nothing = { method: 'GET', targetUri: routes(PUBLIC).me(), body: new Uint8Array() }
  return get('/api/v1/me', await signatureHeaders(nothing, person.key, person.deviceId, Date.now()))
}

describe('TLS', () => {
  it('is where plain requests are sent, to the hub’s own name whatever they claim', async () => {
    const answer = await fetch(`http://127.0.0.1:${nginx.plainPort}/how?lang=en`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${PUBLIC}/how?lang=en`])
  })

  it('is 1.2 or newer, speaks HTTP/2, and asks browsers to stay with it', async () => {
    const { ca, port } = nginx
    const greet = (maxVersion: 'TLSv1.1' | 'TLSv1.2') =>
      new Promise<string>(resolve => {
        const minVersion = 'TLSv1'
        const socket = connectTls(
          {
            host: '127.0.0.1',
            port,
            ca,
            servername: NAME,
            minVersion,
            maxVersion,
            ciphers: 'ALL:@SECLEVEL=0',
          },
          () => resolve(socket.getProtocol() ?? ''),
        ).on('error', () => resolve('refused'))
      })
    expect([await greet('TLSv1.1'), await greet('TLSv1.2')]).toEqual(['refused', 'TLSv1.2'])
    const session = connectHttp2(`https://127.0.0.1:${port}`, { ca, servername: NAME })
    const answer = await new Promise<Record<string, unknown>>((resolve, reject) =>
      session
        .on('error', reject)
        .request({ ':path': '/livez', ':authority': NAME })
        .on('response', resolve)
        .on('error', reject),
    )
    session.close()
    expect([answer[':status'], answer['strict-transport-security']]).toEqual([200, 'max-age=31536000'])
    expect(answer.server).toBe('nginx') // without its version
  })
})

describe('a device', () => {
  it('signs for the public address, and the hub behind finds its signature right', everybodyWorks)

  it('is told what is its own, and never what was told to another', async () => {
    const [one, other] = people
    if (!one || !other) throw new Error('no people')
    for (const person of [one, other, one]) {
      const answer = await meOf(person)
      expect(answer.headers.get('x-cache')).toBe('BYPASS')
      const me = parseMe(await answer.json())
      expect(me.ok && me.value.devices.map(d => d.deviceId)).toEqual([person.deviceId])
    }
    // The same address without a signature is refused, not answered with what was kept.
    expect(await reason(await get('/api/v1/me'))).toMatchObject({ why: 'signature-missing', status: 401 })
  })

  it('that sends too much is told so by the hub', async () => {
    const body = JSON.stringify({ seq: 1, days: [], more: 'x'.repeat(70_000) })
    const request = new Request(routes(PUBLIC).enrolments(), { method: 'POST', body })
    expect(await reason(await nginx.fetch(request))).toMatchObject({ why: 'body-too-large', status: 413 })
  })
})

describe('limits by address', () => {
  const wrongCode = (address: string, forwarded: string) => {
    const publicKey = {
      kty: 'EC',
      crv: 'P-256',
      x: people[0]?.publicKey.split('.')[0],
      y: people[0]?.publicKey.split('.')[1],
    }
    const consent = { version: '2026-11', at: Date.now() }
    const body = JSON.stringify({ code: 'ABCD-EFGH-JKMN', publicKey, consent })
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded }
    return nginx.fetch(new Request(routes(PUBLIC).enrolments(), { method: 'POST', headers, body }), address)
  }
  const outside = Object.values(networkInterfaces())
    .flatMap(all => all ?? [])
    .find(one => one.family === 'IPv4' && !one.internal)?.address

  it('count the address that nginx sees, whatever a client claims to be', async () => {
    if (outside === undefined)
      throw new Error('this machine has no address but its own: connect it to a network')
    const told = new Set<string>()
    for (let i = 0; i < 31; i += 1) told.add((await reason(await wrongCode(outside, `203.0.113.${i}`))).why)
    expect([...told]).toEqual(['code-unknown', 'too-many-requests'])
    // Nobody else is shut out by it, not even whom the client claimed to be.
    expect((await reason(await wrongCode('127.0.0.1', outside))).why).toBe('code-unknown')
  })
})

describe('public answers', () => {
  it('are asked of the hub once, and given to everybody', async () => {
    const path = `/api/v1/scores?block=so-ban-nganh`
    const before = await asked('/api/v1/scores')
    const answers = []
    for (let i = 0; i < 5; i += 1) answers.push(await get(path))
    expect(answers.map(one => one.headers.get('x-cache'))).toEqual(['MISS', 'HIT', 'HIT', 'HIT', 'HIT'])
    expect(new Set(await Promise.all(answers.map(one => one.text()))).size).toBe(1)
    expect(await asked('/api/v1/scores')).toBe(before + 1)
    for (const one of answers) {
      expect(one.headers.get('access-control-allow-origin')).toBe('*')
      expect(one.headers.get('access-control-allow-credentials')).toBeNull()
      expect(one.headers.get('x-content-type-options')).toBe('nosniff')
      expect(one.headers.get('strict-transport-security')).toBe('max-age=31536000')
    }
  })

  it('are compressed, and not sent again to whoever has them', async () => {
    const first = await get('/api/v1/scores', { 'accept-encoding': 'gzip' })
    expect(first.headers.get('content-encoding')).toBe('gzip')
    expect(first.headers.get('vary')).toContain('Accept-Encoding')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"/)
    expect((await get('/api/v1/scores', { 'if-none-match': tag })).status).toBe(304)
  })

  it('tell the hub of each public site that shows them, and of no other', async () => {
    const badge = `/badge/${AGENCY}.svg?lang=en`
    const from = async (referer: string) => (await get(badge, { referer })).headers.get('x-cache')
    const sites = [
      'https://mot.gov.vn/',
      'https://hai.gov.vn/tin',
      'https://mot.gov.vn/khac',
      'https://hai.gov.vn',
    ]
    const seen = []
    for (const site of sites) seen.push(await from(site))
    expect(seen).toEqual(['MISS', 'MISS', 'HIT', 'HIT'])
    expect([await from('https://a.example/'), await from('https://b.example/gov.vn')]).toEqual([
      'MISS',
      'HIT',
    ])
  })

  it('have the page’s policy, and only the hub’s own name is answered', async () => {
    const page = await get('/how')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect((await get(`/embed/score?agency=${AGENCY}`)).headers.get('content-security-policy')).toContain(
      'frame-ancestors *',
    )
    expect((await get('/how', { host: 'evil.example' })).status).toBe(421)
  })
})

describe('a stream', () => {
  it('comes through at once, while it is open', async () => {
    const answer = await get('/api/v1/scores/stream')
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const reader = answer.body?.getReader()
    const decoder = new TextDecoder()
    let heard = ''
    /** Resolves when so many releases were told; nothing that waits in a buffer would get here. */
    const releases = async (count: number) => {
      while (heard.split('event: snapshot').length <= count) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
        if (done) throw new Error('the stream ended')
        heard += decoder.decode(value, { stream: true })
      }
    }
    await releases(1)
    await everybodyWorks()
    await releases(2)
    await reader?.cancel()
  })
})

describe('when the hub is killed', () => {
  it('widgets and pages go on with what was told last, reports wait, and both are well when it is back', async () => {
    const paths = ['/api/v1/scores', `/badge/${AGENCY}.svg`, `/agency/${AGENCY}`]
    const before = await Promise.all(paths.map(async path => (await get(path)).text()))
    await hub.kill()
    for (const [i, path] of paths.entries()) {
      // It is fresh for some seconds more; what counts is what comes afterwards.
      await vi.waitFor(async () => {
        const answer = await get(path)
        expect([path, answer.status, answer.headers.get('x-cache')]).toEqual([path, 200, 'STALE'])
        expect(await answer.text()).toBe(before[i])
      }, PATIENCE)
    }
    const [person] = people
    if (!person) throw new Error('no people')
    const days = [{ day: dayOf(Date.now()), platform: 'hkg', seconds: 60 }]
    expect(await sendReport(line, person, { seq: 900, days })).toMatchObject({ ok: false, why: 'offline' })
    expect((await meOf(person)).status).toBe(502)

    hub = await stand.start()
    expect(await sendReport(line, person, { seq: 900, days })).toMatchObject({ ok: true, value: { kept: 1 } })
    await vi.waitFor(async () => {
      const told = (await get('/api/v1/scores')).headers.get('x-cache')
      expect(['HIT', 'EXPIRED', 'REVALIDATED', 'MISS']).toContain(told)
    }, PATIENCE)
  })
})
