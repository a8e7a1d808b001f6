// The same troubles in a real Firefox: what a browser tells of a hub that is silent, replaced or moved differs.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type DayTotal, dayOf } from '../../shared/core/day.ts'
import { dumpDatabase } from './chromium.ts'
import { click, enrolInFirefox, openExtensionPage, openFirefox, type } from './firefox.ts'
import { operate } from './hub-process.ts'
import { RecordingProxy } from './recording-proxy.ts'
import { keepDays } from './store.ts'
import { World } from './world.ts'

const TODAY = dayOf(Date.now())
const MONTH = Array.from({ length: 30 }, (_, ago) => addDays(TODAY, -ago))
const PLATFORMS = ['vbdh', 'hkg']
const ALL = MONTH.length * PLATFORMS.length
const SOON = { timeout: 60_000 }

describe('a bad week in Firefox', () => {
  let house: World
  let browser: Browser
  let popup: Page
  const later = new RecordingProxy()

  beforeAll(async () => {
    house = await World.build()
    browser = await openFirefox({ webPort: house.webPort, extensionId: 'nhipso@tayninh.gov.vn' })
    await enrolInFirefox(browser, house.hubUrl, await house.code('--uses', '1'))
    popup = await openExtensionPage(browser, 'popup.html')
  })
  afterAll(async () => {
    await browser?.close()
    await later.close()
    await house?.close()
  })

  const text = (): Promise<string> => popup.evaluate(() => document.querySelector('main')?.textContent ?? '')
  const trouble = (): Promise<string> =>
    popup.evaluate(() => document.querySelector('.delivery .trouble')?.textContent ?? '')
  const stores = (): Promise<Record<string, unknown[]>> => popup.evaluate(dumpDatabase)
  const identity = async (): Promise<{ deviceId: string; hubUrl: string } | undefined> =>
    ((await stores()).identity as { deviceId: string; hubUrl: string }[])[0]
  const atHub = async (): Promise<number> =>
    Object.keys(house.daysAtHub((await identity())?.deviceId ?? '')).length
  const sendNow = (): Promise<void> => click(popup, '.delivery button')
  const arrives = async (): Promise<void> => {
    await sendNow()
    await expect.poll(trouble, SOON).toBe('')
    await expect.poll(secondsOfToday, SOON).toBe(((await today())?.ms ?? 0) / 1000)
  }
  const today = async (): Promise<DayTotal | undefined> =>
    ((await stores()).days as DayTotal[]).find(row => row.day === TODAY && row.platform === 'vbdh')
  const secondsOfToday = async (): Promise<number | undefined> =>
    house.daysAtHub((await identity())?.deviceId ?? '')[`${TODAY} vbdh`]
  /** Another minute on a platform, so that a report is due. */
  const addTime = async (): Promise<void> => {
    const ms = ((await today())?.ms ?? 0) + 60_000
    await popup.evaluate(keepDays, [{ day: TODAY, platform: 'vbdh', ms }])
  }
  const language = (name: string): Promise<void> => click(popup, `.languages [lang=${name}]`)

  it('a pause says until when, and ends by a click', async () => {
    await click(popup, '.pause button')
    await expect.poll(text, SOON).toMatch(/Tạm dừng ghi nhận đến \d\d:\d\d/)
    await click(popup, '.state button.main')
    await expect.poll(text, SOON).toMatch(/Sẵn sàng/)
  })

  it('a month without a network is told, loses nothing, and arrives whole when it is back', async () => {
    await house.stopHub()
    const month = MONTH.flatMap(day => PLATFORMS.map(platform => ({ day, platform, ms: 600_000 })))
    await popup.evaluate(keepDays, month)
    await sendNow()
    await expect.poll(trouble, SOON).toMatch(/^Chưa kết nối được máy chủ .*vẫn giữ trên máy này/)
    expect((await stores()).days).toHaveLength(ALL)
    await house.startHub()
    await arrives()
    await expect.poll(atHub, SOON).toBe(ALL)
  })

  it.each([
    [
      'a proxy that lets questions through',
      200,
      true,
      /^Một trang khác trả lời thay máy chủ .* đăng nhập mạng/,
    ],
    ['a login page, of which a browser tells nothing', 200, false, /^Chưa kết nối .*đang chờ đăng nhập/],
    ['a proxy that asks for a password (407)', 407, false, /^Chưa kết nối .*đang chờ đăng nhập/],
  ] as const)('%s in the hub’s place is told, and nothing is lost', async (_, status, open, sentence) => {
    await addTime()
    const cors = ['origin', 'methods', 'headers'].map(what => [`access-control-allow-${what}`, '*'] as const)
    const headers = { 'content-type': 'text/html', ...(open ? Object.fromEntries(cors) : {}) }
    house.tap.inPlace = (_path, response) => response.writeHead(status, headers).end('<h1>Wi-Fi</h1>')
    await sendNow()
    await expect.poll(trouble, SOON).toMatch(sentence)
    house.tap.inPlace = null
    await arrives()
  })

  it('a clock that is ahead is told with the difference, in both languages', async () => {
    await addTime()
    await house.setHubClock(-61 * 60_000)
    await sendNow()
    await expect.poll(trouble, SOON).toMatch(/^Đồng hồ máy này nhanh 1\sgiờ 01\sphút so với máy chủ/)
    await language('en')
    await expect.poll(trouble, SOON).toMatch(/1\sh 01\smin ahead of the server/)
    await language('vi')
    await expect.poll(trouble, SOON).toMatch(/^Đồng hồ/)
    await house.setHubClock(0)
    await arrives()
  })

  it('a hub that has moved is followed, with the same device id', async () => {
    const before = await identity()
    const newUrl = `http://127.0.0.1:${await later.listen()}`
    later.hubPort = house.tap.hubPort
    await house.stopHub()
    house.env = { ...house.env, PUBLIC_URL: newUrl }
    await house.startHub()
    house.tap.inPlace = (path, response) =>
      response.writeHead(308, { location: `${newUrl}${path}`, 'access-control-allow-origin': '*' }).end()
    await addTime()
    await sendNow()
    await expect.poll(async () => (await identity())?.hubUrl, SOON).toBe(newUrl)
    await arrives()
    expect((await identity())?.deviceId).toBe(before?.deviceId)
    expect(later.requests.some(r => r.method === 'PUT' && r.status === 200)).toBe(true)
  })

  it.each([
    [
      'that has lost its database',
      async () => {
        await house.stopHub()
        house.loseDatabase()
        await house.startHub()
      },
    ],
    [
      'whose operator has shut this browser out',
      async () => {
        await operate(house.env, 'devices', 'revoke', '--device', (await identity())?.deviceId ?? '')
      },
    ],
  ])('a hub %s asks for a new code, and gets the month again', async (_, happens) => {
    await happens()
    await addTime()
    await sendNow()
    await expect.poll(trouble, SOON).toBe('Máy chủ không còn biết thiết bị này. Xin tham gia lại.')
    const welcome = await openExtensionPage(browser, 'welcome.html#join')
    await type(welcome, '[name=hub]', `${house.env.PUBLIC_URL}`)
    await type(welcome, '[name=code]', await house.code('--uses', '1'))
    await click(welcome, '[name=join]')
    await welcome.waitForSelector('#join .done')
    await welcome.close()
    await expect.poll(atHub, SOON).toBe(ALL)
    await expect.poll(trouble, SOON).toBe('')
  })

  it('withdrawing with erasure leaves nothing on either side', async () => {
    const device = (await identity())?.deviceId ?? ''
    const welcome = await openExtensionPage(browser, 'welcome.html')
    await click(welcome, '[name=erase]')
    await expect.poll(async () => (await stores()).identity, SOON).toEqual([])
    await welcome.close()
    const { days, segments, outbox, settings } = await stores()
    expect({ days, segments, outbox }).toEqual({ days: [], segments: [], outbox: [] })
    expect(JSON.stringify(settings)).not.toContain(device)
    expect(house.daysAtHub(device)).toEqual({})
    await expect.poll(text, SOON).toContain('Chưa ghi nhận: Quý vị chưa đồng ý.')
  })
})
