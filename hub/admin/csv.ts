// A table out of Excel → rows by column, with what is needed to name a fault's line.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { isDayKey } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'

/** A line of the file under its head; `cell` gives trimmed text in NFC, empty where there is none. */
export interface TableRow<Column extends string> {
  readonly number: number
  readonly cell: (column: Column) => string
}

const FAULTS_LISTED = 20

/** Excel's "Unicode Text" is UTF-16 with a mark, everything else that is right is UTF-8. */
export function readText(path: string): Result<string, 'invalid'> {
  try {
    const bytes = readFileSync(path)
    return ok(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes))
  } catch (error) {
    const why = error instanceof TypeError ? 'is not UTF-8; save it as CSV UTF-8' : 'cannot be read'
    return fail('invalid', `${path}: ${why}`)
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/**
 * Reads commas, semicolons or tabs, with a byte-order mark or without, as Excel writes them.
 * @param extra columns that may be left out
 * @param names other words for a column, in lower case
 */
export function readTable<Column extends string, Extra extends string = never>(
  csv: string,
  columns: readonly Column[],
  extra: readonly Extra[],
  names: Readonly<Record<string, Column | Extra>> = {},
): Result<{ lines: readonly TableRow<Column | Extra>[]; faults: string[] }, 'invalid'> {
  const { rows, faults } = rowsOf(csv)
  const [head, ...body] = rows.filter(row => row.cells.some(cell => cell !== ''))
  const at = `line ${head?.number ?? 1}`
  const fields = (head?.cells ?? []).map(cell => canonicalWord(cell, names))
  const missing = columns.filter(column => !fields.includes(column))
  if (missing.length > 0) return fail('invalid', `${at}: the column ${missing.join(', ')} is missing`)
  // A misspelt column that may be left out would be lost without a word.
  const all: readonly string[] = [...columns, ...extra]
  const strange = fields.find(field => field !== '' && !all.includes(field))
  if (strange) return fail('invalid', `${at}: "${strange}" is no column; there are ${all.join(', ')}`)
  const twice = fields.find((field, i) => field !== '' && fields.indexOf(field) !== i)
  if (twice) return fail('invalid', `${at}: the column ${twice} stands there twice`)
  for (const { number, cells } of body) {
    const over = cells.findLastIndex(cell => cell !== '') + 1
    if (over > fields.length)
      faults.push(
        `line ${number}: has ${over} cells, the head has ${fields.length}; put text and decimal commas in quotes`,
      )
  }
  const lines = body.map(({ number, cells }) => ({
    number,
    cell: (column: Column | Extra) => cells[fields.indexOf(column)] ?? '',
  }))
  return ok({ lines, faults })
}

/** A word of the file as we say it, whatever its case; a strange one stays what it is. */
export function canonicalWord(word: string, names: Readonly<Record<string, string>>): string {
  const small = word.toLowerCase()
  return (Object.hasOwn(names, small) ? names[small] : undefined) ?? small
}

/** A row of the file, at the line where it begins. */
interface Row {
  readonly number: number
  readonly cells: readonly string[]
}

/** A quoted cell may hold line breaks: a row's line is not its place among the rows. */
function rowsOf(csv: string): { rows: readonly Row[]; faults: string[] } {
  const plain = csv.replace(/^\uFEFF/, '')
  const [told = '', separator] = /^"?sep=(.)"?\r?\n/i.exec(plain) ?? [] // Excel's own hint
  const text = plain.slice(told.length)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator ?? separatorOf(text) })
  let next = told === '' ? 1 : 2
  const rows = data.map(cells => {
    const number = next
    next += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return { number, cells: cells.map(neat) }
  })
  return { rows, faults: errors.map(e => `line ${rows[e.row ?? 0]?.number ?? 1}: ${e.message}`) }
}

/** By the head, whose words hold no decimal comma. */
function separatorOf(text: string): string {
  const [head = ''] = text.trimStart().split(/\r?\n/, 1)
  const times = (one: string): number => head.split(one).length
  return [';', '\t', ','].reduce((most, one) => (times(one) > times(most) ? one : most))
}

/** Trimmed, in NFC; hard and narrow spaces are spaces, and what has no width is nothing. */
const neat = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .trim()

/** The first faults, and how many more there are. */
export const faultList = (faults: readonly string[]): string =>
  [
    ...faults.slice(0, FAULTS_LISTED),
    ...(faults.length > FAULTS_LISTED ? [`and ${faults.length - FAULTS_LISTED} more`] : []),
  ].join('\n')

/** `23/11/2026`, `07/3/2019`, `07-3-2019`, or `2026-11-23`; at midnight where Excel adds a time. */
export function dayIn(text: string): string | null {
  const day = text.replace(/[ T]0?0:00(?::00)?$/, '')
  const [, d = '', , m = '', y = ''] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(day) ?? []
  const key = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : day
  return isDayKey(key) ? key : null
}

export const NO_DAY = 'is no day; write 23/11/2026 or 2026-11-23'
