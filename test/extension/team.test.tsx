// The team page, its files and its paper: one released table, told the same everywhere.
import Papa from 'papaparse'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { createLanguage } from '../../extension/pages/language.ts'
import { figureText } from '../../extension/pages/team/figure-text.ts'
import { noteEffect, weakestPlatform } from '../../extension/pages/team/insights.ts'
import { createTeam } from '../../extension/pages/team/model.ts'
import { scoreLevers } from '../../extension/pages/team/score-levers.ts'
import { Team } from '../../extension/pages/team/Team.tsx'
import { teamCsv, teamXlsx } from '../../extension/pages/team/team-files.ts'
import type { Language } from '../../shared/core/language.ts'
import { hiddenSentence } from '../../shared/text/measures.ts'
import { figuresOf } from '../../shared/wire/figures.ts'
import type { ReleasedCell, Team as Table } from '../../shared/wire/team.ts'
import { plain, sheetsIn } from '../fixtures/sheets.ts'
import { teamFixture } from '../fixtures/team.ts'
import { Desk } from './desk.ts'

const nameOf = (platform: string) => `Nền tảng ${platform}`
const newest = (team: Table) => {
  const week = team.weeks.at(-1)
  if (!week) throw new Error('no week')
  return week
}
const csvRows = (team: Table, language: Language = 'vi') =>
  Papa.parse<string[]>(teamCsv(team, language, nameOf).replace(/^\uFEFF/, ''), { delimiter: ';' }).data

const sheetsOf = async (team: Table) =>
  sheetsIn(new Uint8Array(await (await teamXlsx(team, 'vi', nameOf)).arrayBuffer()), 3)

let desk: Desk

async function drawn(team: Table, language: Language = 'vi') {
  desk = new Desk()
  desk.hub.role = 'manager'
  desk.hub.team = team
  await desk.joins()
  const db = await desk.store()
  const saved: { name: string; file: Blob }[] = []
  const tools = {
    db,
    fetch: desk.hub.fetch,
    now: () => desk.clock,
    print: () => saved.push({ name: 'print', file: new Blob() }),
  }
  const model = await createTeam({ ...tools, save: (file, name) => saved.push({ name, file }) })
  await model.refresh()
  const lang = await createLanguage(db, {}, desk.says)
  lang.language.value = language
  return { html: plain(renderToString(<Team model={model} lang={lang} />)), model, saved }
}

describe('every surface', () => {
  const team = teamFixture()

  it('says the same of every figure of every week: screen, CSV and XLSX', async () => {
    const { html } = await drawn(team)
    const csv = csvRows(team)
    const [weeks] = await sheetsOf(team)
    for (const [i, week] of [...team.weeks].reverse().entries()) {
      const figures = figuresOf(week)
      expect(csv[i + 3]?.slice(1)).toEqual(figures.map(figure => figureText(figure, 'vi')))
      expect(weeks?.rows[i + 1]?.slice(1)).toEqual(
        figures.map(figure => {
          const { cell, unit } = figure
          return cell?.told ? (unit === 'share' ? cell.value / 10_000 : cell.value) : figureText(figure, 'vi')
        }),
      )
    }
    for (const figure of figuresOf(newest(team))) {
      if (figure.id === 'short') continue // told on the page as what it would move
      expect(html).toContain(figureText(figure, 'vi'))
    }
    for (const figure of figuresOf(newest(await drawn(team).then(one => one.model.team.value ?? team))))
      expect(figure).toEqual(figuresOf(newest(team)).find(one => one.id === figure.id))
  })

  it('says the same of units and platforms, and what is hidden is in no file', async () => {
    const { html } = await drawn(team)
    const csv = csvRows(team)
    const [, units] = await sheetsOf(team)
    const at = csv.findIndex(row => row[0] === 'Phòng, ban')
    const rows = csv.slice(at, at + 7)
    expect(units?.rows.map(row => row.map(String))).toEqual(rows)
    expect(rows.map(row => row.slice(0, 3))).toEqual([
      ['Phòng, ban', 'Đã tham gia', 'Hoạt động trong tuần'],
      ['Cả cơ quan', '', ''],
      ['Phòng 1', 'Không hiển thị: có phòng, ban quá ít người', 'Không hiển thị: có phòng, ban quá ít người'],
      ['Phòng 2', 'Không hiển thị: có phòng, ban quá ít người', 'Không hiển thị: có phòng, ban quá ít người'],
      ['Phòng 3', '10–19', '50–100%'],
      ['Phòng 4', '20–49', '60–100%'],
      [
        'Không khai báo phòng, ban',
        'Không hiển thị: có phòng, ban quá ít người',
        'Không hiển thị: có phòng, ban quá ít người',
      ],
    ])
    for (const cell of rows.slice(1).flat()) expect(html).toContain(cell)
  })

  it('has real numbers, a frozen header and column widths in Excel, and a sheet of definitions with the release', async () => {
    const [weeks, , definitions] = await sheetsOf(team)
    expect(weeks?.xml).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/)
    expect(weeks?.xml).toMatch(/<col [^>]*width="/)
    expect(definitions?.rows.flat()).toContain('Bản công bố số 42, 00:10 ngày 23/11/2026')
    expect(definitions?.rows.length).toBeGreaterThan(figuresOf(newest(team)).length)
  })

  it.each(['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1'])(
    'takes no text for a formula: %s',
    async evil => {
      const note = { id: '0b6f7a52-6b0e-4c56-9df5-0a4f2f6f0002', day: '2026-11-12', text: evil }
      const bad = { ...team, agency: { id: 'x', name: { vi: evil, en: evil } }, notes: [note] }
      for (const cell of csvRows(bad).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      for (const { xml, rows } of await sheetsOf(bad)) {
        expect(xml).not.toMatch(/<f[ >]/)
        for (const cell of rows.flat()) expect(String(cell)).not.toMatch(/^[=+@\t\r]|^-\D/)
      }
    },
  )

  it('has the agency’s name, the week and the signatures on paper', async () => {
    const { html } = await drawn(team)
    for (const text of [
      'BÁO CÁO TUẦN',
      'Sở Nội vụ',
      'Tuần 47/2026',
      'NGƯỜI LẬP BÁO CÁO',
      'THỦ TRƯỞNG ĐƠN VỊ',
    ])
      expect(html).toContain(text)
  })
})

describe('the page', () => {
  const team = teamFixture()

  it('sums the week up in one sentence, in both languages', async () => {
    const sentence = (html: string) => /class="lead sentence">(.*?)<\/p>/s.exec(html)?.[1]
    expect(sentence((await drawn(team)).html)).toMatch(
      /^Tuần 47\/2026 \(16\/11–22\/11\): 55 người đã tham gia \(78,57% số biên chế được giao\); \d.*% có hoạt động trong tuần, (?:(?:tăng|giảm) .* điểm phần trăm so với|bằng) tuần trước\. (Cao|Thấp) hơn trung vị của khối \d.* điểm phần trăm\./,
    )
    expect(sentence((await drawn(team, 'en')).html)).toMatch(/^Week 47\/2026 .* 55 people have enrolled/)
  })

  it('stands in the order of a head of office’s questions', async () => {
    const { html } = await drawn(team)
    const order = [
      'lead sentence',
      'Mức tham gia so với số biên chế được giao',
      'Từ được mời đến',
      'thang từ 0 đến 100%',
      'Tập huấn',
      'Mức sử dụng đều hằng ngày',
      'Không dùng nền tảng nào',
      'Thời gian trung vị mỗi ngày',
      'class="heat map"',
      'class="units"',
      'Việc nên làm để nâng điểm',
    ].map(part => html.indexOf(part))
    expect(order.every(at => at > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('tells whether a training worked, by whole released weeks on either side of it', async () => {
    const share = (value: number | null) =>
      value === null ? ({ told: false, why: 'one-sided' } as const) : ({ told: true, value } as const)
    const of = (values: readonly (number | null)[]) => ({
      ...team,
      weeks: team.weeks
        .slice(-values.length)
        .map((week, i) => ({ ...week, activeShare: share(values[i] ?? null) })),
    })
    const note = { id: '0b6f7a52-6b0e-4c56-9df5-0a4f2f6f0003', day: '2026-11-12', text: 'Tập huấn' } // W46
    const trained = of([4000, 9999, 4000, 5000, null, 5200, 6000, 6600])
    expect(noteEffect(trained, note)).toEqual({ before: 4733, after: 6300 })
    expect(noteEffect(of([4000, 5000, null, 6000]), note)).toBeNull() // one week is no trend
    const { html } = await drawn({ ...trained, notes: [note] })
    expect(html).toContain('bình quân các tuần trước: 47,33%, từ tuần đó: 63%')
  })

  it('names the platform that the fewest use, where one stands out', () => {
    const users = (from: number, to: number) => ({ told: true, value: { from, to } }) as const
    const week = newest(team)
    const of = (...cells: readonly ReturnType<typeof users>[]) => {
      const platforms = cells.map((cell, i) => ({ platform: `p${i}`, users: cell }))
      return week.detail ? { ...week, detail: { ...week.detail, platforms } } : week
    }
    expect(weakestPlatform(of(users(4000, 6000), users(0, 4000)))?.platform).toBe('p1')
    expect(weakestPlatform(of(users(0, 4000), users(0, 4000), users(6000, 10_000)))).toBeNull()
    expect(weakestPlatform(of(users(0, 4000)))).toBeNull()
  })

  it('says what the line shows: its scale, its first and last week, and what a gap is', async () => {
    const [first, ...rest] = team.weeks.map((week, i) => {
      const value = 6000 + i * 100
      return { ...week, activeShare: { told: true, value } as const }
    })
    const [hidden, ...others] = rest
    if (!first || !hidden || others.length === 0) throw new Error('too few weeks')
    const gone = { ...hidden, activeShare: { told: false, why: 'one-sided' } as const }
    const caption = async (weeks: Table['weeks']) =>
      /<figcaption>(.*?)<\/figcaption>/s.exec((await drawn({ ...team, weeks })).html)?.[1]
    expect(await caption([first, ...rest])).toMatch(
      /thang từ 0 đến 100%\. Tuần \d+\/2026 \(.+\): 60%; Tuần 4\d\/2026 \(.+\): 7\d%\.$/,
    )
    expect(await caption([first, gone, ...others])).toMatch(/ Chỗ ngắt là tuần không hiển thị\.$/)
  })

  it('says of each hidden cell why, and when it may appear, below each table and not to a mouse alone', async () => {
    const { html } = await drawn(team)
    const reasons = (cells: readonly (ReleasedCell<unknown> | null)[]) =>
      new Set(
        cells.flatMap(cell => (cell && !cell.told ? [hiddenSentence(cell.why, team.minGroup, 'vi')] : [])),
      )
    const { detail } = newest(team)
    const units = detail?.units ?? []
    const map = [...(detail?.platforms ?? []).map(one => one.users), ...units.flatMap(one => one.platforms)]
    const tables = [map, units.flatMap(one => [one.size, one.active, one.minutes])]
    for (const [i, cells] of tables.entries()) {
      const from = html.indexOf(['class="heat map"', 'class="units"'][i] ?? '')
      const below = html.slice(html.indexOf('</table>', from)).split('<table')[0]
      expect(reasons(cells).size).toBeGreaterThan(0)
      for (const sentence of reasons(cells)) expect(below).toContain(sentence)
    }
    expect(html).toContain(
      'Không hiển thị vì phòng, ban này hoặc phòng, ban khác trong bảng có dưới 10 người; sẽ hiển thị khi các phòng, ban đủ 10 người.',
    )
  })

  it('names bands of people that would move the score, the largest first, and nobody', () => {
    const moves = scoreLevers(team, newest(team))
    expect(moves.map(move => move.band)).toContain('joining')
    expect(moves.map(move => move.tenths)).toEqual([...moves.map(move => move.tenths)].sort((a, b) => b - a))
    expect(moves.find(move => move.band === 'joining')).toEqual({ band: 'joining', people: 15, tenths: 214 })
  })

  it('lets the hub write an export down before the file is made, and of that answer', async () => {
    const { model, saved } = await drawn(team)
    for (const file of ['csv', 'xlsx', 'print'] as const) await model.exportFile(file, 'vi')
    expect(saved.map(one => one.name)).toEqual([
      'nhip-so-so-noi-vu-2026-W47.csv',
      'nhip-so-so-noi-vu-2026-W47.xlsx',
      'print',
    ])
    expect(desk.hub.asked.filter(one => one.url.includes('for=export'))).toHaveLength(3)
    desk.hub.state = 'down'
    await model.exportFile('csv', 'vi')
    expect(saved).toHaveLength(3) // no file that nobody wrote down
  })

  it('draws a week that was released before the details were kept', async () => {
    const old = { ...team, weeks: team.weeks.map(({ detail: _, ...week }) => week) }
    const { html } = await drawn(old)
    expect(html).toContain('Chưa có')
    expect(csvRows(old).length).toBeGreaterThan(12)
  })
})
