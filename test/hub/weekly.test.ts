// A closed week on the scoreboard and as a sheet; what search engines are told.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS, dayOf } from '../../shared/core/day.ts'
import type { Page, PageFrame } from '../../shared/wire/page.ts'
import { MONDAY, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
let drawn: { page: Page; frame: PageFrame }[]
beforeEach(async () => {
  drawn = []
  hub = await tryHub({
    render: (page, frame) => {
      drawn.push({ page, frame })
      return '<!doctype html>'
    },
  })
})
afterEach(() => hub.close())

/** Two weeks of twelve people; the second is still going on when this ends. */
async function aWeekAndMore(): Promise<void> {
  const people = await Promise.all(Array.from({ length: 12 }, () => hub.person('so-noi-vu')))
  const work = async (seconds: number) => {
    for (const one of people)
      await hub.report(one, [{ day: dayOf(hub.clock.now), platform: 'vbdh', seconds }])
    await hub.tick()
  }
  await work(600)
  hub.clock.now = MONDAY + 7 * DAY_MS + 3_600_000
  await hub.tick()
  hub.clock.now += DAY_MS
  await work(1200)
}
const opened = async (path: string) => {
  await hub.fetch(path)
  const last = drawn.at(-1)
  if (!last) throw new Error('nothing was drawn')
  return last
}
const scoreIn = ({ frame }: { frame: PageFrame }) =>
  frame.snapshot.agencies.find(one => one.id === 'so-noi-vu')?.score

describe('the scoreboard of a closed week', () => {
  it('shows that week’s final and not what came after it', async () => {
    await aWeekAndMore()
    const now = await opened('/')
    const then = await opened('/?week=2026-W45')
    expect(now.frame.weeks).toEqual(['2026-W45'])
    expect(then.page).toMatchObject({ page: 'scoreboard', week: '2026-W45' })
    expect(then.frame.snapshot).toMatchObject({ week: '2026-W45', day: '2026-11-08' })
    const final = now.frame.snapshot.agencies.find(one => one.id === 'so-noi-vu')?.trend[0]
    expect(scoreIn(then)).toBe(final?.score)
    expect(scoreIn(then)).not.toBe(scoreIn(now))
  })

  it.each(['2026-W46', '2019-W01', 'nonsense'])('that is not told (%s) is the one of now', async week => {
    await aWeekAndMore()
    const { page } = await opened(`/?week=${week}&q=%20`)
    expect(page).toEqual({ page: 'scoreboard', level: 'province', block: null })
  })
})

describe('the sheet', () => {
  it('opens in a Vietnamese Excel, and holds what the scoreboard shows', async () => {
    await aWeekAndMore()
    const response = await hub.fetch('/scores.csv?level=province')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="nhip-so-2026-11-10.csv"')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines[0]).toMatch(/^.?Mã;Cơ quan, đơn vị;Khối thi đua;Hạng;Trong số;Điểm;/)
    expect(lines.find(line => line.startsWith('so-noi-vu'))).toMatch(/;\d+,\d;.*;Tạm tính;10\/11\/2026$/)
    expect(lines.find(line => line.startsWith('so-y-te'))).toContain('Chưa đủ số liệu')
    expect(lines.filter(line => line.startsWith('xa-'))).toEqual([])
  })

  it('of a week and in English, with points and commas', async () => {
    await aWeekAndMore()
    const text = await (await hub.fetch('/scores.csv?week=2026-W45&lang=en')).text()
    expect(text).toMatch(/\r\nso-noi-vu,[^\r]*,\d+\.\d,[^\r]*,Provisional,08\/11\/2026\r\n/)
  })

  it('of a week that is not told is refused with what to ask for', async () => {
    expect((await reason(await hub.fetch('/scores.csv?week=2020-W01'))).why).toBe('not-released')
  })
})

describe('search engines', () => {
  it('are led to every page in both languages, and kept from frames and data', async () => {
    const robots = await (await hub.fetch('/robots.txt')).text()
    expect(robots).toContain('Disallow: /embed/\n')
    expect(robots).toContain('Sitemap: http://hub.test/sitemap.xml')
    const xml = await (await hub.fetch('/sitemap.xml')).text()
    const pages = [...xml.matchAll(/<loc>http:\/\/hub\.test([^<]*)<\/loc>/g)].map(found => found[1] ?? '')
    expect(pages).toContain('/?level=commune&amp;lang=en')
    expect(pages).toContain('/agency/so-noi-vu')
    for (const page of pages) expect((await hub.fetch(page.replaceAll('&amp;', '&'))).status, page).toBe(200)
  })
})
