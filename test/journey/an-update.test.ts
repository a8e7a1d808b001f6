// The next version of the extension takes the place of the last one in a real Chromium: nothing is lost.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHROME_EXTENSION, dump, extensionOrigin, extensionPage, openChromium } from './chromium.ts'
import { Web } from './web.ts'
import { agree } from './welcome.ts'

const web = new Web()
const folder = mkdtempSync(join(tmpdir(), 'nhipso-update-'))
const extension = join(folder, 'extension')
let webPort = 0

beforeAll(async () => {
  webPort = await web.listen()
  cpSync(CHROME_EXTENSION, extension, { recursive: true })
})
afterAll(async () => {
  await web.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = () => openChromium({ profile: join(folder, 'person'), webPort, extension })

it('after an update the consent, the days and the language are as before', async () => {
  const before = await start()
  const welcome = await extensionPage(before, '/welcome.html')
  await agree(welcome)
  await welcome.getByRole('button', { name: 'English' }).click()
  await expect.poll(async () => JSON.stringify((await dump(welcome)).settings)).toContain('"en"')
  const page = await before.newPage()
  await page.goto('http://vbdh.tayninh.gov.vn/')
  const settings = async () => JSON.stringify((await dump(welcome)).settings)
  await expect.poll(settings, { timeout: 30_000 }).toContain('"platform":"vbdh"')
  await page.waitForTimeout(2000) // a stretch worth keeping
  await page.close()
  await welcome.bringToFront()
  // a last look closes the running stretch: what is kept now grows no more
  await expect.poll(settings, { timeout: 30_000 }).not.toContain('"platform":"vbdh"')
  expect((await dump(welcome)).days).toHaveLength(1)
  const kept = await dump(welcome)
  const { version } = await welcome.evaluate(() => chrome.runtime.getManifest())
  await before.close()

  const path = join(extension, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object
  writeFileSync(path, JSON.stringify({ ...manifest, version: `${version}.1` }))
  const after = await start()
  const popup = await after.newPage()
  await popup.goto(`${await extensionOrigin(after)}/popup.html`)
  await popup.getByText(/^Ready\./).waitFor()
  expect((await popup.evaluate(() => chrome.runtime.getManifest())).version).toBe(`${version}.1`)
  const now = await dump(popup)
  expect(now.days).toEqual(kept.days)
  expect(now.settings).toEqual(
    expect.arrayContaining([expect.objectContaining({ version: '2026-11' }), 'en']),
  )
  await after.close()
})
