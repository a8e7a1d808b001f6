// What goes wrong between a person and the hub, in a real Chromium, each with the sentence that the person reads.
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type DayTotal, dayOf } from '../../shared/core/day.ts'
import { violations } from './access.ts'
import { dump, extensionOrigin, extensionPage, openChromium } from './chromium.ts'
import { operate } from './hub-process.ts'
import { RecordingProxy } from './recording-proxy.ts'
import { keepDays } from './store.ts'
import { agree, join as enrol, joined } from './welcome.ts'
import { World } from './world.ts'

const TODAY = dayOf(Date.now())
const MONTH = Array.from({ length: 30 }, (_, ago) => addDays(TODAY, -ago))
const PLATFORMS = ['vbdh', 'hkg', 'dichvucong-quoc-gia', 'dichvucong-tayninh']

describe('a bad week', () => {
  let house: World
  let person: BrowserContext
  let origin: string
  const later = new RecordingProxy()

  beforeAll(async () => {
    house = await World.build()
    person = await openChromium({ profile: join(house.folder, 'person'), webPort: house.webPort })
    origin = await extensionOrigin(person)
  })
  afterAll(async () => {
    await person?.close()
    await later.close()
    await house?.close()
  })

  const open = async (path: string): Promise<Page> => {
    const page = await person.newPage()
    await page.goto(`${origin}/${path}`)
    await page.locator('h1').waitFor()
    return page
  }
  /** Presses “send now”, and gives what the popup then says; null where there is no trouble. */
  const sendNow = async (): Promise<string | null> => {
    const popup = await open('popup.html')
    const before = (await syncState(popup)).attempts
    await popup.getByRole('button', { name: /gửi ngay/i }).click()
    await expect.poll(async () => (await syncState(popup)).attempts, { timeout: 60_000 }).not.toBe(before)
    const { why } = await syncState(popup)
    const trouble = popup.locator('.delivery .trouble')
    if (why) await trouble.waitFor()
    const said = why ? await trouble.textContent() : null
    await popup.close()
    return said
  }
  const identity = async (): Promise<{ deviceId: string; hubUrl: string }> => {
    const popup = await open('popup.html')
    const [self] = (await dump(popup)).identity as { deviceId: string; hubUrl: string }[]
    await popup.close()
    return self ?? { deviceId: '', hubUrl: '' }
  }
  /** How many day totals the hub's own file holds of this device. */
  const atHub = async (): Promise<number> => Object.keys(house.daysAtHub((await identity()).deviceId)).length

  it.each([
    ['dark', 'none', 1000],
    ['light', 'active', 320], // 1280 pixels at 400 %
  ] as const)(
    'every screen of joining and the popup break no rule and fit: %s, forced colours %s, %i pixels',
    async (colorScheme, forcedColors, width) => {
      const page = await open('welcome.html')
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 600 })
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([await violations(page), await fits()], 'counted').toEqual([[], 0])
      await page.locator('[name=next]').click()
      expect([await violations(page), await fits()], 'consent').toEqual([[], 0])
      await page.goto(`${origin}/popup.html`)
      await page.locator('h1').waitFor()
      expect([await violations(page), await fits()], 'popup').toEqual([[], 0])
      await page.close()
    },
  )

  it('the three screens are walked by keyboard alone', async () => {
    const welcome = await extensionPage(person, '/welcome.html')
    await welcome.bringToFront()
    await welcome.locator('[name=next]').focus()
    await welcome.keyboard.press('Enter')
    await welcome.locator('[name=consent]').waitFor()
    await expect.poll(() => welcome.evaluate(() => document.activeElement?.className)).toBe('screen')
    await welcome.keyboard.press('Tab')
    await welcome.keyboard.press('Space')
    expect(await welcome.locator('[name=consent]').isChecked()).toBe(true)
    await welcome.keyboard.press('Tab')
    await welcome.keyboard.press('Enter')
    await welcome.locator('[name=code]').waitFor()
    await welcome.locator('[name=step-consent]').click()
    await welcome.locator('[name=withdraw]').click()
    await welcome.locator('[name=consent]').waitFor()
    await welcome.locator('[name=back]').click()
  })

  it('a month without a network arrives whole when it is back', async () => {
    const welcome = await extensionPage(person, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, house.hubUrl, await house.code('--uses', '1'))
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    await house.stopHub()
    await welcome.evaluate(
      keepDays,
      MONTH.flatMap(day => PLATFORMS.map(platform => ({ day, platform, ms: 600_000 }))),
    )
    expect(await sendNow()).toBe(
      'Chưa kết nối được máy chủ (mất mạng, hoặc mạng đang chờ đăng nhập). Số liệu vẫn giữ trên máy này và sẽ tự gửi lại.',
    )
    await house.startHub()
    expect(await sendNow()).toBeNull()
    expect(await atHub()).toBe(MONTH.length * PLATFORMS.length)
    const sizes = house.tap.requests.filter(r => r.method === 'PUT').map(r => r.body.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60_000)
  })

  it('the popup with five platforms and a trouble fits Chrome’s 600 pixels', async () => {
    const popup = await open('popup.html')
    await popup.setViewportSize({ width: 640, height: 600 })
    for (const language of ['English', 'Tiếng Việt']) {
      await popup.getByRole('button', { name: language }).click()
      await popup.locator('.standing strong.number').waitFor()
      const height = await popup.evaluate(
        () => document.querySelector('main')?.getBoundingClientRect().height,
      )
      expect(height, language).toBeLessThanOrEqual(600)
    }
    await popup.close()
  })

  it('a pause stops at once, says until when, and the icon shows it by a sign', async () => {
    const popup = await open('popup.html')
    await popup.getByRole('button', { name: '15 phút' }).click()
    await popup.getByText(/^Tạm dừng ghi nhận đến \d\d:\d\d$/).waitFor()
    expect(await badge(popup)).toBe('II')
    await popup.getByRole('button', { name: 'Tiếp tục ghi nhận' }).click()
    await popup.getByText(/^Sẵn sàng/).waitFor()
    expect(await badge(popup)).toBe('')
    await popup.close()
  })

  it.each([
    ['a proxy that lets questions through', true, /^Một trang khác trả lời thay máy chủ .* đăng nhập mạng/],
    ['a login page, of which a browser tells nothing', false, /^Chưa kết nối .*đang chờ đăng nhập/],
  ] as const)('%s in the hub’s place is told, and nothing is lost', async (_, open, sentence) => {
    await addTime()
    const cors = ['origin', 'methods', 'headers'].map(what => [`access-control-allow-${what}`, '*'] as const)
    const headers = { 'content-type': 'text/html', ...(open ? Object.fromEntries(cors) : {}) }
    house.tap.inPlace = (_path, response) => response.writeHead(200, headers).end('<h1>Wi-Fi</h1>')
    expect(await sendNow()).toMatch(sentence)
    house.tap.inPlace = null
    expect(await sendNow()).toBeNull()
  })

  it('a proxy that asks for a password (407) is told as a network that is not there, and nothing is lost', async () => {
    await addTime()
    house.tap.inPlace = (_path, response) =>
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' }).end('<h1>Proxy</h1>')
    expect(await sendNow()).toMatch(/^Chưa kết nối .*đang chờ đăng nhập.*vẫn giữ trên máy này/)
    house.tap.inPlace = null
    expect(await sendNow()).toBeNull()
  })

  it.each([
    [
      'ahead',
      -61,
      /^Đồng hồ máy này nhanh 1\sgiờ 01\sphút so với máy chủ\. Xin chỉnh lại giờ/,
      /1\sh 01\smin ahead of the server\. Please set it/,
    ],
    [
      'behind',
      62,
      /^Đồng hồ máy này chậm 1\sgiờ 0[12]\sphút so với máy chủ\. Xin chỉnh lại giờ/,
      /1\sh 0[12]\smin behind the server\. Please set it/,
    ],
  ] as const)(
    'a clock that is %s is told with the difference, in both languages',
    async (_, minutes, vi, en) => {
      await addTime()
      await house.setHubClock(minutes * 60_000)
      expect(await sendNow()).toMatch(vi)
      const popup = await open('popup.html')
      await popup.getByRole('button', { name: 'English' }).click()
      expect(await popup.locator('.delivery .trouble').textContent()).toMatch(en)
      expect(await badge(popup)).toBe('!')
      await popup.getByRole('button', { name: 'Tiếng Việt' }).click()
      await popup.locator('.pause').getByText('15 phút').waitFor()
      await popup.close()
      await house.setHubClock(0)
      expect(await sendNow()).toBeNull()
    },
  )

  it('a hub that moves is followed without a word, with the same device id', async () => {
    const before = await identity()
    const newUrl = `http://127.0.0.1:${await later.listen()}`
    later.hubPort = house.tap.hubPort
    await house.stopHub()
    house.env = { ...house.env, PUBLIC_URL: newUrl }
    await house.startHub()
    house.tap.inPlace = (path, response) =>
      response.writeHead(308, { location: `${newUrl}${path}`, 'access-control-allow-origin': '*' }).end()
    await addTime()
    expect(await sendNow()).toBeNull()
    expect(await identity()).toMatchObject({ deviceId: before.deviceId, hubUrl: newUrl })
  })

  it('a hub that has lost its database asks for a new code, and gets the month again', async () => {
    await house.stopHub()
    house.loseDatabase()
    await house.startHub()
    await addTime()
    expect(await sendNow()).toBe('Máy chủ không còn biết thiết bị này. Xin tham gia lại.')
    const welcome = await open('welcome.html#join')
    await enrol(welcome, `${house.env.PUBLIC_URL}`, await house.code('--uses', '1'))
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    await expect.poll(atHub, { timeout: 90_000 }).toBe(MONTH.length * PLATFORMS.length)
    await welcome.close()
  })

  it('a browser that the operator has shut out may join again with a new code, and signs with a new key', async () => {
    const { deviceId } = await identity()
    await operate(house.env, 'devices', 'revoke', '--device', deviceId)
    await addTime()
    expect(await sendNow()).toBe('Máy chủ không còn biết thiết bị này. Xin tham gia lại.')
    const welcome = await open('welcome.html#join')
    await enrol(welcome, `${house.env.PUBLIC_URL}`, await house.code('--uses', '1'))
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    expect((await identity()).deviceId).not.toBe(deviceId)
    await expect.poll(atHub, { timeout: 90_000 }).toBe(MONTH.length * PLATFORMS.length)
    await welcome.close()
  })

  /** Another minute on a platform, so that a report is due. */
  async function addTime(): Promise<void> {
    const page = await open('options.html')
    const days = (await dump(page)).days as DayTotal[]
    const row = days.find(({ day, platform }) => day === TODAY && platform === 'vbdh')
    await page.evaluate(keepDays, [{ day: TODAY, platform: 'vbdh', ms: (row?.ms ?? 0) + 60_000 }])
    await page.close()
  }
})

const badge = (page: Page): Promise<string> => page.evaluate(() => chrome.action.getBadgeText({}))

/** Which attempt was the last one, and how it ended. */
async function syncState(page: Page): Promise<{ attempts: string; why: string | null }> {
  const sync = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>(done => {
      const opening = indexedDB.open('nhipso')
      opening.onsuccess = () => done(opening.result)
    })
    const asked = db.transaction('settings').objectStore('settings').get('sync')
    await new Promise(done => {
      asked.onsuccess = done
    })
    db.close()
    return asked.result as {
      lastSentAt: number
      failures: number
      trouble: { why: string; at: number } | null
    }
  })
  const { lastSentAt, failures, trouble } = sync ?? { lastSentAt: 0, failures: 0, trouble: null }
  return { attempts: `${lastSentAt} ${failures} ${trouble?.at ?? 0}`, why: trouble?.why ?? null }
}
