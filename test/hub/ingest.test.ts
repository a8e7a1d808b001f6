// Many reports at once: written together, each acknowledged after its commit; too many are sent away and told when to come back.
import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import type { HubParts } from '../../hub/app.ts'
import { readConfig } from '../../hub/config.ts'
import { senderOf } from '../../hub/http/client-address.ts'
import { LIMITS } from '../../hub/http/rate-limits.ts'
import { createGroupCommit } from '../../hub/ingest/group-commit.ts'
import { enrol, newDeviceKey, sendReport } from '../../hub/sample/simulated-device.ts'
import { scoreOf } from '../../hub/store/credits.ts'
import { isPostgres } from '../../hub/store/db.ts'
import { parseMe } from '../../shared/wire/me.ts'
import { read, type TryHub, tryHub } from '../fixtures/hub.ts'

const row = (seconds: number) => ({ day: '2026-11-02', platform: 'vbdh', seconds })

async function withHub(test: (hub: TryHub) => Promise<void>, over: Partial<HubParts> = {}): Promise<void> {
  const hub = await tryHub(over)
  await test(hub).finally(hub.close)
}

describe('batches', () => {
  const settled = <T>(values: readonly T[]) => values.map(value => ({ status: 'fulfilled' as const, value }))

  it('write what one turn brought together, in its order', async () => {
    const written: number[][] = []
    const { add } = createGroupCommit<number, number>(async some => {
      written.push([...some])
      return settled(some)
    }, 10)
    expect(await Promise.all([add(1), add(2), add(3)])).toEqual([1, 2, 3])
    expect(await add(4)).toBe(4)
    expect(written).toEqual([[1, 2, 3], [4]])
  })

  it('answer nobody before the writing is done', async () => {
    let finish = () => {}
    const writing = new Promise<void>(resolve => {
      finish = resolve
    })
    const { add, waiting } = createGroupCommit<number, number>(async some => {
      await writing
      return settled(some)
    }, 10)
    let answered = false
    const one = add(1)?.then(() => {
      answered = true
    })
    await vi.waitFor(() => expect(waiting()).toBe(0)) // it is being written
    expect(answered).toBe(false)
    finish()
    await one
    expect(answered).toBe(true)
  })

  it('take no more in than may wait, and go on afterwards', async () => {
    const { add } = createGroupCommit<number, number>(async some => settled(some), 2)
    const first = [add(1), add(2)]
    expect(add(3)).toBeNull()
    await Promise.all(first)
    expect(await add(4)).toBe(4)
  })

  it('that fail as a whole fail for each, and the next one is written', async () => {
    const { add } = createGroupCommit<number, number>(async some => {
      if (some.includes(1)) throw new Error('no disk')
      return settled(some)
    }, 10)
    await expect(add(1)).rejects.toThrow('no disk')
    expect(await add(2)).toBe(2)
  })
})

describe('reports of one moment', () => {
  it('are committed in one transaction', () =>
    withHub(async hub => {
      const people = await Promise.all(Array.from({ length: 20 }, () => hub.person('so-noi-vu')))
      const told = await Promise.all(people.map(person => hub.report(person, [row(600)])))
      expect(new Set(told)).toEqual(new Set(['kept 1']))
      const sizes = /^nhipso_commit_reports_sum (\d+)$/m.exec(await hub.metrics())
      const commits = /^nhipso_commit_reports_count (\d+)$/m.exec(await hub.metrics())
      expect(Number(sizes?.[1])).toBe(20)
      expect(Number(commits?.[1])).toBeLessThan(10)
    }))

  it('are stored though one among them cannot be', () =>
    withHub(async hub => {
      const people = await Promise.all([0, 1, 2, 3].map(() => hub.person('so-noi-vu')))
      const [bad] = people
      await refuseDevice(hub, bad?.deviceId ?? '')
      const quieted = vi.spyOn(console, 'error').mockReturnValue()
      const told = await Promise.all(people.map(person => hub.report(person, [row(600)])))
      quieted.mockRestore()
      expect(told.slice(1)).toEqual(['kept 1', 'kept 1', 'kept 1'])
      expect(told[0]).not.toContain('kept')
      expect(await scoreOf(hub.store, 'so-noi-vu', 'thu')).toMatchObject({ contributors: 3 })
    }))

  it('of the same person keep the newest, whichever comes first', () =>
    withHub(async hub => {
      const device = await hub.person('so-noi-vu')
      await Promise.all([3, 1, 2].map(seq => hub.report(device, [row(seq * 100)], seq)))
      const { days } = await read(await hub.signed(device, 'GET', '/api/v1/me'), parseMe)
      expect(days).toMatchObject([{ seconds: 300 }])
    }))

  it('beyond what may wait are told to come back', () =>
    withHub(
      async hub => {
        const device = await hub.person('so-noi-vu')
        const answers: Response[] = []
        const post = async (request: Request) => {
          const answer = await hub.pass(request)
          answers.push(answer.clone())
          return answer
        }
        const sent = await sendReport({ ...hub.line, post }, device, { seq: 1, days: [row(600)] })
        expect(sent).toMatchObject({ ok: false, why: 'busy' })
        expect(answers.map(a => [a.status, a.headers.get('retry-after')])).toEqual([[503, '30']])
        expect(await hub.metrics()).toContain('nhipso_refusals_total{reason="busy"} 1')
      },
      { limits: { ...LIMITS, waiting: 0 } },
    ))
})

/** The store takes everything but the days of one device. */
async function refuseDevice({ store, databaseUrl }: TryHub, deviceId: string): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(store)
  if (!isPostgres(databaseUrl)) {
    await run(
      `create trigger bad before insert on device_days when new.device_id = '${deviceId}' begin select raise(abort, 'bad'); end`,
    )
    return
  }
  await run("create function bad() returns trigger language plpgsql as $$ begin raise 'bad'; end $$")
  await run(
    `create trigger bad before insert on device_days for each row when (new.device_id = '${deviceId}') execute function bad()`,
  )
}

describe('limits', () => {
  const few = { points: 3, seconds: 60 }

  it('send a device away that asks too often, and nobody else', () =>
    withHub(
      async hub => {
        const [loud, calm] = [await hub.person('so-noi-vu'), await hub.person('so-noi-vu')]
        const told = []
        for (const seq of [1, 2, 3, 4]) told.push(await hub.report(loud, [row(seq)], seq))
        expect(told).toEqual(['kept 1', 'kept 1', 'kept 1', 'too-many-requests'])
        const response = await hub.signed(loud, 'GET', '/api/v1/me')
        expect(response.status).toBe(429)
        const seconds = Number(response.headers.get('retry-after'))
        expect(seconds).toBeGreaterThan(0)
        expect(seconds).toBeLessThanOrEqual(60)
        expect(await hub.report(calm, [row(1)])).toBe('kept 1')
      },
      { limits: { ...LIMITS, device: few } },
    ))

  it('do not let a stranger use up the share of a device', () =>
    withHub(
      async hub => {
        const device = await hub.person('so-noi-vu')
        const forged = await hub.person('so-noi-vu')
        for (let i = 0; i < 5; i += 1) {
          await hub.report({ ...forged, deviceId: device.deviceId }, [row(1)], 1)
        }
        expect(await hub.report(device, [row(1)], 9)).toBe('kept 1')
      },
      { limits: { ...LIMITS, device: few } },
    ))

  it('send an address away that asks too often; what anybody may read stays readable', () =>
    withHub(
      async hub => {
        const ask = (from: string) => hub.from(from, '/api/v1/me')
        const told = []
        for (let i = 0; i < 4; i += 1) told.push((await ask('203.0.113.9')).status)
        expect(told).toEqual([401, 401, 401, 429])
        expect((await ask('203.0.113.10')).status).toBe(401)
        expect((await hub.from('203.0.113.9', '/api/v1/scores')).status).toBe(200)
      },
      { limits: { ...LIMITS, address: few } },
    ))

  it('end the guessing of codes from one address, even of a right one, and not elsewhere', () =>
    withHub(
      async hub => {
        const line = (from: string) => ({ ...hub.line, post: (request: Request) => hub.pass(request, from) })
        for (const code of ['0000-0000-0001', '0000-0000-0002', '0000-0000-0003']) {
          expect(await enrol(line('203.0.113.9'), code, await newDeviceKey())).toMatchObject({
            why: 'code-unknown',
          })
        }
        const code = await hub.invitation('so-noi-vu')
        expect(await enrol(line('203.0.113.9'), code, await newDeviceKey())).toMatchObject({
          why: 'too-many-requests',
        })
        expect(await enrol(line('203.0.113.10'), code, await newDeviceKey())).toMatchObject({ ok: true })
      },
      { limits: { ...LIMITS, wrongCodes: few } },
    ))
})

describe('the sender', () => {
  it.each([
    ['203.0.113.9', null, 0, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', 0, '203.0.113.9'], // nobody told us of a proxy: the header is anybody's
    ['127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    ['10.0.0.2', '192.0.2.66, 198.51.100.1', 1, '198.51.100.1'], // the left one is what the sender claims
    ['10.0.0.2', '192.0.2.66, 198.51.100.1, 10.0.0.1', 2, '198.51.100.1'],
    ['10.0.0.2', null, 1, '10.0.0.2'],
    ['::ffff:203.0.113.9', null, 0, '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2'],
    ['2001:db8::7', null, 0, '2001:db8:0:0'],
    ['127.0.0.1', null, 0, null],
    ['::1', null, 0, null],
    [undefined, 'nonsense', 1, null],
  ])('of %s with %s behind %i proxies counts as %s', (peer, forwarded, proxies, from) => {
    expect(senderOf(peer, forwarded, proxies)).toBe(from)
  })

  it.each(['yes', '-1', '9'])('TRUST_PROXY=%s stops the start', value => {
    expect(readConfig({ TRUST_PROXY: value })).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/^TRUST_PROXY/),
    })
  })
})

describe('the numbers for monitoring', () => {
  it('count refusals by their reason and name nobody', () =>
    withHub(async hub => {
      const device = await hub.person('so-noi-vu')
      await hub.report(device, [row(600)])
      await hub.report(device, [{ ...row(1), platform: 'unheard-of' }])
      await hub.fetch('/nowhere')
      const text = await hub.metrics()
      expect(text).toContain('nhipso_refusals_total{reason="platform-unknown"} 1')
      expect(text).toContain('nhipso_refusals_total{reason="not-found"} 1')
      expect(text).toContain('nhipso_requests_total{method="PUT",route="/api/v1/reports",status="200"} 1')
      expect(text).not.toContain(device.deviceId)
      expect(text).not.toContain('so-noi-vu')
    }))
})
