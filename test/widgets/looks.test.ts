// The stories look as they looked: which parts are seen, how wide they stand, in which colours. Heights of text are the machine's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath } from '../browsers.ts'
import { html, openStand, type Stand } from '../fixtures/stand.ts'
import { buildScript } from './build.ts'
import { hubOf } from './score-states.ts'

const EXECUTABLE = chromiumPath()
const STORIES = ['nhipso-score', 'elements']

/** One line for each part of each element of a story: what can be seen of it, without what a font decides. */
const LOOKS = `[...document.querySelectorAll('[id]')].filter(one => one.localName.startsWith('nhipso-')).map(one => {
  const shadow = one.shadowRoot
  if (!shadow) return one.id + ': what stands between its tags'
  const card = shadow.querySelector('.card')
  const { backgroundColor, borderColor, display } = getComputedStyle(card)
  const parts = new Set()
  for (const part of card.querySelectorAll('[part]')) {
    if (!part.checkVisibility() || !part.textContent.trim() && part.localName !== 'svg') continue
    const { color, fontSize, fontWeight } = getComputedStyle(part)
    parts.add(part.getAttribute('part') + ' ' + color + ' ' + fontSize + ' ' + fontWeight)
  }
  const fits = card.scrollWidth <= card.clientWidth ? 'fits' : 'is cut'
  return [one.id + ': ' + Math.round(one.getBoundingClientRect().width) + ' wide, ' + fits, display, backgroundColor, borderColor, ...[...parts].sort()]
})`

describe.skipIf(EXECUTABLE === null)('the story', () => {
  let browser: Browser
  let hub: Stand
  beforeAll(async () => {
    const js = await buildScript()
    const story = (name: string) =>
      readFileSync(join(import.meta.dirname, '../../widgets/stories', `${name}.html`), 'utf8')
    hub = await openStand((path, search) =>
      STORIES.includes(path.slice(1))
        ? html(story(path.slice(1)).replaceAll('{HUB}', hub.url))
        : hubOf(js, Date.now)(path, search),
    )
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await hub?.close()
  })

  it.each(STORIES.flatMap(name => [[name, 'light'] as const, [name, 'dark'] as const]))(
    '%s looks the same, %s',
    async (name, colorScheme) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 4000 }, colorScheme })
      await page.goto(`${hub.url}/${name}`, { waitUntil: 'networkidle' })
      const told = () => page.evaluate<unknown>(LOOKS)
      const late = name === 'elements' ? '#targets-none .note' : '#unreachable .note'
      await page.locator(late).waitFor()
      await page.waitForFunction(
        `[...document.querySelectorAll('[agency=ranked], [agency=stale], [agency=final]')].every(one => one.shadowRoot)`,
      )
      await expect(`${JSON.stringify(await told(), null, 2)}\n`).toMatchFileSnapshot(
        `looks/${name}.${colorScheme}.json`,
      )
      await page.close()
    },
  )
})
