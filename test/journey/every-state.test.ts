// Every page of the extension in every state, as people with other eyes, hands and screens meet it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Seat, seat } from '../shots/person.ts'
import { PEOPLE, STATES } from '../shots/states.ts'
import { violations } from './access.ts'
import { World } from './world.ts'

/** Whatever can be pressed or filled in. */
const PRESSED = 'button, a[href], input, select, textarea, summary'

/** 1280 pixels at 400 %. */
const NARROW = { width: 320, height: 256 }
const WIDE = { width: 1280, height: 900 }

/** How much wider the page is than its window. */
const over = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** What can be pressed or filled in without a name to call it by. */
const nameless = (page: Page): Promise<string[]> =>
  page.locator(PRESSED).evaluateAll(all =>
    all
      .filter(one => one.checkVisibility())
      .filter(one => {
        const labels = 'labels' in one ? [...((one.labels as NodeListOf<HTMLElement> | null) ?? [])] : []
        const words = [
          one.getAttribute('aria-label'),
          one.textContent,
          ...labels.map(label => label.textContent),
        ]
        return words.every(word => !word?.trim())
      })
      .map(one => one.outerHTML),
  )

/** Day, month, year and the calendar are stops of their own. */
const DATE_STOPS = 4

/** What cannot be reached by Tab, though it can be pressed. */
async function unreached(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    document.addEventListener('focusin', ({ target }) => (target as Element).setAttribute('data-reached', ''))
  })
  const stops = await page.locator(`${PRESSED}, [tabindex="0"]`).count()
  const more = DATE_STOPS * (await page.locator('input[type=date]').count())
  for (let pressed = 0; pressed <= stops + more; pressed += 1) await page.keyboard.press('Tab')
  return page.locator(PRESSED).evaluateAll(all =>
    all
      .filter(one => one.checkVisibility() && !(one as HTMLButtonElement).disabled)
      .filter(one => !one.hasAttribute('data-reached'))
      // one Tab leads into a group of radio buttons, arrows from one to the next
      .filter(one => {
        const group = one instanceof HTMLInputElement && one.type === 'radio' ? one.name : null
        return !group || !document.querySelector(`input[name="${group}"][data-reached]`)
      })
      .map(one => one.outerHTML),
  )
}

it('every page has a state, and every person', () => {
  const pages = new Set(STATES.map(({ name }) => name.split('-')[0]))
  expect([...pages].sort()).toEqual(['diary', 'options', 'popup', 'team', 'welcome'])
  expect(new Set(STATES.map(({ who }) => who))).toEqual(new Set(PEOPLE))
})

describe.each(PEOPLE)('for a %s', who => {
  let house: World
  let place: Seat
  beforeAll(async () => {
    house = await World.build()
    const [memberCode, managerCode] = [await house.code(), await house.code('--role', 'manager')]
    const doors = { hubUrl: house.hubUrl, memberCode, managerCode }
    place = await seat(who, { folder: house.folder, webPort: house.webPort }, doors)
  })
  afterAll(async () => {
    await place?.browser.close()
    await house?.close()
  })

  it.each(STATES.filter(state => state.who === who).map(state => [state.name, state] as const))(
    '%s breaks no rule in both themes and in forced colours, fits at 400 %, and is reached by keyboard',
    async (_, state) => {
      const page = await place.reach(state)
      for (const [look, size] of [
        [{ colorScheme: 'light', forcedColors: 'none' }, WIDE],
        [{ colorScheme: 'dark', forcedColors: 'none' }, NARROW],
        [{ colorScheme: 'light', forcedColors: 'active' }, NARROW],
      ] as const) {
        await page.emulateMedia({ ...look, reducedMotion: 'reduce' })
        await page.setViewportSize(size)
        expect([await violations(page), await over(page)], JSON.stringify(look)).toEqual([[], 0])
      }
      expect([await nameless(page), await unreached(page)]).toEqual([[], []])
      await place.leave(state, page)
    },
  )
})
