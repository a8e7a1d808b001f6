// What a reader sees while the hub is killed, answers nonsense, or comes back; when a week closes; when the campaign ends.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { onlyAgency, type Snapshot } from '../../shared/wire/snapshot.ts'
import { headlessPath } from '../browsers.ts'
import {
  type Answer,
  type AnswerServer,
  type Answers,
  html,
  image,
  json,
  openAnswerServer,
  script,
} from '../fixtures/answer-server.ts'
import { cell, OFFICIAL, snapshotOf } from '../fixtures/snapshot.ts'
import { buildScript } from './build.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EXECUTABLE = headlessPath()
const TAGS = ['score', 'board', 'trend', 'targets', 'ticker'] as const

const released = (over: Partial<Snapshot> = {}): Snapshot =>
  snapshotOf(
    [
      cell({ at: Date.now() }),
      cell({ id: 'so-y-te', name: { vi: 'Sở Y tế', en: 'Health' }, score: 812, rank: 4, at: Date.now() }),
    ],
    { at: Date.now(), ttl: 864_000, ...over },
  )

/** What a troubled hub says to a question for data; null: what is released. */
const TROUBLES: Readonly<Record<string, Answer | null>> = {
  'is killed': null,
  'answers 500': json({ type: 'urn:nhipso:problem:internal' }, 500),
  'answers a page instead of data': html('<!doctype html><h1>Cổng thông tin đang bảo trì</h1>'),
  'answers half a release': json('{"version": 1, "agencies": [{"id"'),
  'answers a release of another shape': json({
    version: 1,
    agencies: 'many',
    tiers: [],
    at: 1,
    ttl: 1,
    release: 1,
  }),
  'answers agencies without their weeks': json(
    JSON.stringify(snapshotOf([cell()])).replace(/"trend":\[[^\]]*\]/, '"trend":null'),
  ),
  'begins an answer and never ends it': { type: 'text/event-stream', body: '{"version"' },
}

describe.skipIf(EXECUTABLE === null)('the five elements, when the hub', () => {
  let js: string
  let browser: Browser
  let hub: AnswerServer
  let host: AnswerServer
  let page: Page
  let now: Snapshot
  let trouble: Answer | null

  const answers: Answers = path => {
    if (path === '/w/1/nhipso.js') return script(js)
    if (path.startsWith('/badge/')) return image('87,4')
    if (!path.startsWith('/api/v1/scores')) return null
    return trouble ?? json(path === '/api/v1/scores' ? now : onlyAgency(now, 'so-noi-vu', OFFICIAL))
  }

  beforeAll(async () => {
    js = await buildScript()
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser?.close())
  beforeEach(async () => {
    now = released()
    trouble = null
    hub = await openAnswerServer(answers)
    const told = TAGS.map(tag => `<nhipso-${tag} agency="so-noi-vu"></nhipso-${tag}>`).join('<hr>')
    host = await openAnswerServer(() =>
      html(
        `<!doctype html><html lang="vi"><title>x</title><main><h1>x</h1>${told}</main><script async src="${hub.url}/w/1/nhipso.js"></script>`,
      ),
    )
    page = await browser.newPage({ viewport: { width: 700, height: 1600 } })
    await page.clock.install()
    await page.goto(host.url.replace('127.0.0.1', 'localhost'))
    await expect.poll(freshness).toEqual(TAGS.map(() => 'Cập nhật lúc'))
  })
  afterEach(async () => {
    await page.close()
    await Promise.all([hub.close(), host.close()])
  })

  /** Of each element the words before its time. */
  const freshness = (): Promise<string[]> =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(TAGS.map(tag => `nhipso-${tag}`).join(','))})]
        .map(one => [...(one.shadowRoot?.querySelectorAll('.card > .freshness') ?? [])].at(-1)?.textContent.replace(/ \\d.*/, '') ?? '')`,
    )
  /** In small steps: a question that is under way must not look unanswered for ten of the page's seconds. */
  const goOn = () => page.clock.runFor(4000)
  /** Time goes by, until every element says so. */
  const until = (words: string) =>
    expect
      .poll(
        async () => {
          await goOn()
          return freshness()
        },
        { timeout: 25_000, interval: 100 },
      )
      .toEqual(TAGS.map(() => words))
  const score = () => page.locator('nhipso-score .score').innerText()
  async function hasNothingToMend(): Promise<void> {
    await page.evaluate(axe)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(
        await page.evaluate(
          'axe.run("main").then(r => r.violations.map(v => v.id + " " + v.nodes.map(n => n.target)))',
        ),
      ).toEqual([])
    }
  }

  it.each(Object.keys(TROUBLES))(
    '%s, keep their figures and say since when; and go on when it is back',
    async name => {
      const { port } = new URL(hub.url)
      trouble = TROUBLES[name] ?? null
      if (name === 'is killed') await hub.close()
      await until('Mất kết nối, số liệu lúc')
      expect(await score()).toBe('87,4/100')
      await hasNothingToMend()
      trouble = null
      now = released({ release: 42, agencies: now.agencies.map(one => ({ ...one, score: 881 })) })
      if (name === 'is killed') hub = await openAnswerServer(answers, Number(port))
      await until('Cập nhật lúc')
      expect(await score()).toBe('88,1/100')
    },
  )

  it('says nothing new for days, call their figures old', async () => {
    now = released({ ttl: 60, at: Date.now() - 600_000 })
    await until('Chưa cập nhật từ')
    expect(await score()).toBe('87,4/100')
    await hasNothingToMend()
  })

  it('closes a week, show the new final and the new ranks', async () => {
    const [first, second] = now.agencies
    if (!first || !second) throw new Error('two agencies')
    const trend = [...first.trend, { week: '2026-W48', score: 901 }]
    const agencies = [
      { ...first, score: 901, rank: 4, trend },
      { ...second, score: 912, rank: 3 },
    ]
    now = released({ release: 42, agencies })
    await expect
      .poll(
        async () => {
          await goOn()
          return [await score(), await page.locator('nhipso-board .name').first().innerText()]
        },
        { timeout: 20_000 },
      )
      .toEqual(['90,1/100', 'Sở Y tế'])
    await expect.poll(() => page.locator('nhipso-trend .note').innerText()).toMatch(/đến 90,1 điểm$/)
    await hasNothingToMend()
  })

  it('ends the campaign, call their figures final and ask no more', async () => {
    now = released({ final: true, release: 43 })
    await until('Kết quả cuối cùng, chốt lúc')
    const asked = hub.asked.length
    await page.clock.runFor(1_200_000)
    expect(hub.asked.length).toBe(asked)
    await hasNothingToMend()
  })
})
