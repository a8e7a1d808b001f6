import './fake-browser.ts'

import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AgencyScore } from '../../extension/pages/popup/AgencyScore.tsx'
import { createPopup } from '../../extension/pages/popup/model.ts'
import { readToday } from '../../extension/pages/popup/today.ts'
import { refusalText } from '../../extension/pages/refusal.ts'
import { identity } from '../../extension/store/identity.ts'
import { publicKeyOf } from '../../extension/store/keys.ts'
import { fillOutbox } from '../../extension/store/outbox.ts'
import { trackedPlatforms } from '../../extension/store/platforms.ts'
import { setting } from '../../extension/store/settings.ts'
import { addDays, type DayTotal } from '../../shared/core/day.ts'
import { vi } from '../../shared/text/extension.vi.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { cell, snapshotOf } from '../fixtures/snapshot.ts'
import { at, Desk, HOUR, MINUTE } from './desk.ts'
import { fakeBrowser, toolbar } from './fake-browser.ts'
import { CODE, HUB_URL } from './hub.ts'

const DAY = '2026-11-23'
let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

async function hasWorked(platform = 'vbdh', ms = 5 * MINUTE): Promise<void> {
  await desk.opens(platform)
  await desk.works(ms)
  await desk.opens(null)
}
/** The sentence under the numbers in the popup. */
async function told(): Promise<string | null> {
  const { sync } = await readToday(await desk.store(), desk.clock, true)
  return sync.trouble && vi.popup.trouble[sync.trouble.why]
}
const bodies = () => desk.hub.asked.filter(r => r.method === 'PUT').map(r => r.body)

describe('somebody else answers in the hub’s place', () => {
  it.each(['portal', 'proxy-login'] as const)(
    '%s: the person is told to log in to the network, and nothing is lost',
    async state => {
      await desk.joins()
      await hasWorked()
      desk.hub.state = state
      await desk.says({ do: 'sync' })
      expect(await told()).toMatch(/đăng nhập mạng .*Gửi ngay.*vẫn giữ trên máy này/)
      expect(toolbar.text).toBe('!')
      expect((await identity(await desk.store()))?.hubUrl).toBe(HUB_URL)
      desk.hub.state = 'up'
      await desk.says({ do: 'sync' })
      expect([await told(), desk.hub.seconds(DAY, 'vbdh')]).toEqual([null, 300])
    },
  )

  it('a gateway without its hub is a busy hub', async () => {
    await desk.joins()
    await hasWorked()
    desk.hub.state = 'proxy'
    await desk.says({ do: 'sync' })
    expect(await told()).toBe('Máy chủ đang bận. Số liệu sẽ tự gửi lại.')
  })
})

describe('a hub that has moved', () => {
  it('is followed by its redirect: same device, new address, nothing typed', async () => {
    await desk.joins()
    await hasWorked()
    const before = await identity(await desk.store())
    desk.hub.movedTo = 'https://moi.example.vn'
    expect(await desk.says({ do: 'sync' })).toEqual({ ok: true })
    const after = await identity(await desk.store())
    expect([after?.hubUrl, after?.deviceId]).toEqual(['https://moi.example.vn', before?.deviceId])
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(300)
  })

  it('is joined at its new address with an invitation that names the old one', async () => {
    await desk.consents()
    desk.hub.movedTo = 'https://moi.example.vn'
    expect(await desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })).toEqual({ ok: true })
    expect((await identity(await desk.store()))?.hubUrl).toBe('https://moi.example.vn')
  })

  it('hears of an erasure as well', async () => {
    await desk.joins()
    await hasWorked()
    await desk.says({ do: 'sync' })
    desk.hub.movedTo = 'https://moi.example.vn'
    expect(await desk.says({ do: 'withdraw', erase: true })).toEqual({ ok: true })
    expect([desk.hub.devices.size, await identity(await desk.store())]).toEqual([0, null])
  })

  it('is never followed away from https', async () => {
    await desk.joins()
    await hasWorked()
    desk.hub.movedTo = 'http://moi.example.vn'
    await desk.says({ do: 'sync' })
    expect((await identity(await desk.store()))?.hubUrl).toBe(HUB_URL)
    expect(await told()).toMatch(/^Chưa kết nối được máy chủ .*Số liệu vẫn giữ trên máy này/)
  })
})

describe('a hub that has lost its database', () => {
  it('gets all days again from a device that joins with the key it already has', async () => {
    await desk.joins()
    await hasWorked()
    await desk.says({ do: 'sync' })
    const key = await ownKey()
    desk.hub.devices.clear()
    await hasWorked()
    await desk.says({ do: 'sync' })
    expect(await told()).toBe('Máy chủ không còn biết thiết bị này. Xin tham gia lại.')
    expect(await desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })).toEqual({ ok: true })
    expect(await ownKey()).toEqual(key)
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(600)
  })

  it('is joined again without anybody typing where the policy brings a code', async () => {
    await fakeBrowser.storage.managed.set({ enrolmentCode: CODE, hubUrl: HUB_URL })
    await desk.joins()
    await hasWorked()
    desk.hub.devices.clear()
    await desk.worker.onAlarm('send')
    expect([await told(), desk.hub.seconds(DAY, 'vbdh')]).toEqual([null, 300])
  })

  const ownKey = async () => {
    const keys = (await identity(await desk.store()))?.keys
    return keys && publicKeyOf(keys)
  }
})

describe('thirty days without a network', () => {
  const keep = async (rows: readonly DayTotal[]) => {
    const tx = (await desk.store()).transaction('days', 'readwrite')
    for (const row of rows) await tx.store.put(row)
    await tx.done
  }

  it('arrive whole when it is back, in requests of at most 60 kB', async () => {
    await desk.joins()
    const platforms = [...trackedPlatforms(desk.hub.bundle)]
    const days = Array.from({ length: 30 }, (_, ago) => addDays(DAY, -ago))
    await keep(days.flatMap(day => platforms.map(platform => ({ day, platform, ms: MINUTE }))))
    desk.hub.state = 'down'
    await desk.worker.onAlarm('send')
    desk.hub.state = 'up'
    for (let wakes = 0; (await setting(await desk.store(), 'sync'))?.trouble || wakes < 5; wakes += 1)
      await desk.worker.onAlarm('send')
    expect(bodies().length).toBeGreaterThan(1)
    expect(Math.max(...bodies().map(body => body.length))).toBeLessThanOrEqual(60_000)
    for (const day of days)
      for (const id of platforms) expect(desk.hub.seconds(day, id), `${day} ${id}`).toBe(60)
  })

  it('stay under 60 kB with the longest names that a catalogue may have', async () => {
    const platforms = Array.from({ length: 40 }, (_, i) => `${'nen-tang-'.repeat(6)}${100 + i}`)
    const days = Array.from({ length: 30 }, (_, ago) => addDays(DAY, -ago))
    await keep(days.flatMap(day => platforms.map(platform => ({ day, platform, ms: MINUTE }))))
    const report = await fillOutbox(await desk.store(), DAY, new Set(platforms))
    expect(JSON.stringify(report).length).toBeLessThanOrEqual(60_000)
    expect(report?.days.length).toBeGreaterThan(500)
  })
})

describe('a profile that was copied to another machine', () => {
  it('is noticed where the other one has reported more, and the person learns what to do', async () => {
    await desk.joins()
    await hasWorked()
    await desk.says({ do: 'sync' })
    const [device] = desk.hub.devices.values()
    device?.rows.set(`${DAY} vbdh`, { seq: 40, seconds: 2000 }) // the copy has worked longer
    await hasWorked()
    await desk.says({ do: 'sync' })
    expect(await told()).toMatch(
      /hồ sơ trình duyệt đã được sao chép.*gỡ tiện ích, cài lại.*Trình duyệt thứ hai/,
    )
    expect(desk.hub.seconds(DAY, 'vbdh')).toBe(2000)
  })

  it('is not suspected when a report goes twice because its answer was lost', async () => {
    await desk.joins()
    await hasWorked()
    desk.hub.state = 'lost'
    await desk.says({ do: 'sync' })
    desk.hub.state = 'up'
    await desk.says({ do: 'sync' })
    expect(await told()).toBeNull()
  })
})

describe('a full disk', () => {
  const { put } = IDBObjectStore.prototype
  afterEach(() => {
    IDBObjectStore.prototype.put = put
  })

  it('is told in the popup and by the icon, and what was saved stays', async () => {
    await desk.joins()
    await hasWorked()
    const page = await createPopup({
      db: await desk.store(),
      send: desk.says,
      now: () => desk.clock,
      hasHosts: async () => true,
      askForHosts: async () => true,
    })
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no space', 'QuotaExceededError')
    }
    await desk.opens('hkg').catch(() => {})
    desk.worker.wake('event')
    await page.refresh()
    expect(page.refused.value && refusalText(page.refused.value, 'vi')).toMatch(
      /^Ổ đĩa đã đầy.*vẫn còn nguyên/,
    )
    expect(toolbar.text).toBe('!')
    IDBObjectStore.prototype.put = put
    await page.refresh()
    expect([page.refused.value, await desk.ms('vbdh')]).toEqual([null, 5 * MINUTE])
  })
})

describe('an end', () => {
  it('of the campaign stops recording and says so', async () => {
    await desk.joins()
    desk.clock = at('2031-01-02T09:00:00')
    await hasWorked()
    const { doing } = await readToday(await desk.store(), desk.clock, true)
    expect(!doing.on && vi.popup.state[doing.why as 'campaign-over']).toBe(
      'Phong trào thi đua đã kết thúc. Không còn ghi nhận.',
    )
    expect(await desk.ms('vbdh', '2031-01-02')).toBeUndefined()
  })

  it('of the agency names those that carry on, and a new code is taken', async () => {
    await desk.joins()
    desk.hub.snapshot = endedSnapshot()
    await desk.says({ do: 'standing' })
    const today = await readToday(await desk.store(), desk.clock, true)
    expect(today.joinAgain).toBe(true)
    const shown = renderToString(
      h(AgencyScore, { published: today.published, silent: false, now: desk.clock }),
    )
    expect(shown).toContain('kết thúc hoạt động ngày 20/11/2026')
    expect(shown).toContain('Nay là: Sở Nội vụ mới. Xin nhập mã tham gia của cơ quan mới.')
    expect(await desk.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })).toEqual({ ok: true })
  })

  it('that has not come yet changes nothing', async () => {
    await desk.joins()
    desk.hub.snapshot = endedSnapshot()
    await desk.says({ do: 'standing' })
    desk.clock = at('2026-11-20T09:00:00')
    expect((await readToday(await desk.store(), desk.clock, true)).joinAgain).toBe(false)
    desk.clock += 24 * HOUR
    expect((await readToday(await desk.store(), desk.clock, true)).joinAgain).toBe(true)
  })
})

const endedSnapshot = (): Snapshot =>
  snapshotOf([
    cell({
      ended: '2026-11-20',
      successors: [
        { id: 'so-noi-vu-moi', name: { vi: 'Sở Nội vụ mới', en: 'New Department' }, day: '2026-11-21' },
      ],
    }),
  ])
