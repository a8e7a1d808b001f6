// The IT department installs by policy, in real Chromium and Firefox; the person types nothing and is still asked.
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath } from '../browsers.ts'
import { dump, extensionPage } from './chromium.ts'
import { FIREFOX_UUID, openExtensionPage } from './firefox.ts'
import { House } from './house.ts'
import { Rollout } from './rollout.ts'

/** A policy of the machine is root's to set: elsewhere this part is named as skipped. */
const mayRule = ((): boolean => {
  try {
    accessSync('/etc', constants.W_OK)
    return true
  } catch {
    return false
  }
})()

describe('a rollout', () => {
  let house: House
  let rollout: Rollout

  beforeAll(async () => {
    house = await House.build()
    rollout = await Rollout.of(house.folder, {
      hubUrl: house.hubUrl,
      enrolmentCode: await house.code('--uses', '50'),
      language: 'en',
    })
  })
  afterAll(async () => {
    await rollout?.close()
    await house?.close()
  })

  it.skipIf(!mayRule)(
    'by ExtensionInstallForcelist in Chromium: one tick and one click, and the person has joined',
    async () => {
      rollout.forChromium()
      const browser = await openUnderPolicy()
      await expect
        .poll(() => browser.pages().some(page => page.url().endsWith('/welcome.html')), { timeout: 90_000 })
        .toBe(true)
      const welcome = await extensionPage(browser, '/welcome.html')
      expect(new URL(welcome.url()).hostname).toBe(rollout.chromiumId)
      // Chromium hands the policy over some seconds after the installation
      await expect
        .poll(() => welcome.evaluate(() => chrome.storage.managed.get()), { timeout: 60_000 })
        .toMatchObject({ hubUrl: house.hubUrl, language: 'en' })
      await welcome.locator('[name=next]').click()
      expect(await welcome.locator('[name=consent]').isChecked()).toBe(false)
      expect(await dump(welcome)).toMatchObject({ identity: [], days: [] })
      await welcome.locator('[name=consent]').check()
      await welcome.locator('[name=agree]').click()
      await welcome.locator('#join .done').waitFor()
      expect(await welcome.locator('#join .done').textContent()).toMatch(/Nội vụ|Home Affairs/)
      expect(rollout.fetched).toContain('/updates.xml')
      await browser.close()
    },
  )

  it('by policies.json in Firefox: one tick and one click, and the person has joined', async () => {
    const browser = await openFirefoxUnderPolicy()
    await expect
      .poll(() => rollout.fetched.some(path => path.endsWith('.xpi')), { timeout: 60_000 })
      .toBe(true)
    const welcome = await openWhenInstalled(browser)
    const click = async (selector: string): Promise<void> => {
      await welcome.waitForSelector(selector)
      await welcome.$eval(selector, element => (element as HTMLElement).click())
    }
    await click('[name=next]')
    await welcome.waitForSelector('[name=consent]')
    expect(await welcome.$eval('[name=consent]', box => (box as HTMLInputElement).checked)).toBe(false)
    await click('[name=consent]')
    await click('[name=agree]')
    const done = await welcome.waitForSelector('#join .done')
    expect(await done?.evaluate(node => node.textContent)).toMatch(/Nội vụ|Home Affairs/)
    await browser.close()
  })

  /** Fetched is not yet installed: the page is asked for until it is there. */
  async function openWhenInstalled(browser: Browser): Promise<Page> {
    for (let tries = 0; tries < 8; tries += 1) {
      const page = await openExtensionPage(browser, 'welcome.html').catch(() => null)
      if (page) return page
    }
    throw new Error('Firefox did not install the extension')
  }

  const openUnderPolicy = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(join(house.folder, 'managed'), {
      executablePath: chromiumPath() ?? '',
      headless: true,
      // these three keep a driven browser from fetching extensions
      ignoreDefaultArgs: [
        '--disable-extensions',
        '--disable-background-networking',
        '--disable-component-extensions-with-background-pages',
      ],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
        `--host-resolver-rules=MAP * 127.0.0.1:${house.webPort}, EXCLUDE 127.0.0.1`,
      ],
    })

  const openFirefoxUnderPolicy = (): Promise<Browser> =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: rollout.firefoxWithPolicy(),
      headless: true,
      args: ['-remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ 'nhipso@tayninh.gov.vn': FIREFOX_UUID }),
        // instead of Mozilla's signature and of https, which a real rollout has
        'xpinstall.signatures.required': false,
        'extensions.checkUpdateSecurity': false,
      },
    })
})
