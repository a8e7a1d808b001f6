// The IT department installs by policy, in real Chromium and Firefox; the person types nothing and is still asked.
// needs: machine (a policy of the administrator rules every Chromium here)
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dump, extensionPage } from './chromium.ts'
import { mayRule, openWhenInstalled, Rollout } from './rollout.ts'
import { World } from './world.ts'

describe('a rollout', () => {
  let house: World
  let rollout: Rollout

  beforeAll(async () => {
    house = await World.build()
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
      const browser = await rollout.openChromium(join(house.folder, 'managed'), house.webPort)
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
    const browser = await rollout.openFirefox()
    await expect
      .poll(() => rollout.fetched.some(path => path.endsWith('.xpi')), { timeout: 60_000 })
      .toBe(true)
    const welcome = await openWhenInstalled(browser, 'welcome.html')
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
})
