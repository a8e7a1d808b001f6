// One Monday through the whole house: real browser events become a number that moves on an agency's web page.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHub } from '../../hub/app.ts'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { seed } from '../../hub/demo.ts'
import { type Line, sendReport, signingKey } from '../../hub/devices.ts'
import { openStore } from '../../hub/store/db.ts'
import { type KeptDevice, sampleDevices } from '../../hub/store/sample.ts'
import {
  addWeeks,
  type DayTotal,
  dayOf,
  HOUR_MS,
  mondayOf,
  startOfDay,
  weekOf,
} from '../../shared/core/day.ts'
import { weekText } from '../../shared/ui/format.ts'
import { routes } from '../../shared/wire/routes.ts'
import { parseSnapshot } from '../../shared/wire/snapshot.ts'
import { Truth } from '../scenes/truth.ts'
import { campaignsIn } from './campaigns.ts'
import { dump, extensionOrigin, openChromium } from './chromium.ts'
import { freePort, HubProcess, operate } from './hub-process.ts'
import { Tap } from './tap.ts'
import { SECRET, Web } from './web.ts'
import { agree, join as enrol, joined } from './welcome.ts'

const AGENCY = 'so-noi-vu'
const DOCUMENTS = 'vbdh.tayninh.gov.vn'
const SERVICES = 'dichvucong.gov.vn'
const OUTSIDE = 'mang-xa-hoi.example'
const PORTAL = 'www.tayninh.gov.vn'
const MIN_GROUP = 5
const sleep = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

describe('a Monday', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-monday-'))
  const web = new Web()
  const tap = new Tap()
  let hub: HubProcess
  let hubUrl: string
  let env: Record<string, string>
  let webPort: number
  let colleagues: readonly KeptDevice[]
  let person: BrowserContext
  let origin: string

  const scoreNow = async (): Promise<{ score: number | null; release: number }> => {
    const answer = await fetch(routes(hubUrl).agencyScores(AGENCY), { cache: 'no-store' })
    const read = parseSnapshot(await answer.json())
    if (!read.ok) throw new Error(read.detail)
    return { score: read.value.agencies[0]?.score ?? null, release: read.value.release }
  }

  beforeAll(async () => {
    webPort = await web.listen()
    hubUrl = `http://127.0.0.1:${await tap.listen()}`
    tap.hubPort = await freePort()
    // ten seconds make a qualifying day here, so that one morning of a test can move a score
    const campaignsDir = campaignsIn(join(folder, 'campaigns'), {
      campaign: file => Object.assign(file.score, { qualifyingSeconds: 10, enoughSeconds: 20 }),
    })
    env = {
      PORT: String(tap.hubPort),
      PUBLIC_URL: hubUrl,
      DATABASE_URL: `sqlite:${join(folder, 'hub.db')}`,
      CAMPAIGNS_DIR: campaignsDir,
      MIN_GROUP: String(MIN_GROUP),
      RELEASE_MIN_INTERVAL: '1',
      LOG_LEVEL: 'error',
    }
    colleagues = await history(env, campaignsDir, hubUrl)
    hub = new HubProcess(env)
    await hub.ready(tap.hubPort)
  })

  afterAll(async () => {
    await person?.close()
    await hub?.stop()
    await tap.close()
    await web.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('the person agrees and joins; nothing is ticked for them, and a wrong code says what to do', async () => {
    const { code } = await operate<{ code: string }>(env, 'codes', 'new', '--agency', AGENCY, '--uses', '1')
    person = await openChromium({
      profile: join(folder, 'person'),
      webPort,
      netLog: join(folder, 'net.json'),
    })
    origin = await extensionOrigin(person)
    const welcome = await pageAt(person, '/welcome.html')
    expect(await welcome.locator('[name=consent]').isChecked()).toBe(false)
    await welcome.locator('[name=agree]').click()
    expect(await welcome.locator('#must-tick').textContent()).toMatch(/đánh dấu|tick/)
    expect(await dump(welcome)).toMatchObject({ days: [], identity: [] })

    await agree(welcome)
    await enrol(welcome, hubUrl, 'AAAA-BBBB-CCCC')
    expect(await welcome.locator('p.trouble:visible').textContent()).toMatch(/không.*mã|mã.*không/i)
    await enrol(welcome, hubUrl, code.toLowerCase())
    expect(await joined(welcome)).toContain('Sở Nội vụ')

    const second = await openChromium({ profile: join(folder, 'second'), webPort })
    const theirs = await pageAt(second, '/welcome.html')
    await agree(theirs)
    await enrol(theirs, hubUrl, code)
    expect(await theirs.locator('p.trouble:visible').textContent()).toMatch(/hết số lượt/)
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
    expect(await hub.stop()).toBe(0)
    const page = await openPage(person, `${origin}/popup.html`)
    const before = (await dump(page)).days
    await page.getByRole('button', { name: /gửi ngay/i }).click()
    await page.locator('.trouble').waitFor()
    await page.evaluate(() => chrome.runtime.reload()).catch(() => {})
    await sleep(1500)
    hub = new HubProcess(env)
    await hub.ready(tap.hubPort)
    const again = await openPage(person, `${origin}/popup.html`)
    expect((await dump(again)).days).toEqual(before)
    await again.close()
  })

  it('the person’s report is the fifth one: the released score changes, and the portal shows it without a reload', async () => {
    web.page(PORTAL, portalPage(hubUrl))
    const portal = await openPage(person, `http://${PORTAL}/`)
    const shown = portal.locator('nhipso-score').getByText(/^\d+,\d$/)
    await shown.waitFor()
    const before = await scoreNow()
    expect(await shown.textContent()).toBe(inVietnamese(before.score))

    // four colleagues change nothing that may be told: with the person they are five
    await work(colleagues.slice(0, MIN_GROUP - 1), { hub: hubUrl, post: fetch, now: Date.now })
    await sleep(3000)
    expect(await scoreNow()).toEqual(before)

    const popup = await openPage(person, `${origin}/popup.html`)
    await popup.getByRole('button', { name: /gửi ngay/i }).click()
    await expect
      .poll(async () => (await scoreNow()).release, { timeout: 20_000 })
      .toBeGreaterThan(before.release)
    const after = await scoreNow()
    expect(after.score).not.toBe(before.score)
    await popup.close()

    await portal.bringToFront()
    await expect
      .poll(() => shown.textContent(), { timeout: 60_000, interval: 500 })
      .toBe(inVietnamese(after.score))
    expect(await portal.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1)
    expect(web.visits.filter(v => v.host === PORTAL && v.path === '/')).toHaveLength(1)
    await portal.close()
  })

  it('the manager’s page shows the week that has just been closed', async () => {
    const { code } = await operate<{ code: string }>(
      env,
      'codes',
      'new',
      '--agency',
      AGENCY,
      '--role',
      'manager',
    )
    const manager = await openChromium({ profile: join(folder, 'manager'), webPort })
    const welcome = await pageAt(manager, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, hubUrl, code)
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    const team = await openPage(manager, `${await extensionOrigin(manager)}/team.html`)
    const newest = team.locator('tbody tr').first()
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
    const sent = tap.fromExtension()
    const routesUsed = new Set(sent.map(r => `${r.method} ${r.path.replace(/\?.*|(?<=campaigns\/).+/g, '')}`))
    const allowed = [
      'GET /api/v1/campaigns',
      'GET /api/v1/campaigns/',
      'POST /api/v1/enrolments',
      'PUT /api/v1/reports',
      'GET /api/v1/team',
    ]
    expect([...routesUsed].filter(route => !route.startsWith('OPTIONS') && !allowed.includes(route))).toEqual(
      [],
    )
    expect(routesUsed).toContain('PUT /api/v1/reports')
    const told = JSON.stringify(sent.map(({ method, path, headers, body }) => [method, path, headers, body]))
    expect(told).not.toMatch(new RegExp(`${SECRET}|${OUTSIDE}|vbdh.tayninh|dichvucong.gov|Công văn`))
    for (const { body } of sent.filter(r => r.method === 'PUT' && r.status === 200)) {
      const report = JSON.parse(body)
      expect(Object.keys(report).sort()).toEqual(['days', 'seq'])
      for (const row of report.days) expect(Object.keys(row).sort()).toEqual(['day', 'platform', 'seconds'])
    }
  })

  it('the browser’s own log knows no other request of the extension', () => {
    const hosts = requestsOf(join(folder, 'net.json'), origin)
    expect(hosts.length).toBeGreaterThan(0)
    expect([...new Set(hosts)]).toEqual([new URL(hubUrl).host])
  })

  /** Three tabs, opened and switched as a person does. */
  async function morning(browser: BrowserContext): Promise<Truth> {
    const truth = new Truth()
    const open = async (host: string): Promise<Page> => {
      const page = await browser.newPage()
      await page.goto(`http://${host}/van-ban/${SECRET}`, { waitUntil: 'commit' })
      truth.front(host)
      await sleep(4000)
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
    await show(documents, 7)
    await show(services, 5)
    await show(outside, 5)
    await show(documents, 6)
    await show(outside, 1)
    for (const page of [documents, services, outside]) await page.close()
    return truth
  }
})

/** Three weeks of the agency's past, told through the ingest path by a clock of the past; the last one is not closed. */
async function history(
  env: Record<string, string>,
  dir: string,
  publicUrl: string,
): Promise<readonly KeptDevice[]> {
  const store = await openStore(env.DATABASE_URL ?? '')
  const campaigns = loadCampaigns(dir)
  if (!store.ok) throw new Error(store.detail)
  if (!campaigns.ok) throw new Error(campaigns.detail)
  const clock = { at: 0 }
  const dice = (bytes: number): Uint8Array => randomBytes(bytes)
  const hub = createHub({
    store: store.value,
    campaigns: campaigns.value,
    now: () => clock.at,
    dice,
    render: null,
    widgets: null,
    log: { info: () => {}, error: event => console.error(event) },
    config: { publicUrl, sample: false, minGroup: MIN_GROUP, releaseMinIntervalMs: 0 },
  })
  const agencies = campaigns.value.agencies.filter(a => [AGENCY, 'so-tu-phap', 'so-y-te'].includes(a.id))
  const until = startOfDay(mondayOf(weekOf(dayOf(Date.now())))) - HOUR_MS
  const to = { store: store.value, campaigns: campaigns.value, publicUrl, fetch: hub.fetch, tick: hub.tick }
  await seed({ ...to, clock, dice, say: () => {} }, { agencies, weeks: 2, until })
  const devices = (await sampleDevices(store.value)).filter(device => device.agencyId === AGENCY)
  await hub.close()
  await store.value.destroy()
  return devices
}

/** Colleagues report an hour of today. */
async function work(devices: readonly KeptDevice[], line: Line): Promise<void> {
  for (const { agencyId, deviceId, key } of devices) {
    const days = [{ day: dayOf(Date.now()), platform: 'vbdh', seconds: 3600 }]
    const sent = await sendReport(
      line,
      { agencyId, deviceId, key: await signingKey(key) },
      { seq: Date.now(), days },
    )
    if (!sent.ok) throw new Error(`${sent.why}: ${sent.detail}`)
  }
}

/** What a webmaster pasted. */
const portalPage = (hub: string): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Cổng thông tin điện tử</title>
<nhipso-score agency="${AGENCY}"><a href="${routes(hub).agency(AGENCY)}"><img src="${routes(hub).badge(AGENCY)}" width="320" height="120" alt="Điểm Nhịp Số của Sở Nội vụ"></a></nhipso-score>
<script async crossorigin src="${routes(hub).widgets()}"></script>`

const inVietnamese = (tenths: number | null): string =>
  tenths === null ? '' : (tenths / 10).toFixed(1).replace('.', ',')

async function openPage(browser: BrowserContext, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url)
  return page
}

/** The extension page that opened by itself. */
async function pageAt(browser: BrowserContext, path: string): Promise<Page> {
  const found = browser.pages().find(page => new URL(page.url()).pathname === path)
  const page =
    found ?? (await browser.waitForEvent('page', { predicate: p => new URL(p.url()).pathname === path }))
  await page.waitForLoadState()
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
