// Tables as offices save them: every quirk of Excel that we know, and the right line for each fault.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRoll } from '../../hub/admin/agency-roll.ts'
import { dayIn, readTable, readText } from '../../hub/admin/csv.ts'
import { decimal } from '../../hub/admin/results.ts'
import { smallCampaigns } from '../fixtures/campaign.ts'

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-csv-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const NAMES = { 'giá trị': 'value', 'cơ quan': 'agency' } as const
const read = (csv: string) => {
  const table = readTable(csv, ['agency', 'value'], ['unit'], NAMES)
  if (!table.ok) return table.detail
  const cells = table.value.lines.map(({ number, cell }) => [
    number,
    cell('agency'),
    cell('value'),
    cell('unit'),
  ])
  return { cells, faults: table.value.faults }
}
const one = (agency: string, value: string, unit = '', line = 2) => ({
  cells: [[line, agency, value, unit]],
  faults: [],
})

describe('a table', () => {
  it.each([
    ['with commas', 'agency,value\na,1\n', one('a', '1')],
    ['with semicolons, as Excel in Vietnam writes it', 'agency;value\r\na;98,5\r\n', one('a', '98,5')],
    ['with tabs', 'agency\tvalue\na\t98,5\n', one('a', '98,5')],
    ['with a byte-order mark', '\uFEFFagency,value\na,1\n', one('a', '1')],
    ['with Excel’s own hint of the separator', 'sep=;\r\nagency;value\r\na;1\r\n', one('a', '1', '', 3)],
    ['with the line ends of an old Mac', 'agency;value\ra;1\r', one('a', '1')],
    [
      'with quotes, separators and quotes inside them',
      '"agency","value"\n"a, ""b""","98,5"\n',
      one('a, "b"', '98,5'),
    ],
    [
      'with heads in Vietnamese, in any case, composed or not',
      'Cơ quan;GIÁ TRỊ\na;1\n'.normalize('NFD'),
      one('a', '1'),
    ],
    [
      'with hard spaces and spaces at the ends',
      '\u00a0agency ; value\u202f\n\u00a0Sở\u00a0Y tế ; 1\u202f234,5 \n',
      one('Sở Y tế', '1 234,5'),
    ],
    ['with marks that have no width', 'agency;value\n\u200ba\u2060;1\n', one('a', '1')],
    ['with columns that Excel left empty', 'agency;value;;\na;1;;\n', one('a', '1')],
    ['with an optional column', 'unit;value;agency\n%;1;a\n', one('a', '1', '%')],
    ['with rows that were emptied, not deleted', 'agency;value\n;\n\na;1\n;\n', one('a', '1', '', 4)],
    ['without a line end', 'agency;value\na;1', one('a', '1')],
  ])('%s', (_, csv, must) => expect(read(csv)).toEqual(must))

  it('tells the line of a row after a text that has line breaks of its own', () => {
    const csv = 'agency;value;unit\r\n"a";"1";"một\r\nhai\r\nba"\r\nb;2;%\r\n'
    expect(read(csv)).toEqual({
      cells: [
        [2, 'a', '1', 'một\r\nhai\r\nba'],
        [5, 'b', '2', '%'],
      ],
      faults: [],
    })
  })

  it.each([
    [
      'a decimal comma between commas',
      'agency,value\nb,1\n\na,98,5\n',
      'line 4: has 3 cells, the head has 2',
    ],
    ['a quote that does not end', 'agency,value\nb,1\n"a,2\n', 'line 3: '],
  ])('%s is a fault with its line', (_, csv, says) => {
    expect(read(csv)).toMatchObject({ faults: expect.arrayContaining([expect.stringContaining(says)]) })
  })

  it.each([
    ['agency;values\na;1', 'line 1: the column value is missing'],
    ['agency;value;units\na;1;%', 'line 1: "units" is no column; there are agency, value, unit'],
    ['agency;value;Giá trị\na;1;2', 'line 1: the column value stands there twice'],
    ['agency;value;Constructor\na;1;2', 'line 1: "constructor" is no column; there are agency, value, unit'],
    ['', 'line 1: the column agency, value is missing'],
  ])('%j is refused: %s', (csv, says) => expect(read(csv)).toBe(says))
})

describe('a file', () => {
  const text = 'agency\tvalue\r\nSở Nội vụ\t98,5\r\n'
  const saved = (bytes: Buffer) => {
    const path = join(dir, 'table.csv')
    writeFileSync(path, bytes)
    return readText(path)
  }

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['Excel’s “Unicode Text”', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('in %s is read', (_, bytes) => {
    const file = saved(bytes)
    expect(file.ok && read(file.value)).toEqual(one('Sở Nội vụ', '98,5'))
  })

  it('in an old code page is refused: its letters cannot be known', () => {
    expect(saved(Buffer.from('agency;value\nS\xf4;1\n', 'latin1'))).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/is not UTF-8; save it as CSV UTF-8$/),
    })
  })
})

describe('a cell', () => {
  it.each([
    ['07/3/2019', '2019-03-07'],
    ['7/3/2019', '2019-03-07'],
    ['07/03/2019', '2019-03-07'],
    ['07-3-2019', '2019-03-07'],
    ['07.3.2019', '2019-03-07'],
    ['07/3/2019 00:00', '2019-03-07'],
    ['2019-03-07 0:00:00', '2019-03-07'],
    ['2019-03-07', '2019-03-07'],
    ['07/3/19', null],
    ['07/3-2019', null],
    ['31/02/2026', null],
    ['13/13/2026', null],
    ['07/3/2019 14:30', null],
    ['43531', null],
  ])('%s is the day %s', (text, day) => expect(dayIn(text)).toBe(day))

  it.each([
    ['1 234,5', '1234.5'],
    ['−3,5', '-3.5'],
    ['98,5 %', '98.5'],
  ])('%s is the number %s', (text, value) => expect(decimal(text)).toMatchObject({ ok: true, value }))
})

describe('a roll in Vietnamese', () => {
  const HEAD = 'Mã cơ quan;Mã định danh;Tên cơ quan;Tên tiếng Anh;Cấp;Khối thi đua;Biên chế;Từ ngày'
  const roll = (row: string) =>
    readRoll(`${HEAD}\n${row}\n`, { blocks: smallCampaigns().blocks, agencies: [] })

  it('is read by its own heads and words', () => {
    const read = roll('xa-a;;Xã A;A Commune;Xã;xa;1.234;01/7/2025')
    expect(read.ok && read.value).toMatchObject([
      { id: 'xa-a', level: 'commune', headcount: 1234, validFrom: '2025-07-01', name: { vi: 'Xã A' } },
    ])
  })

  it.each([
    ['1.234', 1234],
    ['1 234', 1234],
    ['12.345', 12_345],
    ['80', 80],
    ['', null],
  ])('tells %j people as %s', (text, people) => {
    const read = roll(`xa-a;;Xã A;A;xã;xa;${text};`)
    expect(read.ok && read.value[0]?.headcount).toBe(people)
  })

  it.each(['12.5', '-4', '12,0', '1.2345', 'mười', '1e3', '0x10'])('knows no %s people', text => {
    expect(roll(`xa-a;;Xã A;A;xã;xa;${text};`)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('line 2, column headcount: '),
    })
  })
})
