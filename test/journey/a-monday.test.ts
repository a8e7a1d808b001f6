// One Monday through the whole house: real browser events become a number that moves on an agency's web page.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWeeks, type DayTotal, dayOf, weekOf } from '../../shared/core/day.ts'
import { weekText } from '../../shared/ui/format.ts'
import { routes } from '../../shared/wire/routes.ts'
import { dump, extensionOrigin, extensionPage, openChromium } from './chromium.ts'
import { expectNothingButDayTotals } from './sent.ts'
import { Truth } from './truth.ts'
import { SECRET } from './web.ts'
import { agree, join as enrol, joined } from './welcome.ts'
import { AGENCY, MIN_GROUP, World } from './world.ts'

const DOCUMENTS = 'vbdh.tayninh.gov.vn'
const SERVICES = 'dichvucong.gov.vn'
const OUTSIDE = 'mang-xa-hoi.example'
const PORTAL = 'www.tayninh.gov.vn'
const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

describe('a Monday', () => {
  let house: World
  let person: BrowserContext
  let origin: string

  beforeAll(async () => {
    house = await World.build()
  })
  afterAll(async () => {
    await person?.close()
    await house?.close()
  })

  const profile = (name: string) => ({ profile: join(house.folder, name), webPort: house.webPort })

  it('the person agrees and joins; nothing is ticked for them, and a wrong code says what to do', async () => {
    const code = await house.code('--uses', '1')
    person = await openChromium({ ...profile('person'), netLog: join(house.folder, 'net.json') })
    origin = await extensionOrigin(person)
    const welcome = await extensionPage(person, '/welcome.html')
    await welcome.locator('[name=next]').click()
    expect(await welcome.locator('[name=consent]').isChecked()).toBe(false)
    await welcome.locator('[name=agree]').click()
    expect(await welcome.locator('#must-tick').textContent()).toMatch(/đánh dấu|tick/)
    expect(await dump(welcome)).toMatchObject({ days: [], identity: [] })

    await welcome.locator('[name=back]').click()
    await agree(welcome)
    await enrol(welcome, house.hubUrl, 'AAAA-BBBB-CCCC')
    expect(await welcome.locator('p.trouble:visible').textContent()).toMatch(/không.*mã|mã.*không/i)
    await enrol(welcome, house.hubUrl, code.toLowerCase())
    expect(await joined(welcome)).toContain('Sở Nội vụ')

    const second = await openChromium(profile('second'))
    const theirs = await extensionPage(second, '/welcome.html')
    await agree(theirs)
    await enrol(theirs, house.hubUrl, code)
    expect(await theirs.locator('p.trouble:visible').textContent()).toMatch(/hết .*lượt/)
    await second.close()
  })

  it('the morning: time on platforms is right to a second and a half, and nothing of the site outside is kept', async () => {
    const truth = await morning(person)
    const page = await openPage(person, `${origin}/popup.html`)
    const stores = await dump(page)
    const counted = Object.fromEntries((stores.days as DayTotal[]).map(d => [d.platform, d.ms]))
    expect(Object.keys(counted).sort()).toEqual(['dichvucong-quoc-gia', 'vbdh'])
    expect(Math.abs(counted.vbdh! - truth.of(DOCUMENTS))).toBeLessThanOrEqual(1500)
    expect(Math.abs(counted['dichvucong-quoc-gia']! - truth.of(SERVICES))).toBeLessThanOrEqual(1500)
    const { settings, ...kept } = stores
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${OUTSIDE}|${SECRET}|tayninh.gov.vn/`))
    expect(JSON.stringify(settings)).not.toMatch(new RegExp(`${OUTSIDE}|${SECRET}`))
    await page.close()
  })

  it('a report that finds no hub waits; after a restart of hub and extension nothing is lost', async () => {
    expect(await house.stopHub()).toBe(0)
    const page = await openPage(person, `${origin}/popup.html`)
    const before = (await dump(page)).days
    await page.getByRole('button', { name: /gửi ngay/i }).click()
    await page.locator('.trouble').waitFor()
    await page.evaluate(() => chrome.runtime.reload()).catch(() => {})
    await sleep(1500)
    await house.startHub()
    const again = await openPage(person, `${origin}/popup.html`)
    expect((await dump(again)).days).toEqual(before)
    await again.close()
  })

  it('the person’s report is the fifth one: the released score changes, and the portal shows it without a reload', async () => {
    house.web.page(PORTAL, portalPage(house.hubUrl))
    const portal = await openPage(person, `http://${PORTAL}/`)
    const shown = portal.locator('nhipso-score').getByText(/^\d+,\d$/)
    await shown.waitFor()
    const before = await house.told()
    expect(await shown.textContent()).toBe(inVietnamese(before.score))

    // four colleagues change nothing that may be told: with the person they are five
    await house.colleaguesWork(MIN_GROUP - 1)
    await sleep(3000)
    expect(await house.told()).toEqual(before)

    const popup = await openPage(person, `${origin}/popup.html`)
    await popup.getByRole('button', { name: /gửi ngay/i }).click()
    await expect
      .poll(async () => (await house.told()).release, { timeout: 20_000 })
      .toBeGreaterThan(before.release)
    const after = await house.told()
    expect(after.score).not.toBe(before.score)
    await popup.close()

    await portal.bringToFront()
    await expect
      .poll(() => shown.textContent(), { timeout: 60_000, interval: 500 })
      .toBe(inVietnamese(after.score))
    expect(await portal.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
    expect(house.web.visits.filter(v => v.host === PORTAL && v.path === '/')).toHaveLength(1)
    await portal.close()
  })

  it('the manager’s page shows the week that has just been closed', async () => {
    const code = await house.code('--role', 'manager')
    const manager = await openChromium(profile('manager'))
    const welcome = await extensionPage(manager, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, house.hubUrl, code)
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    const team = await openPage(manager, `${await extensionOrigin(manager)}/team.html`)
    const newest = team.locator('.weeks tbody tr').first()
    await newest.waitFor()
    const lastWeek = addWeeks(weekOf(dayOf(Date.now())), -1)
    expect(await newest.locator('th').textContent()).toBe(weekText(lastWeek, 'vi'))
    expect(await newest.locator('td').allTextContents()).toEqual(
      expect.arrayContaining(['96', expect.stringMatching(/^\d+,\d\s?%$/)]),
    )
    await manager.close()
  })

  it('all that the extension ever sent went to the hub’s routes, and holds no address and no title', async () => {
    await person.close()
    expectNothingButDayTotals(house.tap.fromExtension(), [OUTSIDE, DOCUMENTS, SERVICES])
  })

  it('the browser’s own log knows no other request of the extension', () => {
    const hosts = requestsOf(join(house.folder, 'net.json'), origin)
    expect(hosts.length).toBeGreaterThan(0)
    expect([...new Set(hosts)]).toEqual([new URL(house.hubUrl).host])
  })

  /** Three tabs, opened and switched as a person does. */
  async function morning(browser: BrowserContext): Promise<Truth> {
    const truth = new Truth()
    const open = async (host: string): Promise<Page> => {
      const page = await browser.newPage()
      await page.goto(`http://${host}/van-ban/${SECRET}`, { waitUntil: 'commit' })
      truth.front(host)
      await sleep(3000)
      return page
    }
    const show = async (page: Page, seconds: number): Promise<void> => {
      await page.bringToFront()
      truth.front(new URL(page.url()).hostname)
      await sleep(seconds * 1000)
    }
    const documents = await open(DOCUMENTS)
    const services = await open(SERVICES)
    const outside = await open(OUTSIDE)
    await show(documents, 6)
    await show(services, 4)
    await show(outside, 3)
    await show(documents, 5)
    await show(outside, 1)
    for (const page of [documents, services, outside]) await page.close()
    return truth
  }
})

/** What a webmaster pasted. */
const portalPage = (hub: string): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Cổng thông tin điện tử</title>
<nhipso-score agency="${AGENCY}" live="sse"><a href="${routes(hub).agency(AGENCY)}"><img src="${routes(hub).badge(AGENCY)}" width="320" height="120" alt="Điểm Nhịp Số của Sở Nội vụ"></a></nhipso-score>
<script async crossorigin src="${routes(hub).widgets()}"></script>`

const inVietnamese = (tenths: number | null): string =>
  tenths === null ? '' : (tenths / 10).toFixed(1).replace('.', ',')

async function openPage(browser: BrowserContext, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url)
  return page
}

/** Hosts of all requests that Chromium's own log puts down to the extension. */
function requestsOf(netLog: string, origin: string): string[] {
  const { events }: { events: { params?: { url?: string; initiator?: string } }[] } = JSON.parse(
    readFileSync(netLog, 'utf8'),
  )
  return events
    .filter(({ params }) => params?.initiator === origin && params.url?.startsWith('http'))
    .map(({ params }) => new URL(params?.url ?? '').host)
}
