// Somebody opens the popup while the worker sleeps: the numbers stand in the first frame, and little was loaded for it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf } from '../../shared/core/day.ts'
import { CHROME_EXTENSION, extensionOrigin, extensionPage, openChromium } from './chromium.ts'
import { openExtensionPage, openFirefox } from './firefox.ts'
import { keepDays } from './store.ts'
import { Web } from './web.ts'

const FIRST_LOAD_BYTES = 30_000
const DAYS = [
  { day: dayOf(Date.now()), platform: 'vbdh', ms: 20 * 60_000 },
  { day: dayOf(Date.now()), platform: 'hkg', ms: 25 * 60_000 },
]

const web = new Web()
const folder = mkdtempSync(join(tmpdir(), 'nhipso-frame-'))
let webPort = 0

beforeAll(async () => {
  webPort = await web.listen()
})
afterAll(async () => {
  await web.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Watching {
  /** What #page said, frame by frame. */
  nhipsoFrames: string[]
}

/** Runs before anything of the page: writes down every frame. */
function watchFrames(): void {
  const watching = globalThis as unknown as Watching
  watching.nhipsoFrames = []
  const look = (): void => {
    watching.nhipsoFrames.push(document.querySelector('#page')?.textContent ?? '')
    if (watching.nhipsoFrames.length < 600) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
const framesSeen = (): string[] =>
  (globalThis as unknown as Watching).nhipsoFrames.filter(text => text !== '')

/** A number and its unit are held together by a space that does not break. */
const expectNumbers = (frames: readonly string[]): void => {
  const first = frames[0]?.replaceAll('\u00a0', ' ')
  expect(first).toContain('45 phút')
  expect(first).toContain('Quản lý văn bản và điều hành (VBĐH)')
  expect(first).toContain('Tuần này của tôi')
}

it('in Chromium, on a worker that was stopped, in at most 30 kB', async () => {
  const person = await openChromium({ profile: join(folder, 'person'), webPort })
  const origin = await extensionOrigin(person)
  const welcome = await extensionPage(person, '/welcome.html')
  await welcome.evaluate(keepDays, DAYS)
  const popup = await person.newPage()
  await welcome.close()
  await stopWorker(person, popup)
  await popup.addInitScript(watchFrames)
  const loaded: string[] = []
  popup.on('request', request => loaded.push(request.url()))
  await popup.goto(`${origin}/popup.html`)
  await expect.poll(() => popup.evaluate(framesSeen), { timeout: 30_000 }).not.toEqual([])
  expectNumbers(await popup.evaluate(framesSeen))

  const paths = [...new Set(loaded)].map(url => new URL(url).pathname)
  expect(paths.filter(path => path.endsWith('.js')).length).toBeGreaterThan(1)
  const bytes = paths.map(path => gzipSync(readFileSync(join(CHROME_EXTENSION, path)), { level: 9 }).length)
  expect(bytes.reduce((a, b) => a + b)).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
  await person.close()
})

it('in Firefox, on an event page that was stopped', async () => {
  const browser: Browser = await openFirefox({
    webPort,
    extensionId: 'nhipso@tayninh.gov.vn',
    preferences: { 'extensions.background.idle.timeout': 1000 },
  })
  const options = await openExtensionPage(browser, 'options.html')
  await options.evaluate(keepDays, DAYS)
  await new Promise(done => setTimeout(done, 4000))
  await options.evaluate(openPopupInside)
  await expect.poll(() => options.evaluate(framesSeen), { timeout: 30_000 }).not.toEqual([])
  expectNumbers(await options.evaluate(framesSeen))
  await browser.close()
})

/** Firefox runs no script ahead of an extension page: another one of ours opens it in a frame, and looks each time it is drawn. */
function openPopupInside(): void {
  const watching = globalThis as unknown as Watching
  watching.nhipsoFrames = []
  const popup = document.createElement('iframe')
  popup.src = 'popup.html'
  document.body.append(popup)
  const look = (): void => {
    watching.nhipsoFrames.push(popup.contentDocument?.querySelector('#page')?.textContent ?? '')
    if (watching.nhipsoFrames.length < 600) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** As the browser does it after half a minute; waits until it is gone. */
async function stopWorker(person: BrowserContext, from: Page): Promise<void> {
  const session = await person.newCDPSession(from)
  const states = new Map<string, string>()
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions)
      if (scriptURL.startsWith('chrome-extension://')) states.set(versionId, runningStatus)
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await expect.poll(() => [...states.values()], { timeout: 20_000 }).toEqual(['stopped'])
}
