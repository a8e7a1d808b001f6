// One of the people of the states, in a real browser of their own, and the way to each state of theirs.
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { dayOf } from '../../shared/core/day.ts'
import { extensionOrigin, extensionPage, openChromium } from '../journey/chromium.ts'
import { sampleDays, seedExtensionDb } from '../journey/seed-extension-db.ts'
import { agree, join as enrol, joined } from '../journey/welcome.ts'
import type { Doors } from './sample.ts'
import type { Person, State } from './states.ts'

/** So many days back a member's diary goes. */
const DAYS_BEHIND = 60

export interface Seat {
  readonly browser: BrowserContext
  /** Opens the page of a state and arranges it; the caller closes it with `leave`. */
  readonly reach: (state: State) => Promise<Page>
  readonly leave: (state: State, page: Page) => Promise<void>
}

export async function seat(
  who: Person,
  place: { folder: string; webPort: number },
  doors: Doors,
): Promise<Seat> {
  const browser = await openChromium({ profile: join(place.folder, who), webPort: place.webPort })
  const welcome = await extensionPage(browser, '/welcome.html')
  await arrive(who, welcome, doors)
  await welcome.close()
  const origin = await extensionOrigin(browser)
  return {
    browser,
    reach: async state => {
      const page = await browser.newPage()
      await page.goto(`${origin}/${state.name.split('-')[0]}.html`)
      await page.locator('h1').waitFor()
      await state.arrange?.(page, doors)
      return page
    },
    leave: async (state, page) => {
      await state.after?.(page)
      await page.close()
    },
  }
}

async function arrive(who: Person, welcome: Page, { hubUrl, memberCode, managerCode }: Doors): Promise<void> {
  await welcome.locator('[name=next]').waitFor()
  if (who === 'stranger') return
  await agree(welcome)
  if (who === 'newcomer') return
  await enrol(welcome, hubUrl, who === 'manager' ? managerCode : memberCode)
  await joined(welcome)
  const days = sampleDays(dayOf(Date.now()), DAYS_BEHIND)
  await seedExtensionDb(
    welcome,
    days.map(value => ({ store: 'days', value })),
  )
}

/** The page in the other language, as the person asks for it. */
export async function speak(page: Page, language: 'vi' | 'en'): Promise<void> {
  await page.locator(`.languages [lang=${language}]`).click()
  await page.locator(`main[lang=${language}]`).waitFor()
}
