// Six pictures that are the same on every machine: one day, one person's store, one font, one released score.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { dayOf } from '../../shared/core/day.ts'
import { json, openAnswerServer } from '../fixtures/answer-server.ts'
import { bundleOf, cell, snapshotOf } from '../fixtures/snapshot.ts'
import { extensionOrigin, extensionPage, openChromium } from '../journey/chromium.ts'
import { type Row, sampleDays, seedExtensionDb } from '../journey/seed-extension-db.ts'
import { speak } from './person.ts'

/** A look of a page: what is drawn is the same wherever it is drawn. */
export interface Look {
  readonly name: string
  /** Who has just installed it, or who has joined and works with it. */
  readonly who: 'stranger' | 'member'
  readonly path: string
  readonly language: 'vi' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly arrange?: (page: Page) => Promise<unknown>
}

/** A Wednesday morning, in the middle of a week. */
const NOW = Date.parse('2026-11-25T10:00:00+07:00')

const press = (name: string) => (page: Page) => page.locator(`[name=${name}]`).click()
const scored = (page: Page) => page.locator('.standing .number').waitFor()
/** Bars take the font that is there when they are first drawn. */
const bars = (span: string) => async (page: Page) => {
  await press('day')(page)
  await press(span)(page)
  await page.locator('.plot canvas').waitFor()
}

/** The six that most people see most: joining, every day, and their own record. */
export const LOOKS: readonly Look[] = [
  { name: 'welcome', who: 'stranger', path: 'welcome.html', language: 'vi', theme: 'light', width: 1000 },
  {
    name: 'consent',
    who: 'stranger',
    path: 'welcome.html',
    language: 'vi',
    theme: 'light',
    width: 768,
    arrange: press('next'),
  },
  {
    name: 'popup',
    who: 'member',
    path: 'popup.html',
    language: 'vi',
    theme: 'light',
    width: 640,
    arrange: scored,
  },
  {
    name: 'popup-dark',
    who: 'member',
    path: 'popup.html',
    language: 'en',
    theme: 'dark',
    width: 640,
    arrange: scored,
  },
  {
    name: 'diary',
    who: 'member',
    path: 'diary.html',
    language: 'vi',
    theme: 'light',
    width: 1000,
    arrange: bars('window'),
  },
  {
    name: 'diary-week',
    who: 'member',
    path: 'diary.html',
    language: 'en',
    theme: 'dark',
    width: 320,
    arrange: bars('week'),
  },
]

/** How glyphs are smoothed is the machine's own; without hinting and colour fringes they are alike. */
const SWITCHES = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']
const FONT = 'Be Vietnam Pro'
const FONTS = {
  400: '400Regular/BeVietnamPro_400Regular',
  600: '600SemiBold/BeVietnamPro_600SemiBold',
  700: '700Bold/BeVietnamPro_700Bold',
}

const fonts = Object.entries(FONTS).map(([weight, file]) => ({
  weight,
  base64: readFileSync(
    createRequire(import.meta.url).resolve(`@expo-google-fonts/be-vietnam-pro/${file}.ttf`),
  ).toString('base64'),
}))

export interface Studio {
  readonly draw: (look: Look) => Promise<Buffer>
  readonly close: () => Promise<void>
}

export async function openStudio(folder: string, webPort: number): Promise<Studio> {
  const stand = await openAnswerServer(path => (path === '/api/v1/scores' ? json(RELEASED) : null))
  const open = (who: string) => openChromium({ profile: join(folder, who), webPort, switches: SWITCHES })
  const browsers = { stranger: await open('stranger'), member: await open('member') }
  for (const browser of Object.values(browsers)) {
    const welcome = await extensionPage(browser, '/welcome.html')
    await welcome.locator('[name=next]').waitFor()
    if (browser === browsers.member) {
      await seedExtensionDb(welcome, rows())
      await welcome.evaluate(becomeMember, { hubUrl: stand.url, at: NOW })
    }
    await welcome.close()
  }
  return {
    draw: look => draw(browsers[look.who], look),
    close: async () => {
      for (const browser of Object.values(browsers)) await browser.close()
      await stand.close()
    },
  }
}

async function draw(browser: BrowserContext, look: Look): Promise<Buffer> {
  const page = await browser.newPage()
  await page.clock.setFixedTime(NOW)
  await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width: look.width, height: 600 })
  await page.goto(`${await extensionOrigin(browser)}/${look.path}`)
  await speak(page, look.language)
  await page.evaluate(useFont, { family: FONT, fonts })
  await look.arrange?.(page)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
  await page.close()
  return picture
}

const RELEASED = snapshotOf([cell({ at: NOW - 60_000 })], { at: NOW - 60_000 })

const rows = (): Row[] => [
  ...sampleDays(dayOf(NOW), 28).map(value => ({ store: 'days' as const, value })),
  { store: 'settings', key: 'consent', value: { version: '1', at: NOW } },
  { store: 'settings', key: 'campaign', value: { bundle: bundleOf(), at: NOW } },
  {
    store: 'settings',
    key: 'sync',
    value: { seq: 7, lastSentAt: NOW - 600_000, failures: 0, trouble: null },
  },
]

/** Runs inside an extension page: this browser has joined, with a key of its own. */
async function becomeMember({ hubUrl, at }: { hubUrl: string; at: number }): Promise<void> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('nhipso')
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => failed(opening.error)
  })
  const tx = db.transaction('identity', 'readwrite')
  const self = {
    deviceId: 'sample-device',
    agencyId: 'so-noi-vu',
    role: 'member',
    hubUrl,
    enrolledAt: at,
    keys,
  }
  tx.objectStore('identity').put(self, 'self')
  await new Promise(done => {
    tx.oncomplete = done
  })
  db.close()
}

/** Runs inside an extension page: the font comes along as bytes, so every machine draws the same letters. */
async function useFont({ family, fonts }: { family: string; fonts: { weight: string; base64: string }[] }) {
  for (const { weight, base64 } of fonts) {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
    document.fonts.add(await new FontFace(family, bytes, { weight }).load())
  }
  document.documentElement.style.setProperty('--nhipso-font', `"${family}"`)
}
