// A person's week in the diary: copies, an erased day, and the end of it, with both sides turned inside out.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type DayKey, type DayTotal, dayOf } from '../../shared/core/day.ts'
import { durationText } from '../../shared/ui/format.ts'
import { parseDiary } from '../../shared/wire/diary.ts'
import { violations } from './access.ts'
import { dump, extensionOrigin, extensionPage, openChromium } from './chromium.ts'
import { type Row, seedExtensionDb } from './seed-extension-db.ts'
import { agree, join as enrol, joined } from './welcome.ts'
import { World } from './world.ts'

const MINUTE_MS = 60_000
const TODAY = dayOf(Date.now())
const WEEK: readonly DayKey[] = Array.from({ length: 7 }, (_, ago) => addDays(TODAY, -ago))
const YESTERDAY = addDays(TODAY, -1)
const PLATFORMS = ['vbdh', 'hkg']

describe('a week in the diary', () => {
  let house: World
  let person: BrowserContext
  let diary: Page
  let device: string
  let copy: Buffer

  beforeAll(async () => {
    house = await World.build()
    person = await openChromium({ profile: join(house.folder, 'person'), webPort: house.webPort })
    const welcome = await extensionPage(person, '/welcome.html')
    await agree(welcome)
    await enrol(welcome, house.hubUrl, await house.code('--uses', '2'))
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    await seedExtensionDb(welcome, week())
    diary = await person.newPage()
    await diary.goto(`${await extensionOrigin(person)}/diary.html`)
    const { identity } = await dump(diary)
    device = (identity as { deviceId: string }[])[0]?.deviceId ?? ''
    await send()
  })
  afterAll(async () => {
    await person?.close()
    await house?.close()
  })

  /** What the hub's own file holds of this device: seconds by day and platform. */
  const atHub = (): Record<string, number> => {
    const file = new Database(join(house.folder, 'hub.db'), { readonly: true })
    const rows = file
      .prepare<[string], { day: string; platform: string; seconds: number }>(
        'select day, platform, seconds from device_days where device_id = ?',
      )
      .all(device)
    file.close()
    return Object.fromEntries(rows.map(row => [`${row.day} ${row.platform}`, row.seconds]))
  }
  async function send(): Promise<void> {
    const popup = await person.newPage()
    await popup.goto(`${await extensionOrigin(person)}/popup.html`)
    await popup.getByRole('button', { name: /gửi ngay/i }).click()
    await popup.getByText(/Gửi gần nhất/).waitFor()
    await popup.close()
  }
  const save = async (format: string): Promise<Buffer> => {
    const waiting = diary.waitForEvent('download')
    await diary.locator(`[name=${format}]`).click()
    const file = await waiting
    expect(file.suggestedFilename()).toBe(`nhip-so-${TODAY}.${format}`)
    return readFileSync(await file.path())
  }

  it('the hub holds the seven days, as the diary shows them', async () => {
    expect(Object.keys(atHub())).toHaveLength(WEEK.length * PLATFORMS.length)
    await diary.locator('[name=window]').click()
    for (const day of WEEK) expect(await diary.locator(`[name=erase-${day}]`).count()).toBe(1)
    await diary.locator('[name=held]').click()
    await diary.locator('#held .done').waitFor()
    expect(await diary.locator('#held details li').count()).toBe(WEEK.length * PLATFORMS.length)
    expect(await diary.locator('#held').textContent()).toContain(device)
  })

  it('the popup has my week and my agency’s released score', async () => {
    const popup = await person.newPage()
    await popup.goto(`${await extensionOrigin(person)}/popup.html`)
    await popup.locator('.dots li').first().waitFor()
    expect(await popup.locator('.dots li').count()).toBe(5)
    expect(await popup.locator('.criteria li').count()).toBe(4)
    const { score } = await house.told()
    await popup.locator('.standing strong.number').waitFor()
    expect(await popup.locator('.standing strong.number').textContent()).toBe(
      ((score ?? 0) / 10).toFixed(1).replace('.', ','),
    )
    expect(await violations(popup)).toEqual([])
    await popup.close()
  })

  it('the bars are drawn, one sample of a pattern for each platform, and the words beside them say the same', async () => {
    await diary.locator('.plot canvas').waitFor()
    expect(await diary.locator('.legend canvas').count()).toBe(PLATFORMS.length)
    const colours = await diary.locator('.plot canvas').evaluate(coloursOf)
    const samples = await diary
      .locator('.legend canvas')
      .evaluateAll(all => all.map(one => getComputedStyle(one).color))
    expect(new Set(samples).size).toBe(PLATFORMS.length)
    for (const sample of samples) expect(colours).toContain(sample)
    const total = WEEK.reduce((all, _, ago) => all + PLATFORMS.length * (ago + 10), 0)
    const said = durationText(total * 60, 'vi')
    expect(await diary.locator('.pointed').textContent()).toContain(said)
    expect(await diary.locator('.plot').getAttribute('aria-label')).toContain(said)
  })

  it('on paper the bars are as dark as ink although the screen is dark, and nothing is left to press', async () => {
    await diary.emulateMedia({ colorScheme: 'dark' })
    const ground = () => diary.locator('.plot canvas').evaluate(coloursOf)
    const sample = () =>
      diary
        .locator('.legend canvas')
        .first()
        .evaluate(one => getComputedStyle(one).color)
    const [dark] = [await sample()]
    await expect.poll(ground).toContain(dark)
    await diary.emulateMedia({ colorScheme: 'dark', media: 'print' })
    expect(await sample()).not.toBe(dark)
    await expect.poll(ground).toContain(await sample())
    expect(await diary.locator('button:visible').count()).toBe(0)
    expect((await diary.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
    await diary.emulateMedia({ colorScheme: 'light', media: 'screen' })
  })

  it('three copies can be taken along, each readable where it is meant to be', async () => {
    const csv = await save('csv')
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(csv.toString('utf8').trim().split('\r\n')).toHaveLength(1 + WEEK.length * PLATFORMS.length)
    expect([...(await save('xlsx')).subarray(0, 2)]).toEqual([0x50, 0x4b])
    copy = await save('json')
    const read = parseDiary(JSON.parse(copy.toString('utf8')))
    expect(read.ok && read.value.days).toHaveLength(WEEK.length * PLATFORMS.length)
  })

  it('an erased day is gone on both sides, and no other', async () => {
    await diary.locator(`[name=erase-${YESTERDAY}]`).click()
    await diary.locator(`[name=erase-${YESTERDAY}-yes]`).click()
    await diary.locator('main > [role=status] .done').waitFor()
    const days = (await dump(diary)).days as DayTotal[]
    expect(days.filter(({ day, ms }) => day === YESTERDAY && ms > 0)).toEqual([])
    expect(days.filter(({ ms }) => ms > 0)).toHaveLength((WEEK.length - 1) * PLATFORMS.length)
    for (const [key, seconds] of Object.entries(atHub())) {
      if (key.startsWith(YESTERDAY)) expect(seconds, key).toBe(0)
      else expect(seconds, key).toBeGreaterThan(0)
    }
  })

  it('the copy comes back: what was erased shows again, and is not sent again', async () => {
    const file = { name: 'nhip-so.json', mimeType: 'application/json', buffer: copy }
    await diary.locator('[name=import]').setInputFiles(file)
    await diary.locator(`[name=erase-${YESTERDAY}]`).waitFor()
    expect(await diary.locator('main > [role=status] .done').textContent()).toBe('Đã nhập lại từ tệp.')
    const days = (await dump(diary)).days as DayTotal[]
    expect(days.filter(({ day, ms }) => day === YESTERDAY && ms > 0)).toEqual([])
    await send()
    for (const [key, seconds] of Object.entries(atHub()))
      if (key.startsWith(YESTERDAY)) expect(seconds).toBe(0)
    const again = parseDiary(JSON.parse((await save('json')).toString('utf8')))
    expect(again.ok && again.value.days).toEqual(JSON.parse(copy.toString('utf8')).days)
  })

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['something else', Buffer.from('{"kind":"photos"}')],
  ])('%s read as a copy is refused with a sentence, and changes nothing', async (_, buffer) => {
    const before = JSON.stringify((await dump(diary)).settings)
    await diary
      .locator('[name=import]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer })
    await diary.locator('main > [role=alert] .trouble').waitFor()
    expect(await diary.locator('main > [role=alert] .trouble').textContent()).toBe(
      'Tệp này không phải bản xuất JSON của Nhịp Số. Xin chọn tệp khác.',
    )
    await diary.getByText('Chi tiết cho bộ phận hỗ trợ').click()
    expect(await diary.locator('main > details p').textContent()).toMatch(/^file-unreadable: .{5}/)
    expect(JSON.stringify((await dump(diary)).settings)).toBe(before)
  })

  it('whoever says no to erasing goes on at the button that asked', async () => {
    await diary.locator('[name=erase-all]').focus()
    await diary.keyboard.press('Enter')
    await expect.poll(() => focused(diary)).toBe('erase-all-yes')
    await diary.keyboard.press('Tab')
    await diary.keyboard.press('Enter')
    await expect.poll(() => focused(diary)).toBe('erase-all')
    expect(((await dump(diary)).days as DayTotal[]).length).toBeGreaterThan(0)
  })

  it.each([
    ['light', 1000],
    ['dark', 320], // 1280 pixels at 400 %
  ] as const)('diary and options fit and break no rule, %s at %i pixels', async (colorScheme, width) => {
    const page = await person.newPage()
    await page.emulateMedia({ colorScheme, forcedColors: 'none', reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 720 })
    for (const name of ['diary', 'options']) {
      await page.goto(`${await extensionOrigin(person)}/${name}.html`)
      await page.locator('h1').waitFor()
      expect(await violations(page), name).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBe(0)
    }
    await page.close()
  })

  it('a code for a second browser joins the same person', async () => {
    const options = await person.newPage()
    await options.goto(`${await extensionOrigin(person)}/options.html`)
    await options.locator('[name=link]').click()
    const code = await options.locator('.code').textContent()
    const second = await openChromium({ profile: join(house.folder, 'second'), webPort: house.webPort })
    const welcome = await extensionPage(second, '/welcome.html')
    await agree(welcome)
    await welcome.locator('[name=code]').fill(`${house.hubUrl}/#nhipso=${code}`)
    await welcome.locator('[name=join]').click()
    expect(await joined(welcome)).toContain('Sở Nội vụ')
    await second.close()
    await options.close()
  })

  it('without a hub the diary still opens; asking the hub says what is wrong', async () => {
    await house.stopHub()
    await diary.reload()
    await diary.locator(`[name=erase-${TODAY}]`).waitFor()
    await diary.locator('[name=held]').click()
    expect(await diary.locator('.trouble').textContent()).toContain('Không kết nối được máy chủ')
    await house.startHub()
  })

  it('withdrawing with erasure leaves nothing on either side', async () => {
    await diary.locator('[name=withdraw-erase]').click()
    await diary.locator('[name=withdraw-erase-yes]').click()
    await diary.locator('main > [role=status] .done').waitFor()
    const { days, segments, outbox, identity, settings } = await dump(diary)
    expect({ days, segments, outbox, identity }).toEqual({ days: [], segments: [], outbox: [], identity: [] })
    expect(JSON.stringify(settings)).not.toContain(device)
    expect(atHub()).toEqual({})
  })
})

const week = (): Row[] =>
  WEEK.flatMap((day, ago) =>
    PLATFORMS.map(platform => ({ store: 'days', value: { day, platform, ms: (ago + 10) * MINUTE_MS } })),
  )

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('name'))

/** Runs inside a page: every colour that a drawing holds, as style sheets write it. */
function coloursOf(canvas: HTMLElement | SVGElement): string[] {
  const drawing = canvas as unknown as HTMLCanvasElement
  const data = drawing.getContext('2d')?.getImageData(0, 0, drawing.width, drawing.height).data ?? []
  const found = new Set<string>()
  for (let i = 0; i < data.length; i += 4) found.add(`rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`)
  return [...found]
}
