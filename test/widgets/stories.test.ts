// Every story is what it says, has nothing for axe to mend, and looks as it looked: on light and dark screens, on paper, in forced colours.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORIES } from '../../widgets/stories/stories.ts'
import { chromiumPath } from '../browsers.ts'
import { NOW } from '../fixtures/snapshot.ts'
import { openStand, type Stand } from '../fixtures/stand.ts'
import { root, tracked } from '../rules/tree.ts'
import { storyHub } from '../stories/hub.ts'
import { differs, looksOf, openStory, pictureOf, STEADY } from '../stories/looks.ts'
import { storyTable } from '../stories/table.ts'
import { buildScript } from './build.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EXECUTABLE = chromiumPath()

describe('the stories', () => {
  it('have names of their own, and five elements among them', () => {
    expect(new Set(STORIES.map(one => one.name)).size).toBe(STORIES.length)
    expect(new Set(STORIES.map(one => one.show)).size).toBe(5)
  })

  it.each(['en', 'vi'] as const)('stand in the documentation with their pictures: %s', lang => {
    const file = lang === 'en' ? 'docs/widgets.md' : 'docs/widgets.vi.md'
    const text = readFileSync(join(root, file), 'utf8')
    for (const table of storyTable(lang)) expect(text).toContain(table)
  })

  it('leave no picture behind that no story shows', () => {
    const shown = STORIES.flatMap(one => looksOf(one).map(look => `docs/looks/${one.name}.${look}.png`))
    expect(tracked(/^docs\/looks\//).filter(file => !shown.includes(file))).toEqual([])
  })
})

describe.skipIf(EXECUTABLE === null)('the story', () => {
  let browser: Browser
  let hub: Stand
  beforeAll(async () => {
    const js = await buildScript()
    hub = await openStand(
      storyHub(
        () => js,
        () => NOW,
      ),
    )
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: STEADY })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await hub?.close()
  })

  it.each(STORIES)('$name: $told.en', { timeout: 60_000 }, async story => {
    for (const look of looksOf(story)) {
      const page = await openStory(browser, hub.url, story, look)
      expect(differs(story, look, await pictureOf(page, story))).toBeNull()
      await page.evaluate(axe)
      const faults = `axe.run('main').then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target)))`
      expect(await page.evaluate(faults)).toEqual([])
      await page.close()
    }
  })
})
