// A device changes its key, over the hub's own function: whatever is lost on the way, one of its keys signs.
import './fake-browser.ts'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Db, openStore } from '../../extension/store/db.ts'
import { eraseDays } from '../../extension/store/erase.ts'
import { identity } from '../../extension/store/identity.ts'
import { publicKeyOf } from '../../extension/store/keys.ts'
import { setSetting } from '../../extension/store/settings.ts'
import { enrol } from '../../extension/sync/enrol.ts'
import { eraseHereAndAtHub } from '../../extension/sync/erase-at-hub.ts'
import { send } from '../../extension/sync/send.ts'
import { newDeviceKey } from '../../hub/sample/simulated-device.ts'
import { DAY_MS, dayOf } from '../../shared/core/day.ts'
import { KEY_ALGORITHM } from '../../shared/wire/signature.ts'
import { MONDAY, quiet, type TryHub, tryHub } from '../fixtures/hub.ts'
import { freshMachine } from './fake-browser.ts'

const PUBLIC = 'https://hub.test'
const config = { publicUrl: PUBLIC, sample: false, minGroup: 10, releaseMinIntervalMs: 900_000 }

let hub: TryHub
let db: Db
/** What is done to a request on its way; the hub's own answer where nothing is. */
let onTheWay: (request: Request) => Promise<Response>
let asked: string[]

const tools = () => ({ db, now: () => hub.clock.now, fetch })
const fetch = (request: Request): Promise<Response> => {
  asked.push(`${request.method} ${new URL(request.url).pathname}`)
  return onTheWay(request)
}
const isChange = (request: Request): boolean => request.url.endsWith('/me/key')

beforeEach(async () => {
  freshMachine()
  hub = await tryHub({ config, log: quiet })
  db = await openStore()
  asked = []
  onTheWay = hub.pass
  await setSetting(db, 'consent', { version: '2026-11', at: MONDAY })
  const joined = await enrol(tools(), { code: await hub.invitation('so-noi-vu'), hubUrl: PUBLIC })
  if (!joined.ok) throw new Error(joined.detail)
})
afterEach(async () => {
  db.close()
  await hub.close()
})

/** Another minute of today, sent. */
async function reports(): Promise<unknown> {
  const day = dayOf(hub.clock.now)
  const before = (await db.get('days', [day, 'vbdh']))?.ms ?? 0
  await db.put('days', { day, platform: 'vbdh', ms: before + 60_000 })
  return send(tools())
}
const publicKey = async (): Promise<string> => {
  const self = await identity(db)
  return self ? (await publicKeyOf(self.keys)).x : 'none'
}
const keysKept = async (): Promise<number> => (await db.getAllKeys('identity')).length
const changes = (): number => asked.filter(one => one === 'PUT /api/v1/me/key').length

describe('the key of a device', () => {
  it('stays for 89 days', async () => {
    const first = await publicKey()
    hub.clock.now += 89 * DAY_MS
    expect(await reports()).toBe('acknowledged')
    expect([await publicKey(), changes()]).toEqual([first, 0])
  })

  it('is another one after 90 days, again not to be read out, and the old one proves nothing any more', async () => {
    const old = await identity(db)
    hub.clock.now += 90 * DAY_MS
    expect(await reports()).toBe('acknowledged')
    const now = await identity(db)
    expect(now?.deviceId).toBe(old?.deviceId)
    expect(now?.keys.privateKey.extractable).toBe(false)
    expect([changes(), await keysKept()]).toEqual([1, 1])
    if (old) await db.put('identity', old, 'self')
    expect(await reports()).toBe('refused')
  })

  it('changes once in 90 days, and rides along with a report: without one nobody is asked', async () => {
    hub.clock.now += 90 * DAY_MS
    expect(await send(tools())).toBe('nothing-due')
    expect(changes()).toBe(0)
    await reports()
    await reports()
    expect(changes()).toBe(1)
    hub.clock.now += 90 * DAY_MS
    await reports()
    expect(changes()).toBe(2)
  })
})

describe('a change of key that is cut off', () => {
  const first = { key: '' }
  beforeEach(async () => {
    hub.clock.now += 90 * DAY_MS
    first.key = await publicKey()
  })

  /** The browser is killed: what it waited for never comes, and another start finds only the store. */
  async function killedDuring(work: () => Promise<unknown>): Promise<void> {
    let reached = (): void => undefined
    const there = new Promise<void>(done => {
      reached = done
    })
    const [way, never] = [onTheWay, new Promise<Response>(() => {})]
    onTheWay = async request => {
      if (!isChange(request)) return way(request)
      await way(request).catch(() => undefined)
      reached()
      return never
    }
    void work()
    await there
    db.close()
    db = await openStore()
    onTheWay = hub.pass
  }

  it('before the hub heard of it: the old key signs, and the same new key is sent again', async () => {
    onTheWay = async request =>
      isChange(request) ? Promise.reject(new TypeError('Failed to fetch')) : hub.pass(request)
    expect(await reports()).toBe('acknowledged') // signed with the old key
    const waiting = await db.get('identity', 'next')
    expect([await publicKey(), await keysKept()]).toEqual([first.key, 2])
    onTheWay = hub.pass
    expect(await reports()).toBe('acknowledged')
    expect(await publicKey()).toBe(waiting && (await publicKeyOf(waiting.keys)).x)
    expect(await keysKept()).toBe(1)
  })

  it('by a kill before the hub heard of it', async () => {
    onTheWay = request => (isChange(request) ? Promise.reject(new Error('killed')) : hub.pass(request))
    await killedDuring(reports)
    expect(await keysKept()).toBe(2)
    expect(await reports()).toBe('acknowledged')
    expect([await keysKept(), (await publicKey()) === first.key]).toEqual([1, false])
  })

  it('by a kill after the hub has committed it, before the answer: the new key signs from then on', async () => {
    await killedDuring(reports)
    expect([await publicKey(), await keysKept()]).toEqual([first.key, 2])
    expect(await reports()).toBe('acknowledged')
    expect([await keysKept(), (await publicKey()) === first.key]).toEqual([1, false])
  })

  it('by a disk that is full when the answer is kept: nothing is half kept, and it goes on later', async () => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (key === 'self') throw new DOMException('no space', 'QuotaExceededError')
      return put.call(this, value, key)
    }
    await expect(reports()).rejects.toThrow('no space')
    IDBObjectStore.prototype.put = put
    expect([await publicKey(), await keysKept()]).toEqual([first.key, 2])
    expect(await reports()).toBe('acknowledged')
    expect(await keysKept()).toBe(1)
  })

  it('by an answer that is lost three times in a row', async () => {
    onTheWay = async request => {
      const answer = await hub.pass(request)
      if (isChange(request)) throw new TypeError('Failed to fetch')
      return answer
    }
    for (let times = 0; times < 3; times += 1) await reports()
    onTheWay = hub.pass
    expect(await reports()).toBe('acknowledged')
    expect(await keysKept()).toBe(1)
  })

  it('is ended before an erasure, so that the hub believes who asks', async () => {
    await killedDuring(reports)
    expect(await eraseHereAndAtHub(tools())).toBe('erased')
    expect(await keysKept()).toBe(0)
    const left = await hub.store.selectFrom('devices').selectAll().execute()
    expect(left).toEqual([])
  })

  it('by another answer in the hub’s place: an empty page is not the hub’s yes', async () => {
    onTheWay = async request => (isChange(request) ? new Response('', { status: 200 }) : hub.pass(request))
    expect(await reports()).toBe('acknowledged')
    expect([await publicKey(), await keysKept()]).toEqual([first.key, 2])
  })

  it('by the key of another browser: a new one is made', async () => {
    const theirs = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify'])
    const { x, y } = await publicKeyOf(theirs)
    const other = await hub.person('so-noi-vu')
    await hub.store
      .updateTable('devices')
      .set({ public_key: `${x}.${y}` })
      .where('device_id', '=', other.deviceId)
      .execute()
    await db.put('identity', { keys: theirs }, 'next')
    await reports()
    expect([await publicKey(), await keysKept()]).toEqual([first.key, 1])
    await reports()
    expect([first.key, x]).not.toContain(await publicKey())
  })
})

describe('a hub that was restored from a backup', () => {
  const deviceOf = async () => {
    const self = await identity(db)
    if (!self) throw new Error('not enrolled')
    return self.deviceId
  }
  const keyAtHub = async (): Promise<string> => {
    const { public_key } = await hub.store
      .selectFrom('devices')
      .select('public_key')
      .where('device_id', '=', await deviceOf())
      .executeTakeFirstOrThrow()
    return public_key
  }
  const setKeyAtHub = async (key: string) =>
    hub.store
      .updateTable('devices')
      .set({ public_key: key })
      .where('device_id', '=', await deviceOf())
      .execute()
  const held = async () =>
    hub.store.selectFrom('device_days').select(['day', 'seconds']).orderBy('day').execute()

  it('of before the change is told the key in use by the one before, and what it lost comes again', async () => {
    const before = await keyAtHub()
    const first = dayOf(hub.clock.now)
    expect(await reports()).toBe('acknowledged')
    hub.clock.now += 90 * DAY_MS
    const second = dayOf(hub.clock.now)
    expect(await reports()).toBe('acknowledged')
    await eraseDays(db, first, true)
    expect(await send(tools())).toBe('acknowledged')
    const now = await keyAtHub()
    expect(now).not.toBe(before)

    await setKeyAtHub(before)
    await hub.store.deleteFrom('device_days').where('day', '=', second).execute()
    await hub.store.updateTable('device_days').set({ seconds: 60, seq: 1 }).execute()
    hub.clock.now += DAY_MS
    expect(await reports()).toBe('acknowledged')
    expect(await keyAtHub()).toBe(now)
    expect(await send(tools())).toBe('acknowledged')
    expect(await held()).toEqual([
      { day: first, seconds: 0 },
      { day: second, seconds: 60 },
      { day: dayOf(hub.clock.now), seconds: 60 },
    ])
    expect([changes(), await keysKept(), await send(tools())]).toEqual([2, 1, 'nothing-due'])
  })

  it('of before the change also believes an erasure', async () => {
    const before = await keyAtHub()
    hub.clock.now += 90 * DAY_MS
    expect(await reports()).toBe('acknowledged')
    await setKeyAtHub(before)
    expect(await eraseHereAndAtHub(tools())).toBe('erased')
    expect(await held()).toEqual([])
  })

  it('that knows neither key is asked once, and the report waits', async () => {
    hub.clock.now += 90 * DAY_MS
    expect(await reports()).toBe('acknowledged')
    const { x, y } = await newDeviceKey()
    await setKeyAtHub(`${x}.${y}`)
    expect(await reports()).toBe('refused')
    expect(changes()).toBe(2)
    expect(await db.count('outbox')).toBe(1)
  })
})
