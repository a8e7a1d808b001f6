// A table out of Excel → rows by column, with what is needed to name a fault's line.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { isDayKey } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'

/** A line of the file under its head; `cell` gives trimmed text in NFC, empty where there is none. */
export interface Line<Column extends string> {
  readonly number: number
  readonly cell: (column: Column) => string
}

const FAULTS_TOLD = 20

export function readText(path: string): Result<string, 'invalid'> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)))
  } catch (error) {
    const why = error instanceof TypeError ? 'is not UTF-8; save it as CSV UTF-8' : 'cannot be read'
    return fail('invalid', `${path}: ${why}`)
  }
}

/**
 * Reads commas, semicolons or tabs, with a byte-order mark or without.
 * @param extra columns that may be left out
 * @param names other words for a column, in lower case
 */
export function readTable<Column extends string, Extra extends string = never>(
  csv: string,
  columns: readonly Column[],
  extra: readonly Extra[],
  names: Readonly<Record<string, Column | Extra>> = {},
): Result<{ lines: readonly Line<Column | Extra>[]; faults: string[] }, 'invalid'> {
  const known = (name: string): string => names[name] ?? name
  const { data, meta, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
    transformHeader: name => known(name.normalize('NFC').trim().toLowerCase()),
  })
  const missing = columns.filter(column => !meta.fields?.includes(column))
  if (missing.length > 0) return fail('invalid', `line 1: the column ${missing.join(', ')} is missing`)
  // A misspelt column that may be left out would be lost without a word.
  const all: readonly string[] = [...columns, ...extra]
  const strange = meta.fields?.find(field => field !== '' && !all.includes(field))
  if (strange) return fail('invalid', `line 1: "${strange}" is no column; there are ${all.join(', ')}`)
  const faults = errors
    .filter(e => e.code !== 'UndetectableDelimiter')
    .map(e => `line ${(e.row ?? 0) + 2}: ${e.message}`)
  const lines = data.map((row, i) => ({
    number: i + 2,
    cell: (column: Column | Extra) => (row[column] ?? '').trim().normalize('NFC'),
  }))
  return ok({ lines, faults })
}

/** The first faults, and how many more there are. */
export const told = (faults: readonly string[]): string =>
  [
    ...faults.slice(0, FAULTS_TOLD),
    ...(faults.length > FAULTS_TOLD ? [`and ${faults.length - FAULTS_TOLD} more`] : []),
  ].join('\n')

/** `23/11/2026` or `2026-11-23`. */
export function dayIn(text: string): string | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const key = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : text
  return isDayKey(key) ? key : null
}

export const NO_DAY = 'is no day; write 23/11/2026 or 2026-11-23'
