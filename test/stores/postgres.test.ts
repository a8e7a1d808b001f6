// What only PostgreSQL may do to the hub: other processes at the same moment, restarts, wrong addresses.
import { sql } from 'kysely'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { enrol, newDeviceKey } from '../../hub/sample/simulated-device.ts'
import { scoreOf } from '../../hub/store/credits.ts'
import { openStore } from '../../hub/store/db.ts'
import type { Store } from '../../hub/store/schema.ts'
import { inTransaction } from '../../hub/store/transaction.ts'
import { restarts } from '../bench/fault-injection.ts'
import { MONDAY, reason, type TryHub, tryHub } from '../fixtures/hub.ts'
import { newPlace, startCluster } from '../postgres.ts'

const open: TryHub[] = []
afterEach(async () => {
  for (const hub of open.splice(0)) await hub.close()
})
const newHub = async (): Promise<TryHub> => {
  const hub = await tryHub()
  open.push(hub)
  return hub
}
const row = { day: '2026-11-02', platform: 'vbdh', seconds: 600 }

describe('PostgreSQL', () => {
  it('lets thirty people who report at the same moment change the sums as one after the other', async () => {
    const hub = await newHub()
    const people = await Promise.all(Array.from({ length: 30 }, () => hub.person('so-noi-vu')))
    const told = await Promise.all(people.map(person => hub.report(person, [row])))
    expect(new Set(told)).toEqual(new Set(['kept 1']))
    expect(await scoreOf(hub.store, 'so-noi-vu', 'thu')).toMatchObject({
      contributors: 30,
      changed_members: 30,
    })
  })

  it('gives the last use of a code to one of ten who ask at the same moment', async () => {
    const hub = await newHub()
    const code = await hub.invitation('so-noi-vu', { uses: 1 })
    const keys = await Promise.all(Array.from({ length: 10 }, newDeviceKey))
    const joined = await Promise.all(keys.map(key => enrol(hub.line, code, key)))
    expect(joined.filter(one => one.ok)).toHaveLength(1)
    expect(joined.filter(one => !one.ok).map(one => !one.ok && one.why)).toEqual(
      Array.from({ length: 9 }, () => 'code-used-up'),
    )
  })

  it('runs a step again that lost against another, and never half of it', async () => {
    const hub = await newHub()
    await sql`insert into marks (name, value) values ('tried', 0)`.execute(hub.store)
    const others = await Promise.all([1, 2, 3].map(() => openStore(hub.databaseUrl)))
    const stores = others.flatMap(other => (other.ok ? [other.value] : []))
    const add = (store: Store) =>
      inTransaction(store, async step => {
        const tried = step.selectFrom('marks').select('value').where('name', '=', 'tried')
        const { value } = await tried.executeTakeFirstOrThrow()
        await step
          .updateTable('marks')
          .set({ value: value + 1 })
          .where('name', '=', 'tried')
          .execute()
      })
    await Promise.all([hub.store, ...stores, ...stores].map(add))
    await Promise.all(stores.map(store => store.destroy()))
    const { value } = await hub.store
      .selectFrom('marks')
      .select('value')
      .where('name', '=', 'tried')
      .executeTakeFirstOrThrow()
    expect(value).toBe(7)
  })

  it('is migrated once by four hubs that start together', async () => {
    const place = await newPlace(inject('postgres'))
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(place.url)))
    expect(stores.map(store => store.ok || store.detail)).toEqual([true, true, true, true])
    for (const store of stores) if (store.ok) await store.value.destroy()
    await place.drop()
  })

  it('that ends and starts again costs the hub a refusal at most, and nothing acknowledged', async () => {
    const cluster = await startCluster()
    const hub = await tryHub({ databaseUrl: cluster.url })
    const device = await hub.person('so-noi-vu')
    expect(await hub.report(device, [row], 1)).toBe('kept 1')
    await cluster.restart()
    const quieted = vi.spyOn(console, 'error').mockReturnValue()
    await vi.waitFor(async () => expect(await hub.report(device, [row], 1)).toBe('kept 0'))
    quieted.mockRestore()
    expect(await hub.report(device, [{ ...row, seconds: 900 }], 2)).toBe('kept 1')
    await hub.close()
    await cluster.stop()
  })

  it('that is away makes a hub live and not ready, until it is back', async () => {
    const cluster = await startCluster()
    const hub = await tryHub({ databaseUrl: cluster.url })
    expect((await hub.fetch('/readyz')).status).toBe(200)
    await cluster.end()
    const quieted = vi.spyOn(console, 'error').mockReturnValue()
    const refused = await hub.fetch('/readyz')
    expect([refused.headers.get('retry-after'), await reason(refused)]).toEqual([
      '30',
      expect.objectContaining({ why: 'store-unavailable', status: 503 }),
    ])
    expect((await hub.fetch('/livez')).status).toBe(200)
    await cluster.start()
    await vi.waitFor(async () => expect((await hub.fetch('/readyz')).status).toBe(200), 30_000)
    quieted.mockRestore()
    await hub.close()
    await cluster.stop()
  })

  it('that is restarted under load ends no hub, and loses nothing that was acknowledged', async () => {
    const tally = await restarts(1, 12)
    expect(tally.acknowledged).toBeGreaterThan(5) // how many there are in this time is the machine’s affair
    expect(tally).toMatchObject({ rowsLost: 0, doubles: 0 })
  }, 180_000)

  it('is served and examined by the operator’s commands', async () => {
    const place = await newPlace(inject('postgres'))
    const env = { DATABASE_URL: place.url, LOG_LEVEL: 'silent' }
    expect((await runCli(['codes', 'new', '--agency', 'so-noi-vu'], env, MONDAY)).code).toBe(0)
    const { code, out } = await runCli(['doctor'], env, MONDAY)
    expect([code, out]).toEqual([0, expect.stringMatching(/ok {4}database: PostgreSQL 127.*answers, schema/)])
    await place.drop()
  })

  it.each([
    ['is not there', 'postgres://x:hush@127.0.0.1:1/nhipso', 'does not answer (ECONNREFUSED)'],
    ['has no such database', null, 'there is no such database'],
  ])('that %s is one line without the password', async (_, url, says) => {
    const DATABASE_URL = url ?? inject('postgres').replace(/\/postgres$/, '/nowhere')
    const { code, err } = await runCli(['serve'], { DATABASE_URL }, MONDAY)
    expect([code, err]).toEqual([1, expect.stringContaining(says)])
    expect(err).toMatch(/^DATABASE_URL: [^\n]*$/)
    expect(err).not.toContain(new URL(DATABASE_URL).password)
  })
})
