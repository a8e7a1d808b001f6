// What a story looks like, as a picture: taken in Chromium with a font of ours, kept beside the documentation, compared pixel by pixel.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import type { Browser, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { Story } from '../../widgets/stories/story.ts'
import { NOW } from '../fixtures/snapshot.ts'
import { root } from '../rules/tree.ts'

/** Where the pictures are kept: the documentation shows them. */
const LOOKS = join(root, 'docs/looks')
/** What differs is laid down here. */
const DIFFERENT = join(root, 'test/.artifacts/looks')
/** Letters are drawn the same whatever the machine has set up. */
export const STEADY = [
  '--no-sandbox',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]

const LOOK_OF = { paper: 'paper', 'forced-colours': 'forced' } as const
/** `light` and `dark`, or the one that the story is about. */
export type Look = 'light' | 'dark' | 'paper' | 'forced'
export const looksOf = ({ on }: Story): readonly Look[] => (on ? [LOOK_OF[on]] : ['light', 'dark'])

/** Opens a story and waits until it has come to its end. */
export async function openStory(browser: Browser, hub: string, story: Story, look: Look): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: look === 'dark' ? 'dark' : 'light',
    forcedColors: look === 'forced' ? 'active' : 'none',
  })
  if (look === 'paper') await page.emulateMedia({ media: 'print' })
  await page.clock.install({ time: NOW })
  const answered = page.waitForResponse(one => one.url().includes('/api/'))
  await page.goto(`${hub}/${story.name}`)
  await answered
  const element = page.locator(`#${story.name}`)
  if (story.loses) {
    await element.locator('.freshness').last().waitFor()
    await page.clock.runFor(36_000)
  }
  if (story.opened) await element.locator('summary').click()
  if (story.sees === null) await kept(page, story)
  else await element.getByText(story.sees).first().waitFor()
  await page.evaluate('document.fonts.ready')
  return page
}

/** What stands between the tags is there, and the answer has changed nothing. */
async function kept(page: Page, { name, fallback }: Story): Promise<void> {
  const place = page.locator(`#${name} > a`)
  await place.waitFor()
  if (fallback === 'image')
    await page.waitForFunction(`document.querySelector('#${name} img').naturalWidth === 240`)
  await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))')
}

/** The element; where it has drawn nothing, the place with what stands between its tags. */
export const pictureOf = (page: Page, { name, sees }: Story): Promise<Buffer> =>
  page.locator(sees === null ? '.place' : `#${name}`).screenshot({ animations: 'disabled', caret: 'hide' })

const fileOf = ({ name }: Story, look: Look): string => join(LOOKS, `${name}.${look}.png`)

export function keep(story: Story, look: Look, picture: Buffer): void {
  mkdirSync(LOOKS, { recursive: true })
  writeFileSync(fileOf(story, look), picture)
}

/** Shares of a picture in thousandths: edges of letters may differ between machines, a word or a colour may not. */
const MOST_PER_MILLE = 2
/** How far a pixel's colour may be away, 0–1: a step of a dozen in one channel is more. */
const THRESHOLD = 0.03

/** Null where a story looks as it looked; else in what it differs. */
export function differs(story: Story, look: Look, picture: Buffer): string | null {
  const file = fileOf(story, look)
  if (!existsSync(file)) return 'there is no picture yet: npm run stories -- --keep'
  const [was, is] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(picture)]
  if (was.width !== is.width || was.height !== is.height)
    return `was ${was.width}×${was.height}, is ${is.width}×${is.height}${laidDown(story, look, picture)}`
  const shown = new PNG({ width: is.width, height: is.height })
  const pixels = pixelmatch(was.data, is.data, shown.data, is.width, is.height, { threshold: THRESHOLD })
  const share = (1000 * pixels) / (is.width * is.height)
  if (share <= MOST_PER_MILLE) return null
  return `${pixels} pixels differ (${share.toFixed(1)} ‰)${laidDown(story, look, picture, PNG.sync.write(shown))}`
}

function laidDown({ name }: Story, look: Look, picture: Buffer, shown?: Buffer): string {
  mkdirSync(DIFFERENT, { recursive: true })
  const file = join(DIFFERENT, `${name}.${look}`)
  writeFileSync(`${file}.png`, picture)
  if (shown) writeFileSync(`${file}.different.png`, shown)
  return `; see test/.artifacts/looks/${name}.${look}.png; if it is meant so: npm run stories -- --keep`
}
