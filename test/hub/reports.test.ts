// Reports: cumulative, idempotent, added up over a person's browsers; deltas give what a recount gives.
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { recount } from '../../hub/ingest/recount.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { enrol, newDeviceKey, signingKey } from '../../hub/sample/simulated-device.ts'
import { creditsOf, scoreOf } from '../../hub/store/credits.ts'
import { isPostgres } from '../../hub/store/db.ts'
import { inTransaction } from '../../hub/store/transaction.ts'
import { addDays, DAY_MS } from '../../shared/core/day.ts'
import { agencyScore } from '../../shared/core/score.ts'
import { parseLink } from '../../shared/wire/enrolment.ts'
import { parseMe } from '../../shared/wire/me.ts'
import { read, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

const day = '2026-11-02'
/** A property is many hubs, one after the other. */
const PATIENCE_MS = 180_000
/** Of so-noi-vu, in the small campaign. */
const HEADCOUNT = 20
const row = (seconds: number, platform = 'vbdh', on = day) => ({ day: on, platform, seconds })

async function withHub(test: (hub: TryHub) => Promise<void>): Promise<void> {
  const hub = await tryHub()
  await test(hub).finally(hub.close)
}

const mine = async (hub: TryHub, device: Device) =>
  read(await hub.signed(device, 'GET', '/api/v1/me'), parseMe)

describe('a report', () => {
  it('sent twice changes nothing the second time', () =>
    withHub(async hub => {
      const device = await hub.person('so-noi-vu')
      expect(await hub.report(device, [row(600)], 1)).toBe('kept 1')
      expect(await hub.report(device, [row(600)], 1)).toBe('kept 0')
      expect((await scoreOf(hub.store, 'so-noi-vu', 'thu'))?.changed_members).toBe(1)
    }))

  it('overtaken by a newer one is acknowledged and not believed', () =>
    withHub(async hub => {
      const device = await hub.person('so-noi-vu')
      await hub.report(device, [row(900), row(60, 'hkg')], 7)
      expect(await hub.report(device, [row(300), row(30, 'dichvucong')], 6)).toBe('kept 1')
      const { days } = await mine(hub, device)
      expect(days.map(d => `${d.platform} ${d.seconds}`)).toEqual(['dichvucong 30', 'hkg 60', 'vbdh 900'])
    }))

  it('of four months on three platforms is stored whole', () =>
    withHub(async hub => {
      const device = await hub.person('so-noi-vu')
      const rows = Array.from({ length: 120 }, (_, i) => addDays(day, -i)).flatMap(on => [
        row(100, 'vbdh', on),
        row(100, 'hkg', on),
        row(100, 'dichvucong', on),
      ])
      expect(await hub.report(device, rows)).toBe('kept 360')
      expect((await mine(hub, device)).days).toHaveLength(360)
    }))

  it('is forgotten after 120 days', () =>
    withHub(async hub => {
      const device = await hub.person('so-noi-vu')
      await hub.report(device, [row(600)])
      hub.clock.now += 120 * DAY_MS
      await hub.tick()
      expect((await mine(hub, device)).days).toHaveLength(1)
      hub.clock.now += DAY_MS
      await hub.tick()
      expect((await mine(hub, device)).days).toHaveLength(0)
    }))
})

/** SQLite is told to take nothing; PostgreSQL answers as on a full disk. Returns what opens the store again. */
async function closeStore({ store, databaseUrl }: TryHub): Promise<() => Promise<unknown>> {
  const run = (text: string) => sql.raw(text).execute(store)
  if (!isPostgres(databaseUrl)) {
    await run('pragma query_only = on')
    return () => run('pragma query_only = off')
  }
  await run(
    "create function full_disk() returns trigger language plpgsql as $$ begin raise sqlstate '53100'; end $$",
  )
  await run(
    'create trigger full_disk before insert or update on device_days for each row execute function full_disk()',
  )
  return () => run('drop trigger full_disk on device_days')
}

describe('a store that cannot be written', () => {
  it('acknowledges nothing, says to keep the report, and takes it once it can again', () =>
    withHub(async hub => {
      const errors: object[] = []
      const device = await hub.person('so-noi-vu')
      const writable = await closeStore(hub)
      const quieted = vi.spyOn(console, 'error').mockImplementation(event => errors.push(event))
      expect(await hub.report(device, [row(600)])).toBe('store-unavailable')
      quieted.mockRestore()
      expect(errors).toHaveLength(1)
      await writable()
      expect(await hub.report(device, [row(600)], 1)).toBe('kept 1')
    }))
})

async function secondBrowser(hub: TryHub, first: Device) {
  const { code } = await read(await hub.signed(first, 'POST', '/api/v1/links'), parseLink)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  const key = await newDeviceKey()
  return { code, key, joined: await enrol(hub.line, code, key) }
}

describe('a person with two browsers', () => {
  it('is one person whose days add up', () =>
    withHub(async hub => {
      const first = await hub.person('so-noi-vu')
      const { joined, key } = await secondBrowser(hub, first)
      if (!joined.ok) throw new Error(joined.detail)
      const other: Device = { ...joined.value, key: await signingKey(key) }
      await hub.report(first, [row(100)])
      await hub.report(other, [row(100)])
      expect(await creditsOf(hub.store, 'so-noi-vu', 'thu')).toHaveLength(1)
      expect((await mine(hub, first)).devices).toHaveLength(2)
      // 100 s are no qualifying day, 200 s are: only together they earn credit.
      expect((await scoreOf(hub.store, 'so-noi-vu', 'thu'))?.credit_sum).toBeGreaterThan(0)
    }))

  it('cannot use the link code twice, nor after ten minutes', () =>
    withHub(async hub => {
      const first = await hub.person('so-noi-vu')
      const { code } = await secondBrowser(hub, first)
      expect(await enrol(hub.line, code, await newDeviceKey())).toMatchObject({ why: 'code-used-up' })
      const { code: late } = await read(await hub.signed(first, 'POST', '/api/v1/links'), parseLink)
      hub.clock.now += 10 * 60_000
      expect(await enrol(hub.line, late, await newDeviceKey())).toMatchObject({ why: 'code-expired' })
    }))
})

describe('erasing', () => {
  it('leaves nothing of the person, and the device is unknown from then on', () =>
    withHub(async hub => {
      const device = await hub.person('so-noi-vu')
      const other = await hub.person('so-noi-vu')
      await hub.report(device, [row(600)])
      await hub.report(other, [row(600)])
      const before = await scoreOf(hub.store, 'so-noi-vu', 'thu')
      expect((await hub.signed(device, 'DELETE', '/api/v1/me')).status).toBe(204)
      expect((await reason(await hub.signed(device, 'GET', '/api/v1/me'))).why).toBe('device-unknown')
      expect(await hub.report(device, [row(700)])).toBe('device-unknown')
      const after = await scoreOf(hub.store, 'so-noi-vu', 'thu')
      expect(after?.credit_sum).toBe((before?.credit_sum ?? 0) / 2)
      expect(after).toMatchObject({ contributors: 1, changed_members: 1 })
      for (const table of ['devices', 'members', 'device_days', 'member_credits'] as const) {
        expect(await hub.store.selectFrom(table).selectAll().execute()).toHaveLength(1)
      }
    }))
})

describe('the running sums', () => {
  const step = fc.record({
    who: fc.nat(3),
    back: fc.nat(34),
    platform: fc.constantFrom('vbdh', 'hkg', 'dichvucong'),
    seconds: fc.nat(8000),
    seq: fc.integer({ min: 1, max: 12 }),
    wait: fc.boolean(),
  })

  it(
    'are what a full recount gives, after any reports in any order on any days',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async steps => {
          await withHub(async hub => {
            const people = await Promise.all([0, 1, 2, 3].map(() => hub.person('so-noi-vu')))
            let today = day
            for (const { who, back, platform, seconds, seq, wait } of steps) {
              if (wait) {
                hub.clock.now += DAY_MS
                today = addDays(today, 1)
                await hub.tick()
              }
              const device = people[who]
              if (device) await hub.report(device, [row(seconds, platform, addDays(today, -back))], seq)
            }
            const moved = await scoreOf(hub.store, 'so-noi-vu', 'thu')
            const [campaign] = hub.campaigns.campaigns
            if (!moved || !campaign) return
            await inTransaction(hub.store, t =>
              recount(t, { campaign, campaigns: hub.campaigns }, 'so-noi-vu', today),
            )
            expect(await scoreOf(hub.store, 'so-noi-vu', 'thu')).toEqual({ ...moved, as_of_day: today })
          })
        }),
        { numRuns: 25 },
      )
    },
    PATIENCE_MS,
  )
})

describe('reports on their way', () => {
  const sent = fc.record({
    who: fc.nat(2),
    back: fc.nat(3),
    platform: fc.constantFrom('vbdh', 'hkg'),
    seconds: fc.nat(5000),
  })
  /** Two browsers of one person, and a colleague’s. */
  const household = async (hub: TryHub): Promise<readonly Device[]> => {
    const first = await hub.person('so-noi-vu')
    const { joined, key } = await secondBrowser(hub, first)
    if (!joined.ok) throw new Error(joined.detail)
    return [first, { ...joined.value, key: await signingKey(key) }, await hub.person('so-noi-vu')]
  }
  /** What a hub holds in the end: every day total, whichever browser told it (ids differ from hub to hub), and the sums of the agency. */
  const heldBy = async (hub: TryHub, people: readonly Device[]) => ({
    days: await Promise.all(
      people.map(async one =>
        (await mine(hub, one)).days.map(d => `${d.day} ${d.platform} ${d.seconds}`).sort(),
      ),
    ),
    score: await scoreOf(hub.store, 'so-noi-vu', 'thu'),
  })

  it(
    'may come in any order, more than once, and after losses are sent again: the end is the same',
    async () => {
      const journeys = fc.array(sent, { minLength: 1, maxLength: 12 }).chain(all =>
        fc.record({
          all: fc.constant(all),
          // each arrives once at least; some arrive again, at any place
          order: fc
            .tuple(
              fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
              fc.array(fc.nat(all.length - 1), { maxLength: 12 }),
            )
            .chain(([once, again]) =>
              fc.shuffledSubarray([...once, ...again], { minLength: once.length + again.length }),
            ),
        }),
      )
      await fc.assert(
        fc.asyncProperty(journeys, async ({ all, order }) => {
          await withHub(async straight =>
            withHub(async crooked => {
              const team = (hub: TryHub) => Promise.all([0, 1, 2].map(() => hub.person('so-noi-vu')))
              const [first, second] = [await team(straight), await team(crooked)]
              const deliver = async (hub: TryHub, people: readonly Device[], i: number) => {
                const { who, back, platform, seconds } = all[i]!
                await hub.report(people[who]!, [row(seconds, platform, addDays(day, -back))], i + 1)
              }
              for (const i of all.keys()) await deliver(straight, first, i)
              for (const i of order) await deliver(crooked, second, i)
              expect(await heldBy(crooked, second)).toEqual(await heldBy(straight, first))
            }),
          )
        }),
        { numRuns: 6 },
      )
    },
    PATIENCE_MS,
  )

  it(
    'may be committed together or one after the other, of one person’s browsers too: the end is the same',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(sent, { minLength: 2, maxLength: 30 }), async all => {
          await withHub(async straight =>
            withHub(async together => {
              const [first, second] = [await household(straight), await household(together)]
              const deliver = (hub: TryHub, people: readonly Device[], i: number) => {
                const { who, back, platform, seconds } = all[i]!
                return hub.report(people[who]!, [row(seconds, platform, addDays(day, -back))], i + 1)
              }
              for (const i of all.keys()) await deliver(straight, first, i)
              const told = await Promise.all([...all.keys()].map(i => deliver(together, second, i)))
              expect(told.filter(one => !/^kept [01]$/.test(one))).toEqual([])
              expect(await heldBy(together, second)).toEqual(await heldBy(straight, first))
            }),
          )
        }),
        { numRuns: 8 },
      )
    },
    PATIENCE_MS,
  )

  it(
    'of one person move the shown score of an agency of N by at most 100 / (N + 10) points',
    async () => {
      const days = fc.array(sent, { minLength: 1, maxLength: 10 })
      await fc.assert(
        fc.asyncProperty(days, days, async (others, own) => {
          await withHub(async hub => {
            const [campaign] = hub.campaigns.campaigns
            if (!campaign) throw new Error('no campaign')
            const people = await Promise.all([0, 1, 2, 3].map(() => hub.person('so-noi-vu')))
            const shown = async () => {
              const { credit_sum = 0 } = (await scoreOf(hub.store, 'so-noi-vu', campaign.id)) ?? {}
              return agencyScore(credit_sum, HEADCOUNT, 5000, campaign.score)
            }
            for (const [i, one] of others.entries()) {
              await hub.report(
                people[one.who]!,
                [row(one.seconds, one.platform, addDays(day, -one.back))],
                i + 1,
              )
            }
            const before = await shown()
            for (const [i, one] of own.entries()) {
              await hub.report(people[3]!, [row(one.seconds, one.platform, addDays(day, -one.back))], i + 1)
            }
            // in tenths of a point; each of the two is rounded to one
            expect(Math.abs((await shown()) - before)).toBeLessThanOrEqual(1000 / (HEADCOUNT + 10) + 1)
          })
        }),
        { numRuns: 6 },
      )
    },
    PATIENCE_MS,
  )
})
