// `npm run stories`: every element in every state as a page to look at, built anew at each reload; with `--keep [NAME …]` the pictures are taken anew.
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { STORIES } from '../widgets/stories/stories.ts'
import { headlessPath } from './browsers.ts'
import { openAnswerServer } from './fixtures/answer-server.ts'
import { NOW } from './fixtures/snapshot.ts'
import { storyHub } from './stories/hub.ts'
import { keep, looksOf, openStory, pictureOf, STEADY } from './stories/looks.ts'
import { buildScript } from './widgets/build.ts'

const PORT = 8790

async function keepThem(names: readonly string[]): Promise<void> {
  const stories = STORIES.filter(one => names.length === 0 || names.includes(one.name))
  const executablePath = headlessPath()
  if (executablePath === null)
    throw new Error('no Chromium here: install it with "apt-get install chromium-headless-shell"')
  const js = await buildScript()
  const hub = await openAnswerServer(
    storyHub(
      () => js,
      () => NOW,
    ),
  )
  const browser = await chromium.launch({ executablePath, args: STEADY })
  for (const story of stories)
    for (const look of looksOf(story)) {
      const page = await openStory(browser, hub.url, story, look)
      keep(story, look, await pictureOf(page, story))
      await page.close()
    }
  await browser.close()
  await hub.close()
  console.log(`kept the pictures of ${stories.length} stories in docs/looks`)
}

const { values, positionals } = parseArgs({
  options: { keep: { type: 'boolean' } },
  allowPositionals: true,
})
if (values.keep) await keepThem(positionals)
else {
  const { url } = await openAnswerServer(storyHub(buildScript, Date.now), PORT)
  console.log(`${STORIES.length} stories: ${url} (Ctrl-C stops)`)
}
