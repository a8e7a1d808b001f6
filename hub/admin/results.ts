// results import, results list: official figures with their source and date. An import is all or nothing.
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { agencyIds } from '../store/agencies.ts'
import { listResults, putResults } from '../store/results.ts'
import type { ResultRow } from '../store/schema.ts'
import { type Command, refused } from './command.ts'
import { dayIn, faultList, NO_DAY, readTable, readText, type TableRow } from './csv.ts'
import { withStore } from './with-store.ts'

const COLUMNS = ['agency', 'target', 'period', 'value', 'source', 'date'] as const
/** May be left out: a value that ends in `%` tells its unit itself. */
const EXTRA = ['unit'] as const
type Column = (typeof COLUMNS)[number] | (typeof EXTRA)[number]

/** As offices head their tables. */
const VIETNAMESE: Readonly<Record<string, Column>> = {
  'cơ quan': 'agency',
  'đơn vị': 'agency',
  'mã cơ quan': 'agency',
  'mã đơn vị': 'agency',
  'chỉ tiêu': 'target',
  'chỉ số': 'target',
  kỳ: 'period',
  'kỳ báo cáo': 'period',
  'giá trị': 'value',
  'kết quả': 'value',
  nguồn: 'source',
  ngày: 'date',
  'đơn vị tính': 'unit',
  'ngày công bố': 'date',
}

const MAX_TEXT = 200
const MAX_UNIT = 20

/**
 * `98,5`, `98.5`, `1.234,5`, `1 234.5`, `98,5 %` → `98.5`, `1234.5`. What could be read in two ways (`1.234`) is
 * refused: a thousand times too much must not slip in.
 */
export function decimal(text: string): Result<string, 'invalid'> {
  const plain = text
    .replace(/\s/g, '')
    .replace(/^\u2212/, '-') // the sign of a typesetter
    .replace(/%$/, '')
  if (!/^[+-]?\d[\d.,]*$/.test(plain)) return fail('invalid', `"${text}" is no number`)
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) {
    return fail(
      'invalid',
      `"${text}" can be read in two ways; write ${plain.replace(/[.,]/, '')} or ${plain}0`,
    )
  }
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  const sameAgain = mark >= 0 && plain.indexOf(plain.charAt(mark)) !== mark
  const whole = sameAgain || mark < 0 ? plain : plain.slice(0, mark)
  const part = sameAgain || mark < 0 ? '' : plain.slice(mark + 1)
  if (
    !/^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)$/.test(whole) ||
    (mark >= 0 && !sameAgain && part === '')
  ) {
    return fail('invalid', `"${text}" is no number`)
  }
  const value = Number(`${whole.replace(/[.,]/g, '')}${part && `.${part}`}`)
  return Number.isFinite(value) ? ok(String(value)) : fail('invalid', `"${text}" is no number`)
}

function readResults(csv: string, agencies: ReadonlySet<string>): Result<readonly ResultRow[], 'invalid'> {
  const table = readTable(csv, COLUMNS, EXTRA, VIETNAMESE)
  if (!table.ok) return table
  const { lines } = table.value
  const faults = [...table.value.faults]
  const rows = new Map<string, { line: number; row: ResultRow }>()
  for (const line of lines) {
    const fault = (column: Column, why: string) =>
      faults.push(`line ${line.number}, column ${column}: ${why}`)
    const row = readRow(line, agencies, fault)
    const key = JSON.stringify([row.agency_id, row.target, row.period])
    const twice = rows.get(key)
    if (twice)
      fault('agency', `${row.agency_id}, ${row.target}, ${row.period} stands in line ${twice.line} already`)
    else rows.set(key, { line: line.number, row })
  }
  if (faults.length > 0) return fail('invalid', faultList(faults))
  if (rows.size === 0) return fail('invalid', 'line 2: there is no result in the file')
  return ok([...rows.values()].map(({ row }) => row))
}

function readRow(
  { cell }: TableRow<Column>,
  agencies: ReadonlySet<string>,
  fault: (column: Column, why: string) => void,
): ResultRow {
  const text = (column: 'target' | 'period' | 'source'): string => {
    const value = cell(column)
    if (value === '') fault(column, 'is empty')
    if (value.length > MAX_TEXT) fault(column, `has more than ${MAX_TEXT} characters`)
    return value
  }
  const agency_id = cell('agency')
  if (!agencies.has(agency_id)) fault('agency', `there is no agency "${agency_id}"; see: agencies list`)
  const value = decimal(cell('value'))
  if (!value.ok) fault('value', value.detail)
  const unit = cell('unit') || (cell('value').endsWith('%') ? '%' : '')
  if (unit.length > MAX_UNIT) fault('unit', `has more than ${MAX_UNIT} characters`)
  const on = dayIn(cell('date'))
  if (on === null) fault('date', `"${cell('date')}" ${NO_DAY}`)
  return {
    agency_id,
    target: text('target'),
    period: text('period'),
    value: value.ok ? value.value : '',
    unit: unit || null,
    source: text('source'),
    day: on ?? '',
  }
}

export const resultsImport: Command = {
  name: 'results import',
  does: `adds and updates official results (${COLUMNS.join(', ')}; also ${EXTRA.join(', ')}); they are never part of a score`,
  words: ['FILE.csv'],
  options: {},
  run: async ({ config, words }) => {
    const text = readText(words[0] ?? '')
    if (!text.ok) return refused(text.detail)
    return withStore(config, async store => {
      const rows = readResults(text.value, new Set(await agencyIds(store)))
      if (!rows.ok) return refused(rows.detail)
      await putResults(store, rows.value)
      const imported = rows.value.length
      return ok({ lines: [`${imported} results imported`], json: { imported } })
    })
  },
}

export const resultsList: Command = {
  name: 'results list',
  does: 'lists the official results with source and date',
  words: [],
  options: {},
  run: ({ config }) =>
    withStore(config, async store => {
      const rows = (await listResults(store)).map(({ agency_id: agency, day: date, ...rest }) => {
        return { agency, ...rest, date }
      })
      const line = (r: (typeof rows)[number]) =>
        [r.agency, r.target, r.period, r.value, r.unit ?? '-', r.source, r.date].join('\t')
      return ok({ lines: rows.map(line), json: rows })
    }),
}
