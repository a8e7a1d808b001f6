// Board, trend, targets and ticker from the built script in a real browser, on a page of another origin with manners of its own.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficialResult } from '../../shared/wire/snapshot.ts'
import { sheetPage } from '../../widgets/stories/host.ts'
import { STORIES } from '../../widgets/stories/stories.ts'
import { headlessPath } from '../browsers.ts'
import { type AnswerServer, html, json, openAnswerServer } from '../fixtures/answer-server.ts'
import { cell, OFFICIAL, snapshotOf } from '../fixtures/snapshot.ts'
import { hubOf } from '../stories/hub.ts'
import { buildScript } from './build.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EXECUTABLE = headlessPath()

const trendTo = (score: number) => [
  { week: '2026-W46', score: 800 },
  { week: '2026-W47', score },
]

describe.skipIf(EXECUTABLE === null)('on a page of another origin', () => {
  let browser: Browser
  let hub: AnswerServer
  let host: AnswerServer
  let page: Page
  let content = ''
  let score = 874
  let official: OfficialResult[] = []
  const startedAt = Date.now()

  beforeAll(async () => {
    const js = await buildScript()
    hub = await openAnswerServer((path, search) =>
      path === '/api/v1/scores/moving'
        ? json(
            snapshotOf([cell({ id: 'moving', score, at: startedAt, trend: trendTo(score) })], {
              ...{ at: startedAt, ttl: 86_400, official },
              release: score,
            }),
          )
        : hubOf(js, Date.now)(path, search),
    )
    host = await openAnswerServer(() => html(content))
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: ['--no-sandbox'] })
    content = sheetPage(STORIES, hub.url)
    page = await browser.newPage({ viewport: { width: 1280, height: 3000 } })
    await page.goto(host.url.replace('127.0.0.1', 'localhost'))
    await page.locator('#trend-unreachable .note').waitFor()
    await page.locator('#board-two-blocks table').first().waitFor()
    await page.locator('#targets-none .note').waitFor()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await Promise.all([hub?.close(), host?.close()])
  })
  const texts = (selector: string) => page.locator(selector).allInnerTexts()

  it('a board shows the best of a block in the order of their ranks, each with a link', async () => {
    expect(await texts('#board-block .rank')).toEqual(['1', '2', '3', '4', '5'])
    const scores = (await texts('#board-block .score')).map(text => Number(text.replace(',', '.')))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(await page.locator('#board-block th.name a').first().getAttribute('href')).toMatch(
      /^http:\/\/127[^?]*\/agency\/[a-z-]+$/,
    )
    expect(await page.locator('#board-block').getByRole('table').count()).toBe(1)
    expect(await texts('#board-block thead th')).toEqual(['Hạng', 'Cơ quan, đơn vị', 'Điểm', 'Xếp loại'])
  })

  it('ranks never cross blocks: a level of two blocks is two tables', async () => {
    expect(await texts('#board-two-blocks .rank')).toEqual(['1', '2', '3', '1', '2', '3'])
    expect(await page.locator('#board-two-blocks table').count()).toBe(2)
  })

  it('a board of nobody keeps what stood there', async () => {
    expect(await page.locator('#board-nobody > a').isVisible()).toBe(true)
    expect(await page.locator('#board-nobody').evaluate(one => one.shadowRoot)).toBeNull()
  })

  it('fits 180 pixels and 1200 pixels, and loses no score', async () => {
    for (const id of [
      'board-narrow',
      'board-two-blocks',
      'trend-narrow',
      'trend-wide',
      'targets-english',
      'targets-wide',
    ]) {
      const over = await page
        .locator(`#${id}`)
        .evaluate(one => one.shadowRoot!.querySelector('.card')!.scrollWidth - one.clientWidth)
      expect(over, id).toBeLessThanOrEqual(0)
    }
    expect(await page.locator('#board-narrow .score').first().isVisible()).toBe(true)
    expect(await page.locator('#board-narrow .tier').first().isVisible()).toBe(false)
    expect(await page.locator('#board-two-blocks .tier').first().isVisible()).toBe(true)
  })

  it('a trend is a line, a sentence, and on request a table', async () => {
    expect(await texts('#trend-weeks .note')).toEqual(['12 tuần: từ 71,2 đến 86,2 điểm'])
    const line = page.locator('#trend-weeks svg')
    expect(await line.isVisible()).toBe(true)
    expect((await line.locator('path').getAttribute('d'))?.match(/M/g)).toHaveLength(2)
    expect(await page.locator('#trend-weeks table').isVisible()).toBe(false)
    await page.locator('#trend-weeks summary').focus()
    await page.keyboard.press('Enter')
    expect(await texts('#trend-weeks tr')).toHaveLength(12)
    expect((await texts('#trend-weeks tr'))[0]).toMatch(/^Tuần 47\/2026 .*86,2$/)
    await page.keyboard.press('Enter')
    expect(await texts('#trend-narrow .note')).toEqual(['4 weeks: from 84.1 to 86.2 points'])
  })

  it('a trend says why there is no line, that it is old, or that it is final', async () => {
    expect(await texts('#trend-suppressed .note')).toEqual(['Chưa đủ số liệu'])
    expect(await texts('#trend-unknown .note')).toEqual(['Không tìm thấy cơ quan: unknown'])
    expect(await texts('#trend-unreachable .note')).toEqual(['Không tải được điểm số'])
    expect((await texts('#trend-stale .freshness'))[0]).toMatch(/^Chưa cập nhật từ /)
    expect((await texts('#trend-final .freshness'))[0]).toMatch(/^Kết quả cuối cùng, chốt lúc /)
  })

  it('targets are told as their source published them, with source and day, and as no part of the score', async () => {
    expect(await texts('#targets-results .score')).toEqual(['98,53%', '71,5'])
    expect(await texts('#targets-results .name')).toEqual([
      'Tỷ lệ hồ sơ trực tuyến\n2026-Q3 · Báo cáo 12/BC theo 45/2020/NĐ-CP (đã hết hiệu lực) · 05/10/2026',
      'DTI\n2025 · Báo cáo 3/BC · 31/01/2026',
    ])
    expect(await texts('#targets-results .note')).toEqual([
      'Kết quả chính thức, không tính vào điểm Nhịp Số.',
    ])
    expect(await texts('#targets-english .score')).toEqual(['98.53%', '71.5'])
    expect((await texts('#targets-stale .freshness')).at(-1)).toMatch(/^Chưa cập nhật từ /)
    expect(await texts('#targets-none .note')).toEqual(['Chưa có số liệu'])
    expect(await page.locator('#targets-unknown > a').isVisible()).toBe(true)
  })

  it('a ticker shows the first of each block, and nothing moves', async () => {
    expect(await texts('#ticker-one-each .rank')).toEqual(['Rank 1/12', 'Rank 1/69'])
    expect(await page.evaluate('document.getAnimations().length')).toBe(0)
  })

  it('all are themselves whatever the page’s style, with nothing for axe to mend', async () => {
    const look = await page
      .locator('#board-block .name')
      .first()
      .evaluate(one => {
        const { color, fontStyle, letterSpacing } = getComputedStyle(one)
        return { color, fontStyle, letterSpacing }
      })
    expect(look).toEqual({ color: 'rgb(20, 38, 43)', fontStyle: 'normal', letterSpacing: 'normal' })
    await page.evaluate(axe)
    const faults = await page.evaluate(
      'axe.run({ include: [["nhipso-board"], ["nhipso-trend"], ["nhipso-targets"], ["nhipso-ticker"]] }).then(r => r.violations.map(v => v.id + " " + v.nodes.map(n => n.target)))',
    )
    expect(faults).toEqual([])
  })

  it('five elements of one release are one question', () => {
    expect(hub.asked.filter(path => path === '/api/v1/scores/ranked')).toHaveLength(1)
  })

  it('a result that comes without a release is shown all the same', async () => {
    content = `<!doctype html><html lang="vi"><title>x</title><nhipso-targets agency="moving"></nhipso-targets>
      <script async src="${hub.url}/w/1/nhipso.js"></script>`
    official = []
    const waiting = await browser.newPage()
    await waiting.clock.install()
    await waiting.goto(host.url)
    await waiting.locator('nhipso-targets').getByText('Chưa có số liệu').waitFor()
    official = [...OFFICIAL]
    await expect
      .poll(
        async () => {
          await waiting.clock.runFor(36_000)
          return waiting.locator('nhipso-targets .score').allInnerTexts()
        },
        { timeout: 20_000 },
      )
      .toEqual(['98,53%', '71,5'])
    await waiting.close()
  })

  it('a change keeps the keyboard where it was, and is announced only where the page asks for it', async () => {
    content = `<!doctype html><html lang="vi"><title>x</title><nhipso-trend agency="moving" announce></nhipso-trend>
      <nhipso-score agency="moving"></nhipso-score><script async src="${hub.url}/w/1/nhipso.js"></script>`
    const moving = await browser.newPage()
    await moving.clock.install()
    score = 851
    await moving.goto(host.url)
    await moving.locator('nhipso-trend .title').focus()
    const before = await moving.locator('nhipso-trend [role=status]').innerText()
    score = 912
    const later = async (selector: string): Promise<string> => {
      await moving.clock.runFor(36_000)
      return moving.locator(selector).innerText()
    }
    await expect.poll(() => later('nhipso-score .score'), { timeout: 20_000 }).toBe('91,2/100')
    await expect
      .poll(() => later('nhipso-trend [role=status]'))
      .toBe('Sở Nội vụ: 2 tuần: từ 80,0 đến 91,2 điểm')
    expect(before).toBe('')
    const focused = 'document.querySelector("nhipso-trend").shadowRoot.activeElement.className'
    expect(await moving.evaluate(focused)).toBe('title')
    expect(await moving.locator('nhipso-score [role=status]').count()).toBe(0)
    await moving.close()
  })
})
