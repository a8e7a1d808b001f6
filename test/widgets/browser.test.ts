// The built script in a real browser, on host pages of another origin and with manners of their own.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sheetPage } from '../../widgets/stories/host.ts'
import { SCORE } from '../../widgets/stories/score.ts'
import { headlessPath } from '../browsers.ts'
import { type AnswerServer, type Answers, html, json, openAnswerServer } from '../fixtures/answer-server.ts'
import { cell, snapshotOf } from '../fixtures/snapshot.ts'
import { hubOf } from '../stories/hub.ts'
import { buildScript } from './build.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EXECUTABLE = headlessPath()
/** Counts what the page's policy refuses. */
const REFUSED =
  '<script nonce="host">document.addEventListener("securitypolicyviolation", () => { window.refused = (window.refused ?? 0) + 1 })</script>'
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

let script: string
beforeAll(async () => {
  script = await buildScript()
})

describe('the built script', () => {
  it('weighs at most 8 kB with all its elements, compressed', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(8000)
  })
  it('is one classic script without a global, a module, AMD or a way to write HTML', () => {
    expect(script).toMatch(/^\(function\(\)\{/)
    expect(script).not.toMatch(
      /\bdefine\.amd|\binnerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
    )
    expect(script).not.toMatch(/\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon)\b/)
  })
})

describe.skipIf(EXECUTABLE === null)('in Chromium, on a page of another origin', () => {
  let browser: Browser
  let hub: AnswerServer
  let host: AnswerServer
  let page: Page
  let score = 874
  let hostHtml = ''
  let policy: string | null = null

  const answers: Answers = (path, search) => {
    if (path === '/api/v1/scores/moving')
      return json(snapshotOf([cell({ id: 'moving', score, at: Date.now() })], { at: Date.now() }))
    if (path === '/api/v1/scores/stream')
      return events(search.get('campaign') === 'silent' ? [] : [score, score + 7])
    return hubOf(script, Date.now)(path, search)
  }

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: ARGS })
    hub = await openAnswerServer(answers)
    host = await openAnswerServer(() => html(hostHtml, policy ? { 'content-security-policy': policy } : {}))
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await Promise.all([hub?.close(), host?.close()])
  })
  afterEach(async () => {
    await page.close()
    score = 874
    policy = null
    hub.asked.length = 0
  })

  const SCRIPT = () => `<script async crossorigin src="${hub.url}/w/1/nhipso.js"></script>`
  const element = (attributes: string) =>
    `<nhipso-score ${attributes}><a href="${hub.url}/agency/x"><img src="${hub.url}/badge/x.svg" width="240" height="96" alt="Điểm"></a></nhipso-score>`
  const body = (content: string) =>
    `<!doctype html><html lang="vi"><title>Trang của cơ quan</title><body>${content}</body></html>`
  const open = async (content: string, clock = false) => {
    hostHtml = content
    page = await browser.newPage()
    if (clock) await page.clock.install()
    await page.goto(host.url.replace('127.0.0.1', 'localhost'))
  }
  const shows = (selector: string, text: string) =>
    page.locator(selector).getByText(text, { exact: true }).waitFor()

  it('shows every state, whatever the page’s own style, with nothing for axe to mend', async () => {
    await open(sheetPage(SCORE, hub.url))
    await shows('#score-ranked', '87,4/100')
    await shows('#score-unknown-empty', 'Không tìm thấy cơ quan: unknown')
    await shows('#score-unreachable', 'Không tải được điểm số')
    await shows('#score-english', 'Rank 3/14')
    const look = await page.locator('#score-ranked .name').evaluate(name => {
      const { color, fontStyle, letterSpacing } = getComputedStyle(name)
      return { color, fontStyle, letterSpacing }
    })
    expect(look).toEqual({ color: 'rgb(20, 38, 43)', fontStyle: 'normal', letterSpacing: 'normal' })
    for (const id of ['unknown', 'broken'])
      expect(await page.locator(`#score-${id} img`).isVisible()).toBe(true)
    const boxes = await page
      .locator(
        '#score-ranked, #score-english, #score-suppressed, #score-provisional, #score-stale, #score-final',
      )
      .evaluateAll(all =>
        all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height]),
      )
    expect(boxes).toEqual(Array(6).fill([240, 96]))
    await page.evaluate(axe)
    const faults = await page.evaluate(
      'axe.run("nhipso-score").then(r => r.violations.map(v => v.id + " " + v.nodes.map(n => n.target)))',
    )
    expect(faults).toEqual([])
  })

  it('moves by itself, asks nothing unusual, and leaves nothing behind', async () => {
    await open(body(element('agency="moving"') + SCRIPT()), true)
    await shows('nhipso-score', '87,4/100')
    score = 881
    await page.clock.runFor(36_000)
    await shows('nhipso-score', '88,1/100')
    expect(hub.asked.filter(path => path.startsWith('OPTIONS'))).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
    expect(await page.evaluate('"nhipso" in window')).toBe(false)
  })

  it('says so when the connection is lost, and keeps the last number', async () => {
    await open(body(element('agency="moving"') + SCRIPT()), true)
    await shows('nhipso-score', '87,4/100')
    await page.route('**/api/**', route => route.abort())
    await page.clock.runFor(36_000)
    await page.locator('nhipso-score').getByText('Mất kết nối, số liệu lúc').waitFor()
    await shows('nhipso-score', '87,4/100')
  })

  it('does not move what stands around it', async () => {
    await open(body(`${element('agency="ranked"')}<p id="below">Tin tức</p>${SCRIPT()}`))
    await page.evaluate(
      'window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) shift += e.value }).observe({type: "layout-shift", buffered: true})',
    )
    await shows('nhipso-score', '87,4/100')
    await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))')
    expect(await page.evaluate('window.shift')).toBe(0)
  })

  it('is itself under a strict policy with trusted types', async () => {
    policy = `default-src 'none'; style-src 'self'; img-src ${hub.url}; script-src ${hub.url}; connect-src ${hub.url}; require-trusted-types-for 'script'; trusted-types 'none'`
    await open(body(element('agency="ranked"') + SCRIPT()))
    await shows('nhipso-score', '87,4/100')
    const paper = await page
      .locator('nhipso-score .card')
      .evaluate(card => getComputedStyle(card).backgroundColor)
    expect(paper).toBe('rgb(255, 255, 255)')
  })

  it('leaves the image where the page forbids to connect', async () => {
    policy = `default-src 'none'; img-src ${hub.url}; script-src ${hub.url} 'nonce-host'; connect-src 'self'`
    await open(body(element('agency="ranked"') + REFUSED + SCRIPT()))
    await expect.poll(() => page.evaluate('window.refused')).toBeGreaterThan(0)
    expect(await page.locator('nhipso-score img').isVisible()).toBe(true)
    expect(await page.locator('nhipso-score').evaluate(one => one.shadowRoot)).toBeNull()
  })

  it('minds neither AMD, nor a second copy, nor replaced array methods', async () => {
    const manners = `<script>window.define = () => { throw new Error('Mismatched anonymous define()') }; define.amd = {};
      Array.from = x => [].concat(x); Array.prototype.find = () => { throw new Error('mine') }; Object.prototype.extra = () => 1</script>`
    const errors: string[] = []
    hostHtml = ''
    await open(body(`${manners}${SCRIPT()}${SCRIPT()}${element('agency="ranked"')}<div id="spa"></div>`))
    page.on('pageerror', error => errors.push(error.message))
    await shows('nhipso-score', '87,4/100')
    await page.evaluate(
      "document.getElementById('spa').innerHTML = '<nhipso-score agency=\"provisional\"></nhipso-score>'",
    )
    await shows('#spa nhipso-score', 'Tạm tính')
    expect(errors).toEqual([])
  })

  it('listens to one stream for the whole page', async () => {
    await open(
      body(
        element('agency="moving" live="sse"') + element('agency="moving" live="sse" lang="en"') + SCRIPT(),
      ),
    )
    await shows('nhipso-score >> nth=0', '88,1/100')
    await shows('nhipso-score >> nth=1', '88.1/100')
    expect(hub.asked.filter(path => path.includes('/scores'))).toEqual(['/api/v1/scores/stream'])
  })

  it('asks instead where the stream stays silent', async () => {
    await open(body(element('agency="moving" live="sse" campaign="silent"') + SCRIPT()), true)
    await expect.poll(() => hub.asked).toContain('/api/v1/scores/stream?campaign=silent')
    await page.clock.runFor(11_000)
    await shows('nhipso-score', '87,4/100')
    expect(hub.asked).toContain('/api/v1/scores/moving?campaign=silent')
  })
})

/** A stream that tells these scores at once and stays open. */
const events = (scores: readonly number[]) => ({
  type: 'text/event-stream',
  body: scores
    .map(score => snapshotOf([cell({ id: 'moving', score, at: Date.now() })], { at: Date.now() }))
    .map((snapshot, i) => `event: snapshot\nid: ${i}\ndata: ${JSON.stringify(snapshot)}\n\n`)
    .join(''),
})
