// Every page in a real browser: for a keyboard, a screen reader, a phone, a dark room, and under the hub's policy.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cspOf } from '../../hub/http/csp.ts'
import { type Page, themeOf } from '../../shared/wire/page.ts'
import { onlyAgency, type Snapshot } from '../../shared/wire/snapshot.ts'
import { headlessPath } from '../browsers.ts'
import { type AnswerServer, html, image, json, openAnswerServer, script } from '../fixtures/answer-server.ts'
import { builderOf, bundleOf, OFFICIAL, provinceOf } from '../fixtures/snapshot.ts'
import { buildBuilder, buildLive, buildPages, buildScript } from './build.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const EXECUTABLE = headlessPath()
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

const bundle = bundleOf()
const now = Date.now()
const snapshot: Snapshot = { ...provinceOf(bundle), at: now }
const inState = (state: string): string => snapshot.agencies.find(cell => cell.state === state)?.id ?? ''

const PAGES: Readonly<Record<string, Page>> = {
  scoreboard: { page: 'scoreboard', level: 'province', block: null },
  wards: { page: 'scoreboard', level: 'commune', block: 'phuong' },
  week: { page: 'scoreboard', level: 'commune', block: null, week: '2026-W46', search: 'tân' },
  ranked: { page: 'agency', agency: inState('ranked') },
  provisional: { page: 'agency', agency: inState('provisional') },
  suppressed: { page: 'agency', agency: inState('suppressed') },
  how: { page: 'how' },
  webmasters: { page: 'webmasters' },
  builder: builderOf('so-y-te', { cms: 'html' }),
  trend: { page: 'embed', embed: 'trend', agency: inState('ranked'), theme: 'auto' },
  targets: { page: 'embed', embed: 'targets', agency: inState('ranked'), theme: 'auto' },
  board: { page: 'embed', embed: 'board', level: 'commune', block: null, theme: 'auto' },
  ticker: { page: 'embed', embed: 'ticker', level: 'province', block: null, theme: 'auto' },
  embed: { page: 'embed', embed: 'score', agency: inState('ranked'), theme: 'auto' },
}

describe.skipIf(EXECUTABLE === null)('in Chromium, the page', () => {
  let browser: Browser
  let hub: AnswerServer

  beforeAll(async () => {
    const [{ render, styles }, js] = await Promise.all([buildPages(), buildScript()])
    const [builderJs, liveJs] = await Promise.all([buildBuilder(), buildLive()])
    hub = await openAnswerServer((path, search) => {
      const page = PAGES[path.slice(1)]
      const lang = search.get('lang') === 'en' ? 'en' : 'vi'
      const agency = /^\/api\/v1\/scores\/([a-z0-9-]+)$/.exec(path)?.[1]
      if (path === '/w/1/nhipso.js') return script(js)
      if (path === '/page/live.js') return script(liveJs)
      if (path === '/page/builder.js') return script(builderJs)
      if (path.startsWith('/badge/') || path === '/favicon.ico') return image('87,4')
      if (agency) return json(onlyAgency(snapshot, agency, OFFICIAL))
      if (!page) return null
      const themed = page.page === 'embed' ? { ...page, theme: themeOf(search.get('theme')) } : page
      const frame = {
        hub: hub.url,
        lang,
        bundle,
        snapshot,
        now,
        minGroup: 10,
        keptDays: 120,
        official: OFFICIAL,
        scripts: [{ version: '0.1.0', integrity: `sha384-${'W'.repeat(64)}`, since: now }],
        sites: [{ host: 'sonoivu.tayninh.gov.vn', kind: 'element', version: '1', lastDay: '2026-11-23' }],
        weeks: ['2026-W47', '2026-W46'],
      } as const
      // The very policy that the hub sets.
      return html(render(themed, frame), { 'content-security-policy': cspOf(hub.url, styles).page })
    })
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: ARGS })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await hub?.close()
  })

  it.each(Object.keys(PAGES))(
    '%s has nothing for axe to mend, fits its window and breaks no policy',
    async name => {
      for (const [query, width, colorScheme] of [
        ['?lang=vi', 360, 'dark'],
        ['?lang=en&theme=light', 1280, 'light'],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
        const errors: string[] = []
        page.on('console', message => message.type() === 'error' && errors.push(message.text()))
        await page.goto(`${hub.url}/${name}${query}`, { waitUntil: 'networkidle' })
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        )
        await page.evaluate(axe)
        const faults = 'axe.run().then(r => r.violations.map(v => v.id + " " + v.nodes.map(n => n.target)))'
        expect(await page.evaluate(faults)).toEqual([])
        expect(errors).toEqual([])
        await page.close()
      }
    },
  )

  it('ranked is complete without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${hub.url}/ranked`)
    expect(await page.locator('nhipso-score img').isVisible()).toBe(true)
    await page.getByText('Xem số liệu dạng bảng').click()
    expect(
      await page
        .locator('section', { has: page.locator('#weeks') })
        .getByRole('row')
        .count(),
    ).toBe(13)
    await context.close()
  })

  it('builder gives another agency’s code by keyboard alone, without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${hub.url}/builder`)
    await page.bringToFront()
    await page.locator('#agency').focus()
    await page.keyboard.press('ArrowDown')
    const next = bundle.agencies[bundle.agencies.findIndex(agency => agency.id === 'so-y-te') + 1]
    await expect.poll(() => page.locator('#agency').inputValue()).toBe(next?.id)
    const button = page.locator('.chooser button')
    const isThere = () => button.evaluate(one => one === document.activeElement)
    for (let stops = 0; stops < 10 && !(await isThere()); stops += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/builder?agency=${next?.id}&show=score*`)
    await context.close()
  })

  it('builder shows each choice at once, on light and dark paper, and copies it', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(`${hub.url}/builder`)
    await page.locator('.copy').first().waitFor()
    await page.locator('#show').selectOption('targets')
    await page.locator('.paper.dark nhipso-targets').getByText('98,53%').waitFor()
    const paper = (which: string) =>
      page.locator(`.paper.${which} .card`).evaluate(one => getComputedStyle(one).backgroundColor)
    expect([await paper('light'), await paper('dark')]).toEqual(['rgb(255, 255, 255)', 'rgb(16, 25, 28)'])
    await page.locator('#agency').selectOption('so-noi-vu')
    await page.locator('#trust').selectOption('pinned')
    await page.locator('#theme').selectOption('dark')
    await expect.poll(() => paper('light')).toBe('rgb(16, 25, 28)')
    const code = page.locator('#element-code')
    await expect
      .poll(() => code.inputValue())
      .toContain('<nhipso-targets agency="so-noi-vu" lang="vi" theme="dark">')
    expect(await code.inputValue()).toContain('/w/0.1.0/nhipso.js" integrity="sha384-')
    const copy = page.getByRole('button', { name: 'Sao chép: 2. Thẻ tự cập nhật' })
    await copy.click()
    await page.getByText('Đã sao chép').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await code.inputValue())
    expect(new URL(page.url()).search).toContain('show=targets')
    await page.evaluate(axe)
    expect(
      await page.evaluate(
        'axe.run().then(r => r.violations.map(v => v.id + " " + v.nodes.map(n => n.target)))',
      ),
    ).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  it('scoreboard lets a keyboard jump over its menu, visibly', async () => {
    const page = await browser.newPage()
    await page.goto(`${hub.url}/scoreboard`)
    await page.keyboard.press('Tab')
    const skip = page.getByText('Đến nội dung chính')
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
    await page.close()
  })
})
