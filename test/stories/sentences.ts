// Each story of one element as a sentence of a test: it is what it says, has nothing for axe to mend, and looks as it looked.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORIES } from '../../widgets/stories/stories.ts'
import type { Story } from '../../widgets/stories/story.ts'
import { headlessPath } from '../browsers.ts'
import { type AnswerServer, openAnswerServer } from '../fixtures/answer-server.ts'
import { NOW } from '../fixtures/snapshot.ts'
import { buildScript } from '../widgets/build.ts'
import { storyHub } from './hub.ts'
import { differs, looksOf, openStory, pictureOf, STEADY } from './looks.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EXECUTABLE = headlessPath()
const FAULTS = `axe.run('main').then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target)))`

export function storiesOf(show: Story['show']): void {
  describe.skipIf(EXECUTABLE === null)('the story', () => {
    let browser: Browser
    let hub: AnswerServer
    beforeAll(async () => {
      const js = await buildScript()
      hub = await openAnswerServer(
        storyHub(
          () => js,
          () => NOW,
        ),
      )
      browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: STEADY })
    })
    afterAll(async () => {
      await browser?.close()
      await hub?.close()
    })

    it.each(STORIES.filter(one => one.show === show))('$name: $told.en', async story => {
      const [first = 'light', ...others] = looksOf(story)
      const page = await openStory(browser, hub.url, story, first)
      await page.evaluate(axe)
      for (const look of [first, ...others]) {
        // a reader whose screen turns dark in the evening sees what one sees who opens the page then
        if (look === 'dark') await page.emulateMedia({ colorScheme: 'dark' })
        expect(differs(story, look, await pictureOf(page, story))).toBeNull()
        expect(await page.evaluate(FAULTS)).toEqual([])
      }
      await page.context().close()
    })
  })
}
