// A week later in a real Firefox: the popup and the diary tell the week, a day is erased on both sides, consent is withdrawn.
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, type DayTotal, dayOf, mondayOf, weekOf } from '../../shared/core/day.ts'
import { dumpDatabase } from './chromium.ts'
import { click, enrolInFirefox, openExtensionPage, openFirefox } from './firefox.ts'
import { keepDays } from './store.ts'
import { World } from './world.ts'

const TODAY = dayOf(Date.now())
const YESTERDAY = addDays(TODAY, -1)
const PLATFORMS = ['vbdh', 'hkg']
/** This week and the one before, a little more each day. */
const WEEK: readonly DayTotal[] = Array.from({ length: 14 }, (_, ago) => addDays(TODAY, -ago)).flatMap(
  (day, ago) => PLATFORMS.map(platform => ({ day, platform, ms: (ago + 10) * 60_000 })),
)
const SOON = { timeout: 60_000 }

describe('a week in Firefox', () => {
  let house: World
  let browser: Browser
  let popup: Page
  let device = ''

  beforeAll(async () => {
    house = await World.build()
    browser = await openFirefox({ webPort: house.webPort, extensionId: 'nhipso@tayninh.gov.vn' })
    await enrolInFirefox(browser, house.hubUrl, await house.code('--uses', '1'))
    popup = await openExtensionPage(browser, 'popup.html')
    await popup.evaluate(keepDays, [...WEEK])
    await click(popup, '.delivery button')
    const [self] = (await stores()).identity as { deviceId: string }[]
    device = self?.deviceId ?? ''
    await vi.waitFor(() => expect(Object.keys(house.daysAtHub(device))).toHaveLength(WEEK.length), SOON)
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  const stores = (): Promise<Record<string, unknown[]>> => popup.evaluate(dumpDatabase)
  const texts = (selector: string): Promise<string[]> =>
    popup.$$eval(selector, all => all.map(one => one.textContent ?? ''))

  it('the popup tells today, the week as five dots, four criteria and the agency’s score', async () => {
    await popup.close()
    popup = await openExtensionPage(browser, 'popup.html')
    await popup.waitForSelector('.standing strong.number')
    const dots = await texts('.dots li')
    expect(dots).toHaveLength(5)
    const past = Array.from({ length: 5 }, (_, i) => addDays(mondayOf(weekOf(TODAY)), i)).filter(
      d => d < TODAY,
    )
    expect((await texts('.dots li.counted')).length).toBeGreaterThanOrEqual(past.length)
    expect(await texts('.criteria li')).toHaveLength(4)
    const { score } = await house.told()
    expect(await texts('.standing strong.number')).toEqual([((score ?? 0) / 10).toFixed(1).replace('.', ',')])
  })

  it('an erased day is gone on both sides, and no other', async () => {
    const diary = await openExtensionPage(browser, 'diary.html')
    await click(diary, '[name=window]')
    await click(diary, `[name=erase-${YESTERDAY}]`)
    await click(diary, `[name=erase-${YESTERDAY}-yes]`)
    await expect.poll(() => house.daysAtHub(device)[`${YESTERDAY} vbdh`], SOON).toBe(0)
    const kept = ((await stores()).days as DayTotal[]).filter(row => row.ms > 0)
    expect(kept.map(row => row.day)).not.toContain(YESTERDAY)
    expect(kept).toHaveLength(WEEK.length - PLATFORMS.length)
    for (const [key, seconds] of Object.entries(house.daysAtHub(device))) {
      if (key.startsWith(YESTERDAY)) expect(seconds, key).toBe(0)
      else expect(seconds, key).toBeGreaterThan(0)
    }
    await diary.close()
  })

  it('withdrawing without erasure stops at once, and sends nothing more', async () => {
    const welcome = await openExtensionPage(browser, 'welcome.html')
    await click(welcome, '[name=withdraw]')
    await welcome.waitForSelector('#must-tick')
    await welcome.close()
    await expect.poll(() => texts('.state'), SOON).toEqual([expect.stringContaining('Quý vị chưa đồng ý')])
    expect(((await stores()).days as DayTotal[]).filter(row => row.ms > 0)).toHaveLength(
      WEEK.length - PLATFORMS.length,
    )
    const before = house.tap.fromExtension().filter(r => r.method === 'PUT').length
    await popup.evaluate(keepDays, [{ day: TODAY, platform: 'vbdh', ms: 9_000_000 }])
    await click(popup, '.delivery button')
    await new Promise(done => setTimeout(done, 3000))
    expect(house.tap.fromExtension().filter(r => r.method === 'PUT')).toHaveLength(before)
  })
})
