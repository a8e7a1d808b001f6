// Every page of the extension in every state that a person can meet: looked at in pictures, and tried by axe.
import type { Page } from 'playwright-core'
import { dump } from '../journey/chromium.ts'
import { seedExtensionDb } from '../journey/seed-extension-db.ts'
import type { Doors } from './sample.ts'

/**
 * Who sits there. `stranger`: has just installed it · `newcomer`: has agreed · `member`: has joined, with some weeks behind
 * them · `manager`: leads an agency
 */
export const PEOPLE = ['stranger', 'newcomer', 'member', 'manager'] as const
export type Person = (typeof PEOPLE)[number]

export interface State {
  /** The page, then the state: the name of its pictures. */
  readonly name: `${'welcome' | 'popup' | 'diary' | 'options' | 'team'}${'' | `-${string}`}`
  readonly who: Person
  /** What the person does after the page has opened, or what their browser has met before. */
  readonly arrange?: (page: Page, doors: Doors) => Promise<unknown>
  /** Undoes what would show in the states that follow. */
  readonly after?: (page: Page) => Promise<unknown>
}

const press = (name: string) => (page: Page) => page.locator(`[name=${name}]`).click()
const toJoin = (page: Page) => press('step-join')(page)

async function tryCode(page: Page, hub: string, code: string): Promise<void> {
  await toJoin(page)
  await page.locator('[name=hub]').fill(hub)
  await page.locator('[name=code]').fill(code)
  await press('join')(page)
  await page.locator('[role=alert] .trouble').waitFor()
}

/** What the sender remembers when it could not deliver. */
const troubled = (trouble: { why: string; clockDifferenceMs?: number }) => async (page: Page) => {
  const at = await page.evaluate(() => Date.now())
  const value = {
    seq: 7,
    failures: 3,
    lastSentAt: at - 7_200_000,
    trouble: { detail: 'sample', at, ...trouble },
  }
  await seedExtensionDb(page, [{ store: 'settings', key: 'sync', value }])
  await page.reload()
  await page.locator('.delivery .trouble').waitFor()
}
const delivered = async (page: Page) => {
  const lastSentAt = await page.evaluate(() => Date.now())
  const value = { seq: 7, failures: 0, lastSentAt, trouble: null }
  await seedExtensionDb(page, [{ store: 'settings', key: 'sync', value }])
}

/** The campaign has added a platform outside of the province's domain: the browser waits for the person's word. */
const addPlatform = async (page: Page): Promise<void> => {
  const { settings = [] } = await dump(page)
  const kept = settings.find(
    (one): one is KeptCampaign => typeof one === 'object' && one !== null && 'bundle' in one,
  )
  if (!kept) throw new Error('no campaign is kept')
  const { platforms } = kept.bundle
  const added = {
    ...platforms[0],
    id: 'them-moi',
    host: 'nentang.example.vn',
    scope: 'national',
    name: { vi: 'Nền tảng mới bổ sung', en: 'A platform that was added' },
  }
  const value = { ...kept, bundle: { ...kept.bundle, platforms: [...platforms, added] } }
  await seedExtensionDb(page, [{ store: 'settings', key: 'campaign', value }])
  await page.reload()
  await page.locator('.hosts li').waitFor()
}
interface KeptCampaign {
  readonly bundle: { readonly platforms: readonly object[] }
}

const read = (text: string) => async (page: Page) => {
  await page.locator('[name=import]').setInputFiles({
    name: 'nhip-so.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await page.locator('main > [role=alert] .trouble, main > [role=status] .done').waitFor()
}
const COPY = {
  kind: 'nhipso-diary',
  version: 1,
  exportedAt: 1,
  days: [{ day: '2026-01-05', platform: 'vbdh', seconds: 600 }],
}

export const STATES: readonly State[] = [
  { name: 'welcome-counted', who: 'stranger' },
  { name: 'welcome-consent', who: 'stranger', arrange: press('next') },
  {
    name: 'welcome-not-ticked',
    who: 'stranger',
    arrange: async page => {
      await press('next')(page)
      await press('agree')(page)
      await page.locator('#must-tick').waitFor()
    },
  },
  { name: 'popup-no-consent', who: 'stranger' },
  { name: 'diary-empty', who: 'stranger' },
  { name: 'options-alone', who: 'stranger' },
  { name: 'team-alone', who: 'stranger', arrange: page => page.locator('.trouble').waitFor() },

  { name: 'welcome-agreed', who: 'newcomer', arrange: press('step-consent') },
  { name: 'welcome-join', who: 'newcomer', arrange: toJoin },
  {
    name: 'welcome-bad-code',
    who: 'newcomer',
    arrange: (page, { hubUrl }) => tryCode(page, hubUrl, 'K7QM'),
  },
  {
    name: 'welcome-unknown-code',
    who: 'newcomer',
    arrange: (page, { hubUrl }) => tryCode(page, hubUrl, 'K7QM-3XPA-9TDW'),
  },
  {
    name: 'welcome-bad-address',
    who: 'newcomer',
    arrange: page => tryCode(page, 'nhipso.tayninh.gov.vn', 'K7QM-3XPA-9TDW'),
  },
  {
    name: 'welcome-offline',
    who: 'newcomer',
    arrange: page => tryCode(page, 'http://127.0.0.1:9', 'K7QM-3XPA-9TDW'),
  },
  { name: 'popup-not-joined', who: 'newcomer' },

  { name: 'welcome-joined', who: 'member', arrange: toJoin },
  { name: 'popup', who: 'member', arrange: page => page.locator('.standing .number').waitFor() },
  {
    name: 'popup-paused',
    who: 'member',
    arrange: page => page.locator('.pause button').nth(1).click(),
    after: page => page.locator('.state .main').click(),
  },
  { name: 'popup-not-the-hub', who: 'member', arrange: troubled({ why: 'not-the-hub' }), after: delivered },
  {
    name: 'popup-device-unknown',
    who: 'member',
    arrange: troubled({ why: 'device-unknown' }),
    after: delivered,
  },
  {
    name: 'popup-clock-off',
    who: 'member',
    arrange: troubled({ why: 'clock-off', clockDifferenceMs: 5_400_000 }),
    after: delivered,
  },
  { name: 'diary', who: 'member' },
  { name: 'diary-day', who: 'member', arrange: press('day') },
  { name: 'diary-week', who: 'member', arrange: press('week') },
  { name: 'diary-month', who: 'member', arrange: press('month') },
  {
    name: 'diary-held',
    who: 'member',
    arrange: async page => {
      await press('held')(page)
      await page.locator('#held .done').waitFor()
    },
  },
  {
    name: 'diary-sure',
    who: 'member',
    arrange: async page => {
      await press('erase-all')(page)
      await press('withdraw-erase')(page)
      await page.locator('.act button').first().click()
    },
  },
  { name: 'diary-bad-copy', who: 'member', arrange: read('{"kind":"photos"}') },
  { name: 'diary-copy', who: 'member', arrange: read(JSON.stringify(COPY)) },
  { name: 'options', who: 'member' },
  {
    name: 'options-code',
    who: 'member',
    arrange: async page => {
      await press('link')(page)
      await page.locator('.code').waitFor()
    },
  },
  { name: 'options-platform-waits', who: 'member', arrange: addPlatform },
  { name: 'team-not-mine', who: 'member', arrange: page => page.locator('.trouble').waitFor() },

  { name: 'team', who: 'manager', arrange: page => page.locator('.weeks tbody tr').first().waitFor() },
]
