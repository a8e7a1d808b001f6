// A head of office on a Monday: looks, notes, takes a file along, prints; and everybody who works there reads of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWeeks, dayOf, weekOf } from '../../shared/core/day.ts'
import { weekText } from '../../shared/ui/format.ts'
import { violations } from './access.ts'
import { extensionOrigin, extensionPage, openChromium } from './chromium.ts'
import { agree, join as enrol, joined } from './welcome.ts'
import { World } from './world.ts'

const LAST_WEEK = addWeeks(weekOf(dayOf(Date.now())), -1)

describe('a head of office who also leads the campaign', () => {
  let house: World
  let browser: BrowserContext
  let team: Page

  beforeAll(async () => {
    house = await World.build()
    browser = await openChromium({ profile: join(house.folder, 'head'), webPort: house.webPort })
    const welcome = await extensionPage(browser, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, house.hubUrl, await house.code('--role', 'manager', '--scope', 'all'))
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    team = await browser.newPage()
    await team.goto(`${await extensionOrigin(browser)}/team.html`)
    await team.locator('.weeks tbody tr').first().waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  it('reads the week in one sentence, and every part of the page stands in its order', async () => {
    expect(await team.locator('.sentence').textContent()).toContain(weekText(LAST_WEEK, 'vi'))
    const headings = await team.locator('.released h3').allTextContents()
    expect(headings).toEqual([
      'Mức tham gia so với số biên chế được giao',
      'Từ được mời đến sử dụng thường xuyên',
      'Ghi chú trên biểu đồ',
      'Thói quen trong tuần',
      'Việc nên làm để nâng điểm', // after the map and the units
      'Từng tuần',
      'Tải về và in',
    ])
    expect(await team.locator('.map tbody tr').count()).toBeGreaterThan(1)
  })

  it('writes a note by keyboard alone', async () => {
    await team.locator('[name=note]').focus()
    await team.keyboard.type('Tập huấn ký số')
    await team.keyboard.press('Enter')
    await team.locator('.notes li').waitFor()
    expect(await team.locator('.notes li').textContent()).toContain('Tập huấn ký số')
  })

  it('takes the same figures along as a file', async () => {
    const waiting = team.waitForEvent('download')
    await team.locator('[name=csv]').click()
    const file = await waiting
    expect(file.suggestedFilename()).toBe(`nhip-so-so-noi-vu-${LAST_WEEK}.csv`)
    const csv = readFileSync(await file.path(), 'utf8')
    const shown = await team.locator('.weeks tbody tr').first().locator('td').allTextContents()
    const row = csv.split('\r\n').find(line => line.startsWith(weekText(LAST_WEEK, 'vi')))
    for (const cell of shown) expect(row).toContain(cell)
    expect(csv).toContain('Tập huấn ký số')
  })

  it('has on paper the agency and the signatures, and none of the buttons', async () => {
    await team.emulateMedia({ media: 'print' })
    expect(await team.locator('.paper-signs').isVisible()).toBe(true)
    expect(await team.locator('.paper-agency').textContent()).toBe('Sở Nội vụ')
    expect(await team.locator('button:visible').count()).toBe(0)
    await team.emulateMedia({ media: 'screen' })
  })

  it('has every row and the signatures on paper: nothing that breaks over pages stands in a grid', async () => {
    await team.emulateMedia({ media: 'print' })
    const grids = await team.locator('table, .paper-signs').evaluateAll(parts =>
      parts.flatMap(part => {
        const around: string[] = []
        for (let one = part.parentElement; one; one = one.parentElement)
          if (/grid|flex/.test(getComputedStyle(one).display)) around.push(one.className || one.tagName)
        return around
      }),
    )
    await team.emulateMedia({ media: 'screen' })
    expect(grids).toEqual([])
  })

  it('reads the name of a wide table on a narrow screen without scrolling', async () => {
    await team.setViewportSize({ width: 360, height: 720 })
    const ends = await team
      .locator('.map caption')
      .evaluateAll(all => all.map(one => one.getBoundingClientRect().right))
    expect(Math.max(...ends)).toBeLessThanOrEqual(360)
    await team.setViewportSize({ width: 1000, height: 720 })
  })

  it('sees the agencies side by side', async () => {
    await team.locator('[name=lead]').click()
    await team.locator('.lead-page table').first().waitFor()
    const rows = await team.locator('.lead-page tbody th').allTextContents()
    expect(rows).toContain('Sở Tư pháp')
    expect(rows.length).toBeGreaterThan(100)
  })

  it.each([
    ['light', 1000],
    ['dark', 320], // 1280 pixels at 400 %
  ] as const)('the page fits and breaks no rule, %s at %i pixels', async (colorScheme, width) => {
    await team.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await team.setViewportSize({ width, height: 720 })
    expect(await violations(team)).toEqual([])
    expect(await team.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  it('everybody who works there reads in the diary who looked, noted and took along', async () => {
    const diary = await browser.newPage()
    await diary.goto(`${await extensionOrigin(browser)}/diary.html`)
    await diary.locator('[name=held]').click()
    await diary.locator('#held .done').waitFor()
    const held = await diary.locator('#held').textContent()
    for (const what of [' xem', ' ghi chú', ' tải về']) expect(held).toContain(`·${what}`)
  })
})
