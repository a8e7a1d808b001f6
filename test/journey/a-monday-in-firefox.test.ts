// The same Monday, shorter, in a real Firefox.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DayTotal } from '../../shared/core/day.ts'
import { dumpDatabase } from './chromium.ts'
import { click, enrolInFirefox, openExtensionPage, openFirefox } from './firefox.ts'
import { expectNothingButDayTotals } from './sent.ts'
import { Truth } from './truth.ts'
import { SECRET } from './web.ts'
import { AGENCY, MIN_GROUP, World } from './world.ts'

const DOCUMENTS = 'vbdh.tayninh.gov.vn'
const OUTSIDE = 'mang-xa-hoi.example'
const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

describe('a Monday in Firefox', () => {
  let house: World
  let browser: Browser

  beforeAll(async () => {
    house = await World.build()
    browser = await openFirefox({ webPort: house.webPort, extensionId: 'nhipso@tayninh.gov.vn' })
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  it('the person agrees and joins', async () => {
    expect(await enrolInFirefox(browser, house.hubUrl, await house.code())).toContain('Sở Nội vụ')
  })

  it('time on a platform is right to a second and a half, and nothing of the site outside is kept', async () => {
    const truth = new Truth()
    const documents = await open(DOCUMENTS, truth)
    const outside = await open(OUTSIDE, truth)
    await show(documents, DOCUMENTS, truth, 8)
    await show(outside, null, truth, 4)
    await show(documents, DOCUMENTS, truth, 6)
    await show(outside, null, truth, 1)
    const popup = await openExtensionPage(browser, 'popup.html')
    const stores = await popup.evaluate(dumpDatabase)
    const days = stores.days as DayTotal[]
    expect(days.map(day => day.platform)).toEqual(['vbdh'])
    expect(Math.abs((days[0]?.ms ?? 0) - truth.of(DOCUMENTS))).toBeLessThanOrEqual(1500)
    expect(JSON.stringify(stores)).not.toMatch(new RegExp(`${OUTSIDE}|${SECRET}`))
    await popup.close()
  })

  it('the report arrives, and with four colleagues it moves the released score', async () => {
    const before = await house.told()
    await house.colleaguesWork(MIN_GROUP - 1)
    const popup = await openExtensionPage(browser, 'popup.html')
    await popup.waitForSelector('.delivery button')
    await click(popup, '.delivery button')
    await expect
      .poll(async () => (await house.told()).release, { timeout: 20_000 })
      .toBeGreaterThan(before.release)
    expect((await house.told()).score).not.toBe(before.score)
  })

  it('nothing but day totals was sent, to nowhere but the hub', () => {
    expectNothingButDayTotals(house.tap.fromExtension(), [OUTSIDE, DOCUMENTS, AGENCY])
  })

  async function open(host: string, truth: Truth): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(`http://${host}/van-ban/${SECRET}`)
    truth.front(host)
    await sleep(3000)
    return page
  }

  async function show(page: Page, host: string | null, truth: Truth, seconds: number): Promise<void> {
    await page.bringToFront()
    truth.front(host)
    await sleep(seconds * 1000)
  }
})
