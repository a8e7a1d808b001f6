// A campaign lead's agencies: the page and its files say the same, and odd signs never point at anybody.
import Papa from 'papaparse'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { LeadOverview } from '../../extension/pages/team/LeadOverview.tsx'
import { leadCsv, leadXlsx } from '../../extension/pages/team/lead-files.ts'
import type { Flagged } from '../../hub/release/anomalies.ts'
import { flagCells } from '../../hub/release/anomaly-cells.ts'
import type { LeadAgency, Overview } from '../../shared/wire/overview.ts'
import { plain, sheetsIn } from '../fixtures/sheets.ts'

const blocks = [
  { id: 'so-ban-nganh', name: { vi: 'Khối sở, ban, ngành', en: 'Departments' }, level: 'province' },
] as const
const agency = (over: Partial<LeadAgency>): LeadAgency => ({
  id: 'so-y-te',
  name: { vi: 'Sở Y tế', en: 'Department of Health' },
  level: 'province',
  block: 'so-ban-nganh',
  headcount: 1140,
  state: 'ranked',
  score: 673,
  rank: 2,
  of: 14,
  started: true,
  enrolledShare: { told: true, value: 8750 },
  activeShare: { told: false, why: 'one-sided' },
  complete: 11,
  official: [
    {
      target: 'Hồ sơ trực tuyến',
      period: '2026-Q3',
      value: '98.5',
      unit: '%',
      source: 'x',
      day: '2026-11-01',
    },
  ],
  ...over,
})
const evil = '=HYPERLINK("http://x")'
const overview: Overview = {
  version: 1,
  campaign: '923-qd-ttg',
  minGroup: 10,
  sample: false,
  at: 0,
  week: '2026-W47',
  weeks: 12,
  closes: '2026-11-29',
  daysOver: 2,
  agencies: [
    agency({}),
    agency({
      id: 'x',
      name: { vi: evil, en: evil },
      state: 'suppressed',
      score: null,
      rank: null,
      of: null,
      started: false,
      enrolledShare: null,
      official: [],
    }),
  ],
  flags: [
    { kind: 'long-days', people: { told: true, value: { from: 20, to: 49 } } },
    { kind: 'around-the-clock', people: { told: false, why: 'one-sided' } },
    { kind: 'identical', people: { told: false, why: 'one-sided' } },
  ],
}
const rows = () =>
  Papa.parse<string[]>(leadCsv(overview, blocks, 'vi').replace(/^\uFEFF/, ''), { delimiter: ';' }).data

describe('the agencies of a campaign lead', () => {
  it('stand in CSV and XLSX as on the page, with real numbers, a frozen header and what the rows mean', async () => {
    const html = plain(
      renderToString(<LeadOverview overview={overview} blocks={blocks} exportAs={() => {}} />),
    )
    const xlsx = await leadXlsx(overview, blocks, 'vi')
    const [sheet, about] = sheetsIn(new Uint8Array(await xlsx.arrayBuffer()), 2)
    const [head, first] = rows()
    expect(sheet?.rows[0]).toEqual(head)
    expect(first).toEqual([
      'Sở Y tế',
      'Cấp tỉnh',
      'Khối sở, ban, ngành',
      '1140',
      '87,5%',
      'Không hiển thị: một trong hai nhóm quá ít người',
      '11/12',
      '67,3',
      'hạng 2/14',
      'xếp hạng',
      'Hồ sơ trực tuyến (2026-Q3): 98,5%',
    ])
    expect(sheet?.rows[1]).toEqual(first?.map((says, i) => ({ 3: 1140, 4: 0.875, 7: 67.3 })[i] ?? says))
    for (const says of ['87,5%', '67,3', 'hạng 2/14', 'Hồ sơ trực tuyến (2026-Q3): 98,5%'])
      expect(html).toContain(says)
    expect(sheet?.xml).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/)
    expect(about?.rows.flat()).toContain('Số liệu công bố mới nhất: Tuần 47/2026 (16/11–22/11)')
    for (const text of [
      '20–49 người',
      'Không hiển thị vì một trong hai nhóm quá ít người: nhóm được đếm có dưới 10 người',
    ]) {
      expect(html).toContain(text)
      expect(rows().flat().join()).toContain(text)
      expect(about?.rows.flat().join()).toContain(text)
    }
  })

  it('take no name for a formula', async () => {
    for (const cell of rows().flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    const xlsx = await leadXlsx(overview, blocks, 'vi')
    for (const { xml, rows: cells } of sheetsIn(new Uint8Array(await xlsx.arrayBuffer()), 2)) {
      expect(xml).not.toMatch(/<f[ >]/)
      for (const cell of cells.flat()) expect(String(cell)).not.toMatch(/^[=+@\t\r]/)
    }
  })
})

describe('odd signs', () => {
  const flagged = (count: number, agencyId = 'a'): Flagged[] =>
    Array.from({ length: count }, (_, i) => ({
      agency: agencyId,
      member: `${agencyId}${i}`,
      kind: 'long-days',
    }))
  const cellOf = (people: readonly Flagged[], enrolled = 400) =>
    flagCells(people, new Set(['a', 'b']), enrolled, 10)[0]?.people

  it('are told from ten people up, as a range', () => {
    expect(cellOf(flagged(9))).toEqual({ told: false, why: 'one-sided' })
    expect(cellOf(flagged(10))).toEqual({ told: true, value: { from: 10, to: 19 } })
    expect(cellOf([...flagged(6), ...flagged(6, 'b')])).toEqual({ told: true, value: { from: 10, to: 19 } })
  })

  it('count a person once, and nobody outside of the scope', () => {
    expect(cellOf([...flagged(9), ...flagged(9)])).toEqual({ told: false, why: 'one-sided' })
    expect(cellOf([...flagged(9), ...flagged(20, 'elsewhere')])).toEqual({ told: false, why: 'one-sided' })
  })

  it('are hidden where nearly all bear them, with the same reason: it would tell of each of them', () =>
    expect(cellOf(flagged(38), 40)).toEqual({ told: false, why: 'one-sided' }))
})
