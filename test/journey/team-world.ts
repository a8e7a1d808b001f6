// A hub with five weeks behind it, for whoever looks at team tables: a department with units, communes, odd totals.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { type Campaigns, loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { closeWeeks } from '../../hub/release/close-week.ts'
import { chance } from '../../hub/sample/seeded-random.ts'
import { putAgencies } from '../../hub/store/agencies.ts'
import { openStore } from '../../hub/store/db.ts'
import type { Store } from '../../hub/store/schema.ts'
import { putRows } from '../../hub/store/tables.ts'
import { inTransaction } from '../../hub/store/transaction.ts'
import {
  addDays,
  addWeeks,
  type DayKey,
  dayOf,
  HOUR_MS,
  mondayOf,
  startOfDay,
  type WeekKey,
  weekOf,
} from '../../shared/core/day.ts'
import { inTurn } from '../lock.ts'
import { extensionOrigin, extensionPage, openChromium } from './chromium.ts'
import { freePort, HubProcess, operate } from './hub-process.ts'
import { Web } from './web.ts'
import { agree, joined, join as use } from './welcome.ts'

/** The department with units of 4, 9, 12 and 30 people, two that name none, and fifteen who have not joined. */
export const DEPARTMENT = 'so-noi-vu'
export const COMMUNE = 'xa-chau-thanh'
const UNITS = { 'phong-1': 4, 'phong-2': 9, 'phong-3': 12, 'phong-4': 30, '': 2 } as const
const STAFF: Readonly<Record<string, { readonly joined: number; readonly headcount: number }>> = {
  [DEPARTMENT]: { joined: 57, headcount: 72 },
  'so-tu-phap': { joined: 34, headcount: 40 },
  'so-tai-chinh': { joined: 30, headcount: 41 },
  [COMMUNE]: { joined: 26, headcount: 33 },
  'xa-hao-duoc': { joined: 22, headcount: 28 },
  'xa-phuoc-vinh': { joined: 9, headcount: 26 },
}
const WEEKS = 5
/** So many people of one department left a browser on day and night. */
const ODD = { agency: 'so-tu-phap', people: 12 } as const
const PLATFORMS = ['vbdh', 'hkg', 'dichvucong-tayninh']

export const LAST_WEEK: WeekKey = addWeeks(weekOf(dayOf(Date.now())), -1)

export class TeamWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'nhipso-office-'))
  readonly web = new Web()
  webPort = 0
  hubUrl = ''
  env: Readonly<Record<string, string>> = {}
  #hub: HubProcess | null = null
  readonly #browsers: BrowserContext[] = []

  static build(): Promise<TeamWorld> {
    return inTurn(TeamWorld.#build)
  }

  static async #build(): Promise<TeamWorld> {
    const office = new TeamWorld()
    office.webPort = await office.web.listen()
    const port = await freePort()
    office.hubUrl = `http://127.0.0.1:${port}`
    office.env = {
      PORT: String(port),
      PUBLIC_URL: office.hubUrl,
      DATABASE_URL: `sqlite:${join(office.folder, 'hub.db')}`,
      LOG_LEVEL: 'error',
    }
    await past(office.env.DATABASE_URL ?? '', office.hubUrl)
    office.#hub = new HubProcess(office.env)
    await office.#hub.ready(port)
    return office
  }

  /** A code as the operator makes it. */
  async code(agency: string, ...options: readonly string[]): Promise<string> {
    const made = await operate<{ code: string }>(this.env, 'codes', 'new', '--agency', agency, ...options)
    return made.code
  }

  /** Somebody joins with a code in a browser of their own; whoever was there before leaves. */
  async comes(name: string, code: string): Promise<{ browser: BrowserContext; origin: string }> {
    await this.#leave()
    const browser = await openChromium({ profile: join(this.folder, name), webPort: this.webPort })
    this.#browsers.push(browser)
    const welcome = await extensionPage(browser, '/welcome.html')
    await agree(welcome)
    await use(welcome, this.hubUrl, code)
    await joined(welcome)
    await welcome.close()
    return { browser, origin: await extensionOrigin(browser) }
  }

  async #leave(): Promise<void> {
    for (const browser of this.#browsers.splice(0)) await browser.close()
  }

  async close(): Promise<void> {
    await this.#leave()
    await this.#hub?.stop()
    await this.web.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export async function teamPage(at: { browser: BrowserContext; origin: string }): Promise<Page> {
  const page = await at.browser.newPage()
  await page.goto(`${at.origin}/team.html`)
  return page
}

async function past(databaseUrl: string, publicUrl: string): Promise<void> {
  const [store, campaigns] = [await openStore(databaseUrl), loadCampaigns(SHIPPED_CAMPAIGNS)]
  if (!store.ok) throw new Error(store.detail)
  if (!campaigns.ok) throw new Error(campaigns.detail)
  const config = { publicUrl, sample: false, minGroup: 10, releaseMinIntervalMs: 0 }
  const closing = { store: store.value, campaigns: campaigns.value, config }
  const first = mondayOf(addWeeks(LAST_WEEK, 1 - WEEKS))
  await peopleJoin(store.value, campaigns.value, first)
  for (let week = 0; week < WEEKS; week += 1) {
    await inTransaction(store.value, step =>
      putRows(step, 'device_days', daysOfWeek(addDays(first, week * 7))),
    )
    await closeWeeks(closing, startOfDay(addDays(first, week * 7 + 7)) + HOUR_MS)
  }
  await store.value.destroy()
}

const people = Object.entries(STAFF).flatMap(([agency, { joined: count }]) =>
  Array.from({ length: count }, (_, n) => ({ agency, id: `${agency}-${n}`, n })),
)

async function peopleJoin(store: Store, { agencies }: Campaigns, first: DayKey): Promise<void> {
  const undated = { validFrom: null, validTo: null, predecessors: [] }
  const lines = agencies.map(one => ({ ...one, headcount: STAFF[one.id]?.headcount ?? 30, ...undated }))
  await putAgencies(store, lines, first)
  const seats = Object.entries(UNITS).flatMap(([unit, size]) => Array.from({ length: size }, () => unit))
  const at = startOfDay(first) + 8 * HOUR_MS
  const joins = { enrolled_at: at }
  await inTransaction(store, async step => {
    const units = Object.keys(UNITS).filter(unit => unit !== '')
    const named = (unit: string, i: number) => {
      const names = { name_vi: `Phòng ${i + 1}`, name_en: `Unit ${i + 1}` }
      return { agency_id: DEPARTMENT, unit_id: unit, ...names }
    }
    await putRows(step, 'units', units.map(named))
    const members = people.map(({ agency, id, n }) => {
      const unit = agency === DEPARTMENT ? seats[n] || null : null
      return { agency_id: agency, member_id: id, unit_id: unit, role: 'member', scope: agency, ...joins }
    })
    await putRows(step, 'members', members)
    const consent = { consent_version: '2026-11', consent_at: at, last_report_at: at, code_hash: null }
    const devices = people.map(({ agency, id }) => {
      return { agency_id: agency, device_id: id, member_id: id, public_key: id, ...joins, ...consent }
    })
    await putRows(step, 'devices', devices)
  })
}

const daysOfWeek = (monday: DayKey) =>
  people.flatMap(({ agency, id, n }) => {
    const random = chance(id, monday)
    const habit = n % 4 === 0 ? 0.12 : 0.75
    const minutes = 6 + 30 * chance(id)()
    return Array.from({ length: 5 }, (_, d) => addDays(monday, d)).flatMap(day => {
      if (random() > habit) return []
      const odd = agency === ODD.agency && n < ODD.people
      return PLATFORMS.filter((_, p) => p === 0 || random() < 0.4).map((platform, p) => ({
        agency_id: agency,
        device_id: id,
        day,
        platform,
        member_id: id,
        seconds: odd && p === 0 ? 60_000 + n : Math.round((minutes * 60 * (0.5 + random())) / (p + 1)),
        seq: 1,
      }))
    })
  })
