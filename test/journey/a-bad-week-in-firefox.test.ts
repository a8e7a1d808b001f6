// The same troubles in a real Firefox: what a browser tells of a hub that is silent or has moved differs.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DayTotal, dayOf } from '../../shared/core/day.ts'
import { dumpDatabase } from './chromium.ts'
import { openExtensionPage, openFirefox } from './firefox.ts'
import { House } from './house.ts'
import { keepDays } from './store.ts'
import { Tap } from './tap.ts'

const TODAY = dayOf(Date.now())

describe('a bad week in Firefox', () => {
  let house: House
  let browser: Browser
  let popup: Page
  const later = new Tap()

  beforeAll(async () => {
    house = await House.build()
    browser = await openFirefox({ webPort: house.webPort, extensionId: 'nhipso@tayninh.gov.vn' })
    const welcome = await openExtensionPage(browser, 'welcome.html')
    for (const name of ['next', 'consent', 'agree']) await click(welcome, `[name=${name}]`)
    await type(welcome, '[name=hub]', house.hubUrl)
    await type(welcome, '[name=code]', await house.code('--uses', '1'))
    await click(welcome, '[name=join]')
    await welcome.waitForSelector('#join .done')
    await welcome.evaluate(keepDays, [{ day: TODAY, platform: 'vbdh', ms: 600_000 }])
    popup = await openExtensionPage(browser, 'popup.html')
  })
  afterAll(async () => {
    await browser?.close()
    await later.close()
    await house?.close()
  })

  const text = (): Promise<string> => popup.evaluate(() => document.querySelector('main')?.textContent ?? '')
  const identity = async (): Promise<{ deviceId: string; hubUrl: string } | undefined> =>
    ((await popup.evaluate(dumpDatabase)).identity as { deviceId: string; hubUrl: string }[])[0]

  it('a pause says until when, and ends by a click', async () => {
    await click(popup, '.pause button')
    await expect.poll(text, { timeout: 20_000 }).toMatch(/Tạm dừng ghi nhận đến \d\d:\d\d/)
    await click(popup, '.state button.main')
    await expect.poll(text, { timeout: 20_000 }).toMatch(/Sẵn sàng/)
  })

  it('a hub that is silent is told, and nothing is lost', async () => {
    await house.stopHub()
    await click(popup, '.delivery button')
    await expect.poll(text, { timeout: 60_000 }).toContain('Chưa kết nối được máy chủ')
    expect(((await popup.evaluate(dumpDatabase)).days as DayTotal[]).length).toBe(1)
  })

  it('a hub that has moved is followed, with the same device id', async () => {
    const before = await identity()
    const newUrl = `http://127.0.0.1:${await later.listen()}`
    later.hubPort = house.tap.hubPort
    house.env = { ...house.env, PUBLIC_URL: newUrl }
    await house.startHub()
    house.tap.inPlace = (path, response) =>
      response.writeHead(308, { location: `${newUrl}${path}`, 'access-control-allow-origin': '*' }).end()
    await click(popup, '.delivery button')
    await expect.poll(async () => (await identity())?.hubUrl, { timeout: 60_000 }).toBe(newUrl)
    await expect.poll(text, { timeout: 60_000 }).not.toContain('Chưa kết nối được máy chủ')
    expect((await identity())?.deviceId).toBe(before?.deviceId)
    expect(later.requests.some(r => r.method === 'PUT' && r.status === 200)).toBe(true)
  })
})

/** Firefox shows extension pages to a driver, but hears its mouse only on web pages: the element itself is clicked. */
const click = async (page: Page, selector: string): Promise<void> => {
  await page.waitForSelector(selector)
  await page.$eval(selector, element => (element as HTMLElement).click())
}

const type = async (page: Page, selector: string, value: string): Promise<void> => {
  await page.waitForSelector(selector)
  await page.$eval(
    selector,
    (element, typed) => {
      const input = element as HTMLInputElement
      input.value = typed
      input.dispatchEvent(new Event('input', { bubbles: true }))
    },
    value,
  )
}
