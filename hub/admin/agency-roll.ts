// A table of agencies out of Excel → lines of the roll, or every fault with its line and column.
import type { DayKey } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { agencySchema, type Block } from '../../shared/wire/campaign.ts'
import { parser } from '../../shared/wire/parse.ts'
import type { RollLine } from '../store/agencies.ts'
import { canonicalWord, dayIn, faultList, NO_DAY, readTable, type TableRow } from './csv.ts'

/** The columns of the file, in this or any other order. */
export const ROLL_COLUMNS = ['id', 'code', 'name_vi', 'name_en', 'level', 'block', 'headcount'] as const
/** These may be left out. */
export const ROLL_DATES = ['valid_from', 'valid_to', 'predecessors'] as const
type Column = (typeof ROLL_COLUMNS)[number] | (typeof ROLL_DATES)[number]

const KEYS: Readonly<Record<string, Column>> = {
  id: 'id',
  code: 'code',
  'name.vi': 'name_vi',
  'name.en': 'name_en',
  level: 'level',
  block: 'block',
  headcount: 'headcount',
}

/** As offices head their tables. */
const VIETNAMESE: Readonly<Record<string, Column>> = {
  mã: 'id',
  'mã cơ quan': 'id',
  'mã đơn vị': 'id',
  'mã định danh': 'code',
  tên: 'name_vi',
  'tên cơ quan': 'name_vi',
  'tên đơn vị': 'name_vi',
  'tên tiếng anh': 'name_en',
  cấp: 'level',
  khối: 'block',
  'khối thi đua': 'block',
  'biên chế': 'headcount',
  'số người': 'headcount',
  'từ ngày': 'valid_from',
  'đến ngày': 'valid_to',
  'cơ quan trước': 'predecessors',
  'đơn vị trước': 'predecessors',
}
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  tỉnh: 'province',
  'cấp tỉnh': 'province',
  xã: 'commune',
  'cấp xã': 'commune',
}

/** `1.234` is officially written; `12.5` people are none, and neither are `-4`. */
function people(text: string): number | null {
  if (text === '') return null
  const grouped = /^\d{1,3}([., ]\d{3})+$/.test(text)
  return /^\d+$/.test(text) || grouped ? Number(text.replace(/[., ]/g, '')) : Number.NaN
}

const parseAgency = parser('agency', agencySchema)

/** What a line may refer to. */
export interface Known {
  readonly blocks: readonly Block[]
  /** Ids of agencies that are in the database already. */
  readonly agencies: readonly string[]
}

/** CSV text → lines; the detail of a failure names line and column of every fault. */
export function readRoll(csv: string, known: Known): Result<readonly RollLine[], 'invalid'> {
  const table = readTable(csv, ROLL_COLUMNS, ROLL_DATES, VIETNAMESE)
  if (!table.ok) return table
  const faults = [...table.value.faults]
  const lines = new Map<string, { number: number; line: RollLine }>()
  for (const row of table.value.lines) {
    const read = readLine(row, known.blocks)
    if (!read.ok) {
      faults.push(read.detail)
      continue
    }
    const { id, validFrom } = read.value
    const twice = lines.get(`${id} ${validFrom}`)
    if (twice)
      faults.push(
        `line ${row.number}, column id: ${id} stands in line ${twice.number} already${sameDay(validFrom)}`,
      )
    else lines.set(`${id} ${validFrom}`, { number: row.number, line: read.value })
  }
  faults.push(...strangers([...lines.values()], known.agencies))
  if (faults.length > 0) return fail('invalid', faultList(faults))
  if (lines.size === 0) return fail('invalid', 'line 2: there is no agency in the file')
  return ok([...lines.values()].map(one => one.line).sort(byDay))
}

const sameDay = (day: DayKey | null): string => (day === null ? '' : ` with ${day}`)

/** A line without a date comes first: it tells of the agency, the dated ones of its changes. */
const byDay = (a: RollLine, b: RollLine): number => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1)

/** Predecessors that are neither known nor in the file. */
function strangers(
  lines: readonly { number: number; line: RollLine }[],
  known: readonly string[],
): readonly string[] {
  const all = new Set([...known, ...lines.map(one => one.line.id)])
  return lines.flatMap(({ number, line }) =>
    line.predecessors
      .filter(id => !all.has(id))
      .map(id => `line ${number}, column predecessors: there is no agency "${id}"; see: agencies list`),
  )
}

function readLine(
  { number: line, cell }: TableRow<Column>,
  blocks: readonly Block[],
): Result<RollLine, 'invalid'> {
  const read = parseAgency({
    id: cell('id'),
    code: cell('code') || null,
    name: { vi: cell('name_vi'), en: cell('name_en') },
    level: canonicalWord(cell('level'), LEVEL_WORDS),
    block: cell('block'),
    headcount: people(cell('headcount')),
  })
  if (!read.ok) return fail('invalid', inColumns(read.detail, line))
  const { block, level } = read.value
  if (!blocks.some(b => b.id === block && b.level === level)) {
    const known = blocks.filter(b => b.level === level).map(b => b.id)
    return fail(
      'invalid',
      `line ${line}, column block: "${block}" is no block of level ${level}; use ${known.join(', ')}`,
    )
  }
  const dates = readDates(cell, read.value.id)
  return dates.ok ? ok({ ...read.value, ...dates.value }) : fail('invalid', `line ${line}, ${dates.detail}`)
}

type Dates = Pick<RollLine, 'validFrom' | 'validTo' | 'predecessors'>

function readDates(cell: TableRow<Column>['cell'], id: string): Result<Dates, 'invalid'> {
  const [from, to] = [cell('valid_from'), cell('valid_to')]
  const [validFrom, validTo] = [dayIn(from), dayIn(to)]
  const predecessors = [
    ...new Set(
      cell('predecessors')
        .split(/[\s,;|]+/)
        .filter(Boolean),
    ),
  ]
  const wrong = (column: Column, why: string) => fail('invalid' as const, `column ${column}: ${why}`)
  if (from !== '' && validFrom === null) return wrong('valid_from', `"${from}" ${NO_DAY}`)
  if (to !== '' && validTo === null) return wrong('valid_to', `"${to}" ${NO_DAY}`)
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    return wrong('valid_to', `${validTo} comes before valid_from, ${validFrom}`)
  if (predecessors.includes(id)) return wrong('predecessors', `${id} cannot come from itself`)
  if (predecessors.length > 0 && validFrom === null)
    return wrong('predecessors', 'valid_from is needed: the day of the merger or the split')
  return ok({ validFrom, validTo, predecessors })
}

/** `agency.name.vi: …; agency.level: …` → one line for each, in the words of the file. */
const inColumns = (detail: string, line: number): string =>
  detail
    .split(/; (?=agency\.)/)
    .map(fault => {
      const [, key = '', why = fault] = /^agency\.([a-z.]+): ([\s\S]*)$/.exec(fault) ?? []
      return `line ${line}, column ${KEYS[key] ?? key}: ${why}`
    })
    .join('\n')
