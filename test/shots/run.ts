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
/** The popup is as wide as it asks to be; 320 pixels are a tab on a phone. */
const POPUP_WIDTHS = [320, 640] as const
const HEIGHT = 900
const AGENCY = 'so-noi-vu'
/** The first screen of these stands in the README. */
const README: Readonly<Record<string, { width: number; height: number }>> = {
  popup: { width: 640, height: 600 },
  team: { width: 1200, height: 800 },
}

interface Shot {
  readonly language: (typeof LANGUAGES)[number]
  readonly colorScheme: (typeof THEMES)[number]
  readonly width: number
}

const words = process.argv.slice(2)
/** Every picture, or those whose names hold one of the words. */
const wanted = (name: string): boolean => words.length === 0 || words.some(word => name.includes(word))
let taken = 0

async function take(page: Page, name: string, fullPage: boolean): Promise<void> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const picture = small(await page.screenshot({ fullPage, animations: 'disabled' }))
  writeFileSync(join(TARGET, `${name}.png`), picture)
  taken += picture.length
}

const nameOf = ({ name }: State, { language, colorScheme, width }: Shot): string =>
  `${name}.${language}.${colorScheme}.${width}`

const shotsOf = (state: State): readonly Shot[] =>
  LANGUAGES.flatMap(language =>
    (state.name.startsWith('popup') ? POPUP_WIDTHS : WIDTHS).flatMap(width =>
      THEMES.map(colorScheme => ({ language, colorScheme, width })),
    ),
  ).filter(shot => wanted(nameOf(state, shot)))

async function everyLook(page: Page, state: State): Promise<void> {
  for (const shot of shotsOf(state)) {
    await speak(page, shot.language)
    await page.setViewportSize({ width: shot.width, height: HEIGHT })
    await page.emulateMedia({ colorScheme: shot.colorScheme, reducedMotion: 'reduce' })
    await take(page, nameOf(state, shot), true)
  }
  await speak(page, 'vi')
}

async function firstScreen(page: Page, name: string, size: { width: number; height: number }): Promise<void> {
  if (!wanted(`readme-${name}`)) return
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(size)
  await take(page, `readme-${name}`, false)
}

async function extension(place: Place, sample: Sample): Promise<void> {
  for (const who of PEOPLE) {
    const states = STATES.filter(
      state => state.who === who && (shotsOf(state).length > 0 || wanted(`readme-${state.name}`)),
    )
    if (states.length === 0) continue
    const { browser, reach, leave } = await seat(who, place, sample)
    for (const state of states) {
      const page = await reach(state)
      await everyLook(page, state)
      const size = README[state.name]
      if (size) await firstScreen(page, state.name, size)
      await leave(state, page)
      console.log(state.name)
    }
    await browser.close()
  }
}

/** The hub's own pages, as a reader of the README sees them. */
async function pages({ folder, webPort }: Place, { hubUrl }: Sample): Promise<void> {
  const browser = await openChromium({ profile: join(folder, 'reader'), webPort })
  const page = await browser.newPage()
  const to = routes(hubUrl)
  for (const [name, url] of Object.entries({ scoreboard: to.board(), agency: to.agency(AGENCY) })) {
    await page.goto(url)
    await firstScreen(page, name, { width: 1200, height: 800 })
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
  for (const old of readdirSync(TARGET).filter(file => words.length === 0 && file.endsWith('.png')))
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
  await (words[0] === 'looks' ? looks(place) : everything(place))
} finally {
  await web.close()
  rmSync(folder, { recursive: true, force: true })
}
