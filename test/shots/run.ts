// `npm run shots [-- WORD …]`: pictures of every page and state, taken from the sample province in a real browser.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { routes } from '../../shared/wire/routes.ts'
import { openChromium } from '../journey/chromium.ts'
import { Web } from '../journey/web.ts'
import { root } from '../rules/tree.ts'
import { LOOKS, openStudio } from './fixed.ts'
import { seat, speak } from './person.ts'
import { small } from './picture.ts'
import { type Sample, startSample } from './sample.ts'
import { PEOPLE, STATES, type State } from './states.ts'

const TARGET = join(root, 'docs/shots')
const LOOKS_TARGET = join(root, 'test/journey/looks')
const LANGUAGES = ['vi', 'en'] as const
const THEMES = ['light', 'dark'] as const
/** A phone or 400 % of 1280 pixels, half of a monitor, a whole one. */
const WIDTHS = [320, 768, 1440] as const
const HEIGHT = 900
/** The hub's own pages, for the README: each as wide as a monitor. */
const AGENCY = 'so-noi-vu'

const only = process.argv.slice(2)
const wanted = (name: string): boolean => only.length === 0 || only.some(word => name.includes(word))
let taken = 0

async function take(page: Page, name: string, fullPage = true): Promise<void> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const picture = small(await page.screenshot({ fullPage, animations: 'disabled' }))
  writeFileSync(join(TARGET, `${name}.png`), picture)
  taken += picture.length
}

async function everyLook(page: Page, { name }: State): Promise<void> {
  for (const language of LANGUAGES) {
    await speak(page, language)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT })
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await take(page, `${name}.${language}.${colorScheme}.${width}`)
      }
    }
  }
  await speak(page, 'vi')
}

async function extension(place: Place, sample: Sample): Promise<void> {
  for (const who of PEOPLE) {
    const states = STATES.filter(state => state.who === who && wanted(state.name))
    if (states.length === 0) continue
    const { browser, reach, leave } = await seat(who, place, sample)
    for (const state of states) {
      const page = await reach(state)
      await everyLook(page, state)
      await leave(state, page)
      console.log(state.name)
    }
    await browser.close()
  }
}

async function pages({ folder, webPort }: Place, { hubUrl }: Sample): Promise<void> {
  const browser = await openChromium({ profile: join(folder, 'reader'), webPort })
  const page = await browser.newPage()
  await page.setViewportSize({ width: 1200, height: 800 })
  const to = routes(hubUrl)
  const all = { 'hub-scoreboard': to.board(), 'hub-agency': to.agency(AGENCY), 'hub-builder': to.builder() }
  for (const [name, url] of Object.entries(all).filter(([one]) => wanted(one))) {
    await page.goto(url)
    await page.waitForLoadState('networkidle')
    await take(page, name, false)
  }
  await browser.close()
}

/** The pictures that a test compares: `npm run shots -- looks` alone draws only these. */
async function looks({ folder, webPort }: Place): Promise<void> {
  const studio = await openStudio(folder, webPort)
  mkdirSync(LOOKS_TARGET, { recursive: true })
  for (const look of LOOKS) writeFileSync(join(LOOKS_TARGET, `${look.name}.png`), await studio.draw(look))
  await studio.close()
}

interface Place {
  readonly folder: string
  readonly webPort: number
}

async function everything(place: Place): Promise<void> {
  mkdirSync(TARGET, { recursive: true })
  for (const old of readdirSync(TARGET).filter(file => only.length === 0 && file.endsWith('.png')))
    rmSync(join(TARGET, old))
  const sample = await startSample(place.folder)
  try {
    await pages(place, sample)
    await extension(place, sample)
    console.log(`${TARGET}: ${Math.round(taken / 1000)} kB`)
  } finally {
    await sample.stop()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'nhipso-shots-'))
const web = new Web()
const place = { folder, webPort: await web.listen() }
try {
  await (only[0] === 'looks' ? looks(place) : everything(place))
} finally {
  await web.close()
  rmSync(folder, { recursive: true, force: true })
}
