import './fake-browser.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { daysOfRange, shifted } from '../../extension/pages/diary/date-ranges.ts'
import { csvOf, xlsxOf } from '../../extension/pages/diary/exports.ts'
import { createDiary } from '../../extension/pages/diary/model.ts'
import { at, Desk, HOUR, MINUTE } from './desk.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

const SUNDAY = '2026-11-22'
const MONDAY = '2026-11-23'
const diaryPage = async () =>
  createDiary({ db: await desk.store(), send: desk.says, fetch: desk.hub.fetch, now: () => desk.clock })

/** Ten minutes on each of two platforms. */
const worksOnTwo = async (): Promise<void> => {
  for (const platform of ['vbdh', 'hkg']) {
    await desk.opens(platform)
    await desk.works(10 * MINUTE)
  }
  await desk.opens(null)
}
const worksOnTwoDays = async (): Promise<void> => {
  desk.clock = at(`${SUNDAY}T09:00:00`)
  await desk.joins()
  await worksOnTwo()
  desk.clock = at(`${MONDAY}T09:00:00`)
  await worksOnTwo()
  await desk.says({ do: 'sync' })
}

describe('the stretches of a diary', () => {
  it('are a day, a week from Monday, a whole month, and the window of the score', () => {
    expect(daysOfRange('day', MONDAY)).toEqual([MONDAY])
    expect(daysOfRange('week', SUNDAY)[0]).toBe('2026-11-16')
    expect(daysOfRange('week', SUNDAY)).toHaveLength(7)
    expect([daysOfRange('month', '2028-02-10').length, daysOfRange('month', '2026-12-31').at(-1)]).toEqual([
      29,
      '2026-12-31',
    ])
    expect(daysOfRange('window', MONDAY)).toHaveLength(28)
  })

  it('lead to the one before and the one after, without a gap', () => {
    expect(shifted('week', MONDAY, -1)).toBe('2026-11-16')
    expect(shifted('month', '2026-01-31', 1)).toBe('2026-02-01')
    expect(shifted('month', '2026-03-31', -1)).toBe('2026-02-28')
  })
})

describe('the diary', () => {
  it('shows each day with its mark, without a network', async () => {
    await worksOnTwoDays()
    desk.hub.state = 'down'
    const page = await diaryPage()
    page.showRange('week')
    page.goTo(SUNDAY)
    expect(page.shown.value.map(d => d.mark)).toEqual([...Array(5).fill('none'), 'off', 'counted'])
    expect(page.shown.value.at(-1)?.seconds).toBe(1200)
  })

  it('erases a day here and at the hub, and leaves the others', async () => {
    await worksOnTwoDays()
    expect(desk.hub.seconds(MONDAY, 'vbdh')).toBe(600)
    const page = await diaryPage()
    await page.eraseDay(MONDAY)
    expect([page.refused.value, page.done.value]).toEqual([null, 'erased'])
    expect(new Set(page.rows.value.map(row => row.day))).toEqual(new Set([SUNDAY]))
    expect(desk.hub.seconds(MONDAY, 'vbdh')).toBe(0)
    expect(desk.hub.seconds(SUNDAY, 'vbdh')).toBe(600)
    expect((await desk.segments()).every(segment => segment.end <= at(`${MONDAY}T00:00:00`))).toBe(true)
  })

  it('erases at the hub also what it acknowledged into a lost answer', async () => {
    await desk.joins()
    await worksOnTwo()
    desk.hub.state = 'lost'
    await desk.says({ do: 'sync' })
    expect(desk.hub.seconds(MONDAY, 'hkg')).toBe(600)
    desk.hub.state = 'up'
    await (await diaryPage()).eraseDay(MONDAY)
    expect(desk.hub.seconds(MONDAY, 'hkg')).toBe(0)
  })

  it('while the hub is silent erases here, says so, and tells the hub later', async () => {
    await worksOnTwoDays()
    desk.hub.state = 'down'
    const page = await diaryPage()
    await page.eraseAll()
    expect(page.refused.value?.why).toBe('erase-day-pending')
    expect(page.rows.value).toEqual([])
    desk.hub.state = 'up'
    await desk.worker.onAlarm('send')
    expect([desk.hub.seconds(SUNDAY, 'vbdh'), desk.hub.seconds(MONDAY, 'hkg')]).toEqual([0, 0])
  })

  it('after an erased day counts on from nothing, also on the platform that is in front', async () => {
    await desk.joins()
    await desk.opens('vbdh')
    await desk.works(10 * MINUTE)
    await (await diaryPage()).eraseDay(MONDAY)
    await desk.works(2 * MINUTE)
    await desk.opens(null)
    expect(await desk.ms('vbdh')).toBe(2 * MINUTE)
    await desk.says({ do: 'sync' })
    expect(desk.hub.seconds(MONDAY, 'vbdh')).toBe(120)
  })

  it('keeps the part of a stretch that lies beyond midnight', async () => {
    await desk.consents()
    desk.clock = at(`${SUNDAY}T23:58:00`)
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    await desk.opens(null)
    await (await diaryPage()).eraseDay(SUNDAY)
    expect(await desk.segments()).toEqual([
      { platform: 'vbdh', start: at(`${MONDAY}T00:00:00`), end: at(`${MONDAY}T00:03:00`) },
    ])
    expect([await desk.ms('vbdh', SUNDAY), await desk.ms('vbdh')]).toEqual([undefined, 3 * MINUTE])
  })

  it('without consent says that the hub is not told', async () => {
    await worksOnTwoDays()
    const page = await diaryPage()
    await page.withdraw(false)
    await page.eraseDay(MONDAY)
    expect(page.refused.value?.why).toBe('erase-here-only')
  })

  it('withdrawing with erasure leaves nothing on either side', async () => {
    await worksOnTwoDays()
    const page = await diaryPage()
    await page.withdraw(true)
    expect([page.consent.value, page.rows.value, desk.hub.devices.size]).toEqual([null, [], 0])
  })

  it('asks the hub what it holds, and who looked', async () => {
    await worksOnTwoDays()
    desk.hub.views = [
      { at: desk.clock, role: 'manager', agencyId: 'so-noi-vu', week: '2026-W47', what: 'view' },
    ]
    const page = await diaryPage()
    await page.fetchHoldings()
    expect(page.holdings.value?.me.days).toHaveLength(4)
    expect(page.holdings.value?.views).toHaveLength(1)
    desk.hub.state = 'down'
    await page.fetchHoldings()
    expect([page.holdings.value, page.refused.value?.why]).toEqual([null, 'offline'])
  })
})

describe('an own copy', () => {
  const json = async (): Promise<string> => (await (await diaryPage()).fileOf('json', 'vi')).text()

  it('comes back on another machine: shown, counted for oneself, and never sent', async () => {
    await worksOnTwoDays()
    const file = await json()
    desk = new Desk()
    await desk.joins()
    const page = await diaryPage()
    await page.importText(file)
    expect(page.done.value).toBe('imported')
    expect(page.rows.value.map(row => row.seconds)).toEqual([600, 600, 600, 600])
    await desk.says({ do: 'sync' })
    expect(desk.hub.asked.filter(({ method }) => method === 'PUT')).toEqual([])
  })

  it('never makes a day shorter, and never adds to it', async () => {
    await desk.consents()
    await worksOnTwo()
    const file = await json()
    await desk.opens('vbdh')
    await desk.works(HOUR)
    await desk.opens(null)
    const page = await diaryPage()
    await page.importText(file)
    expect(page.rows.value.map(row => row.seconds)).toEqual([600, 4200])
  })

  it.each([
    ['is no JSON', 'Ngày;Nền tảng'],
    ['is something else', '{"kind":"photos"}'],
    [
      'holds a day longer than a day',
      diaryFile([
        ['vbdh', 50_000],
        ['hkg', 50_000],
      ]),
    ],
    ['names a day that does not exist', diaryFile([['vbdh', 60]], '2026-02-30')],
    ['holds a platform that is no id', diaryFile([['=1+1', 60]])],
  ])('is refused as a whole when it %s', async (_, file) => {
    await desk.consents()
    const page = await diaryPage()
    await page.importText(file)
    expect(page.refused.value?.why).toBe('file-unreadable')
    expect(page.rows.value).toEqual([])
  })

  it('is erased with its day', async () => {
    await desk.consents()
    const page = await diaryPage()
    await page.importText(diaryFile([['vbdh', 60]], SUNDAY))
    await page.importText(diaryFile([['vbdh', 60]], MONDAY))
    await page.eraseDay(SUNDAY)
    expect(page.rows.value.map(row => row.day)).toEqual([MONDAY])
  })

  it('as CSV is read by Excel: a mark for UTF-8, semicolons, and no cell that is a formula', () => {
    const rows = [{ day: MONDAY, platform: 'vbdh', seconds: 3909 }]
    const file = csvOf(rows, () => '=HYPERLINK("https://example.com";"a")', 'vi')
    expect(file.charCodeAt(0)).toBe(0xfeff)
    expect(file.split('\r\n')[0]).toBe('\uFEFFNgày;Nền tảng;Mã nền tảng;Số giây;Thời gian')
    expect(file.split('\r\n')[1]).toBe(
      '23/11/2026;"\'=HYPERLINK(""https://example.com"";""a"")";vbdh;3909;1:05:09',
    )
    for (const begin of ['+', '-', '@', '\t'])
      expect(csvOf(rows, () => `${begin}1`, 'vi')).toContain(`'${begin}1`)
  })

  it('as XLSX is a zip with a sheet', async () => {
    const file = await xlsxOf([{ day: MONDAY, platform: 'vbdh', seconds: 60 }], () => 'Văn bản', 'vi')
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
    expect(new TextDecoder().decode(bytes)).toContain('xl/worksheets/sheet1.xml')
  })
})

function diaryFile(rows: [string, number][], day = MONDAY): string {
  const days = rows.map(([platform, seconds]) => ({ day, platform, seconds }))
  return JSON.stringify({ kind: 'nhipso-diary', version: 1, exportedAt: 1, days })
}
