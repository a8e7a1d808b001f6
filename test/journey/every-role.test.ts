// Everybody who may look at team tables, and two who may not, each in a browser of their own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figureText } from '../../extension/pages/team/figure-text.ts'
import { openStore } from '../../hub/store/db.ts'
import { measureWords } from '../../shared/text/measures.ts'
import { weekText } from '../../shared/ui/format.ts'
import { figuresOf } from '../../shared/wire/figures.ts'
import type { TeamWeek } from '../../shared/wire/team.ts'
import { sheetsIn } from '../fixtures/sheets.ts'
import { violations } from './access.ts'
import { dump } from './chromium.ts'
import { operate } from './hub-process.ts'
import { COMMUNE, DEPARTMENT, LAST_WEEK, TeamWorld, teamPage } from './team-world.ts'

let office: TeamWorld
beforeAll(async () => {
  office = await TeamWorld.build()
})
afterAll(() => office?.close())

type At = { browser: BrowserContext; origin: string }
const comes = async (name: string, agency: string, ...options: string[]): Promise<At> =>
  office.comes(name, await office.code(agency, ...options))
const rowsOf = (page: Page, table: string): Promise<string[][]> =>
  page
    .locator(`${table} tbody tr`)
    .evaluateAll(rows =>
      rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent?.trim() ?? '')),
    )

/** The newest week as the hub has stored it for everybody. */
async function released({ env }: TeamWorld, agency: string): Promise<TeamWeek> {
  const store = await openStore(env.DATABASE_URL ?? '')
  if (!store.ok) throw new Error(store.detail)
  const row = await store.value
    .selectFrom('released_team')
    .select('cells')
    .where('agency_id', '=', agency)
    .where('week', '=', LAST_WEEK)
    .executeTakeFirstOrThrow()
  await store.value.destroy()
  return JSON.parse(row.cells) as TeamWeek
}

async function taken(page: Page, file: 'csv' | 'xlsx'): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await page.locator(`[name=${file}]`).click()
  return readFileSync(await (await waiting).path())
}

describe('the manager of a commune', () => {
  let page: Page
  beforeAll(async () => {
    page = await teamPage(await comes('commune', COMMUNE, '--role', 'manager'))
    await page.locator('.weeks tbody tr').first().waitFor()
  })

  it('reads on the first lines how the commune stands, without a click', async () => {
    const sentence = (await page.locator('.sentence').textContent()) ?? ''
    expect(sentence).toMatch(/26 người đã tham gia \(78,79% số biên chế được giao\); \d.*% có hoạt động/)
    const { top } = await page.locator('.sentence').evaluate(one => one.getBoundingClientRect())
    expect(top).toBeLessThan(400)
    expect(await page.locator('.map tbody tr').count()).toBe(1) // nobody was invited into a unit
    expect(await violations(page)).toEqual([])
  })

  it('is told in words that another agency and the agencies side by side are out of reach', async () => {
    await page.locator('[name=lead]').click()
    await page.locator('.trouble').waitFor()
    expect(await page.locator('.trouble').textContent()).toContain('nằm ngoài phạm vi phụ trách')
    expect(await page.locator('.lead-page').count()).toBe(0)
    expect(await page.locator('.weeks tbody tr').count()).toBeGreaterThan(0) // the own table stays
  })
})

describe('the head of a department with units of 4, 9, 12 and 30', () => {
  let page: Page
  beforeAll(async () => {
    page = await teamPage(await comes('department', DEPARTMENT, '--role', 'manager'))
    await page.locator('.units tbody tr').first().waitFor()
  })

  it('sees the two large ones in ranges; the small ones and those who named none look alike', async () => {
    const rows = await rowsOf(page, '.units')
    const small = 'Không hiển thị: có phòng, ban quá ít người'
    expect(rows.map(row => row.slice(0, 2))).toEqual([
      ['Phòng 1', small],
      ['Phòng 2', small],
      ['Phòng 3', '10–19'],
      ['Phòng 4', '20–49'],
      ['Không khai báo phòng, ban', small],
    ])
    expect(await page.locator('.released').textContent()).toContain(
      'sẽ hiển thị khi các phòng, ban đủ 10 người',
    )
  })

  it('reads the same on the screen, on paper, in CSV, in Excel and in the digest as the hub has released', async () => {
    const week = await released(office, DEPARTMENT)
    const figures = figuresOf(week).map(figure => ({ ...figure, says: figureText(figure, 'vi') }))
    const [csv, xlsx] = [await taken(page, 'csv'), await taken(page, 'xlsx')]
    const line = csv
      .toString('utf8')
      .split('\r\n')
      .find(one => one.startsWith(weekText(LAST_WEEK, 'vi')))
    expect(line?.split(';').slice(1)).toEqual(figures.map(figure => figure.says))
    const [sheet] = sheetsIn(xlsx, 1)
    const row = sheet?.rows.find(([first]) => first === weekText(LAST_WEEK, 'vi'))
    expect(row?.slice(1)).toEqual(
      figures.map(({ cell, unit, says }) =>
        cell?.told ? (unit === 'share' ? cell.value / 10_000 : cell.value) : says,
      ),
    )
    const out = join(office.folder, 'digest')
    await operate(office.env, 'digest', '--out', out)
    const digest = readFileSync(join(out, `${DEPARTMENT}-${LAST_WEEK}.txt`), 'utf8')
    for (const { id, cell, says } of figures)
      expect(digest).toContain(
        `${measureWords('vi')[id].name}: ${cell && !cell.told ? '–' : says.replace('\u00a0', ' ')}`,
      )
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      const text = await page.locator('.released').innerText()
      for (const { id, says } of figures)
        if (id !== 'short')
          expect(text.replace(/\s+/g, ' '), `${media}: ${id}`).toContain(says.replace(/\s+/g, ' '))
    }
    await page.emulateMedia({ media: 'screen' })
  })

  it('has an A4 report with every part, and the signatures whole on one page', async () => {
    await page.emulateMedia({ media: 'print' })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    await page.emulateMedia({ media: 'screen' })
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(boxes.length).toBeGreaterThan(0)
    for (const [, width, height] of boxes) {
      expect(Number(width)).toBeCloseTo(595, -1)
      expect(Number(height)).toBeCloseTo(842, -1)
    }
  })

  it('reads the map without colour: every told cell has its range and a sign', async () => {
    const cells = page.locator('.map tbody td:not(.hidden-cell)')
    const ranges = await cells.allTextContents()
    expect(ranges.length).toBeGreaterThan(2)
    for (const range of ranges) expect(range.trim()).toMatch(/^\d+–\d+%$/)
    // one drawn sign in each: higher where more people use it
    expect(await cells.locator('svg').count()).toBe(ranges.length)
    const signs = await cells
      .locator('svg path')
      .evaluateAll(paths => paths.map(path => path.getAttribute('d')))
    expect(new Set(signs).size).toBeGreaterThan(1)
  })
})

describe('a campaign lead', () => {
  it.each([
    ['all', true],
    ['so-ban-nganh', false],
  ] as const)(
    'of %s sees the agencies of the scope, and odd signs as ranges over all of it',
    async (scope, all) => {
      const page = await teamPage(
        await comes(`lead-${scope}`, DEPARTMENT, '--role', 'manager', '--scope', scope),
      )
      await page.locator('[name=lead]').click()
      await page.locator('.lead-page table').first().waitFor()
      const names = (await rowsOf(page, '.lead-page')).map(row => row[0])
      expect(names).toContain('Sở Tư pháp')
      expect(names.some(name => name?.startsWith('Xã'))).toBe(all)
      const [long, clock] = await page.locator('.flags li').allTextContents()
      expect(long).toContain('Có ngày trên 16 giờ: 10–19 người')
      const waiting = page.waitForEvent('download')
      await page.locator('[name=lead-csv]').click()
      const file = readFileSync(await (await waiting).path(), 'utf8')
      expect(file).toContain('10–19 người')
      expect(file).toContain('Sở Tư pháp')
      expect(clock).toContain('nhóm được đếm có dưới 10 người') // nobody was there around the clock: that is not told either
      expect(await violations(page)).toEqual([])
    },
  )
})

describe('an auditor', () => {
  it('reads what a manager reads, may take it along, and finds nothing to write with', async () => {
    const page = await teamPage(await comes('auditor', DEPARTMENT, '--role', 'auditor', '--scope', 'all'))
    await page.locator('.weeks tbody tr').first().waitFor()
    expect(await page.locator('[name=write-note]').count()).toBe(0)
    await page.locator('select').first().selectOption(COMMUNE)
    await page.locator('h2', { hasText: 'Xã Châu Thành' }).waitFor()
    const waiting = page.waitForEvent('download')
    await page.locator('[name=xlsx]').click()
    expect((await waiting).suggestedFilename()).toMatch(/^nhip-so-xa-chau-thanh-.*\.xlsx$/)
  })
})

describe('a member', () => {
  it('who opens the managers’ page all the same is told whom it is for, and sees no number', async () => {
    const page = await teamPage(await comes('member', DEPARTMENT))
    await page.locator('.trouble').waitFor()
    expect(await page.locator('.trouble').textContent()).toContain('Trang này dành cho người phụ trách')
    expect(await page.locator('.released, select, [name=lead]').count()).toBe(0)
  })

  it('takes back the unit that they named, and is told until when the frozen list counts them there', async () => {
    const at = await comes('leaver', DEPARTMENT, '--unit', 'phong-3')
    const diary = await at.browser.newPage()
    await diary.goto(`${at.origin}/diary.html`)
    await diary.locator('[name=held]').click()
    await diary.locator('[name=leave-unit]').click()
    await diary.locator('.leave-unit .done').waitFor()
    expect(await diary.locator('#held').textContent()).toContain('Phòng, ban: không khai báo')
    expect(await violations(diary)).toEqual([])
  })
})

describe('a manager whose role was taken back', () => {
  it('reads that in words, loses the table that was open, and stays a person who takes part', async () => {
    const at = await comes('revoked', DEPARTMENT, '--role', 'manager')
    const page = await teamPage(at)
    await page.locator('.weeks tbody tr').first().waitFor()
    const { identity = [] } = await dump(page)
    const self = identity.find(one => (one as { deviceId?: string }).deviceId) as { deviceId: string }
    await operate(office.env, 'roles', 'set', '--device', self.deviceId, '--role', 'member')
    await page.locator('[name=csv]').click()
    await page.locator('.trouble').waitFor()
    expect(await page.locator('.trouble').textContent()).toContain(
      'Vai trò phụ trách của Quý vị đã được thu lại',
    )
    expect(await page.locator('.released, select, [name=lead]').count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.reload()
    await page.locator('.trouble').waitFor()
    expect(await page.locator('.trouble').textContent()).toContain('đã được thu lại')
  })
})
