// The IT department puts the next version on its server: installed browsers fetch it by themselves, and nothing is lost.
// needs: machine (a policy of the administrator rules every Chromium here)
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/core/day.ts'
import { dump, dumpDatabase, extensionPage } from './chromium.ts'
import { click, FIREFOX_ORIGIN, openExtensionPage } from './firefox.ts'
import { mayRule, openWhenInstalled, Rollout } from './rollout.ts'
import { keepDays } from './store.ts'
import { agree } from './welcome.ts'
import { World } from './world.ts'

const NEXT = '99.0.0'
const TODAY = dayOf(Date.now())
const DAYS = [{ day: TODAY, platform: 'vbdh', ms: 1_234_000 }]

describe('an update by the browser itself', () => {
  let house: World
  let rollout: Rollout

  beforeAll(async () => {
    house = await World.build()
  })
  afterAll(() => house?.close())

  const rolledOut = async (): Promise<Rollout> =>
    Rollout.of(house.folder, { hubUrl: house.hubUrl, enrolmentCode: await house.code('--uses', '9') })

  it.skipIf(!mayRule)('through updates.xml in Chromium: consent, days, device and key stay', async () => {
    rollout = await rolledOut()
    rollout.forChromium()
    const profile = join(house.folder, 'managed')
    const before = await rollout.openChromium(profile, house.webPort)
    await expect
      .poll(() => before.pages().some(page => page.url().endsWith('/welcome.html')), { timeout: 90_000 })
      .toBe(true)
    const welcome = await extensionPage(before, '/welcome.html')
    await expect
      .poll(() => welcome.evaluate(() => chrome.storage.managed.get()), { timeout: 60_000 })
      .toMatchObject({ hubUrl: house.hubUrl })
    await agree(welcome, '#join .done')
    await welcome.evaluate(keepDays, DAYS)
    const kept = await dump(welcome)

    await rollout.offer(NEXT)
    // browsers ask every few hours; this one is asked to ask now
    await expect
      .poll(() => welcome.evaluate(() => chrome.runtime.requestUpdateCheck()), {
        timeout: 90_000,
        interval: 5000,
      })
      .toMatchObject({ status: 'update_available', version: NEXT })
    await expect
      .poll(() => readdirSync(join(profile, 'Default/Extensions', rollout.chromiumId)).join(), {
        timeout: 60_000,
      })
      .toContain(NEXT)
    await before.close()

    const after = await rollout.openChromium(profile, house.webPort)
    const popup = await after.newPage()
    await popup.goto(`chrome-extension://${rollout.chromiumId}/popup.html`)
    await expect
      .poll(() => popup.evaluate(() => chrome.runtime.getManifest().version), { timeout: 60_000 })
      .toBe(NEXT)
    const now = await dump(popup)
    expect(now.days).toEqual(kept.days)
    expect(now.identity).toEqual(kept.identity)
    expect(JSON.stringify(now.settings)).toContain('"version":"2026-11"')
    await popup.getByRole('button', { name: /gửi ngay/i }).click()
    await popup.getByText(/Gửi gần nhất/).waitFor()
    await expect.poll(sentSeconds, { timeout: 30_000 }).toContain(1234)
    await after.close()
    await rollout.close()
  })

  it('through updates.json in Firefox: consent, days, device and key stay', async () => {
    rollout = await rolledOut()
    const browser = await rollout.openFirefox({
      // browsers ask once a day; this one every few seconds
      'app.update.timerFirstInterval': 5000,
      'app.update.timerMinimumDelay': 5,
      'extensions.update.interval': 5,
      'extensions.update.enabled': true,
      'extensions.update.autoUpdateDefault': true,
    })
    const welcome = await openWhenInstalled(browser, 'welcome.html')
    for (const name of ['next', 'consent', 'agree']) await click(welcome, `[name=${name}]`)
    await welcome.waitForSelector('#join .done')
    await welcome.evaluate(keepDays, DAYS)
    const kept = await welcome.evaluate(dumpDatabase)
    await welcome.close()

    await rollout.offer(NEXT)
    const popup = await openUpdated(browser)
    const now = await popup.evaluate(dumpDatabase)
    expect(now.days).toEqual(kept.days)
    expect(now.identity).toEqual(kept.identity)
    expect(JSON.stringify(now.settings)).toContain('"version":"2026-11"')
    await click(popup, '.delivery button')
    await expect.poll(sentSeconds, { timeout: 30_000 }).toContain(1234)
    expect(rollout.fetched).toEqual(expect.arrayContaining(['/updates.json', `/nhipso-${NEXT}.xpi`]))
    await browser.close()
    await rollout.close()
  })

  /** Seconds in the newest report that the hub has taken. */
  const sentSeconds = (): number[] => {
    const reports = house.tap.fromExtension().filter(r => r.path === '/api/v1/reports' && r.status === 200)
    const last = reports.filter(r => r.method === 'PUT').at(-1)?.body
    return last ? (JSON.parse(last) as { days: { seconds: number }[] }).days.map(row => row.seconds) : []
  }

  /** An update closes the extension's pages: one is opened anew until it is of the next version. */
  async function openUpdated(browser: Browser): Promise<Page> {
    for (let tries = 0; tries < 30; tries += 1) {
      const page = await openExtensionPage(browser, 'popup.html').catch(() => null)
      const version = await page
        ?.evaluate(
          () => (globalThis as unknown as { browser: typeof chrome }).browser.runtime.getManifest().version,
        )
        .catch(() => '')
      if (page && version === NEXT) return page
      await page?.close().catch(() => {})
      await new Promise(done => setTimeout(done, 3000))
    }
    throw new Error(`Firefox did not update ${FIREFOX_ORIGIN}`)
  }
})
