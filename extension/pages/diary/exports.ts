// A person's own days as files: for Excel, for other programs, and for coming back.

import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { dayText } from '../../../shared/ui/format.ts'
import type { Diary, DiaryRow } from '../../../shared/wire/diary.ts'

export const FORMATS = ['csv', 'xlsx', 'json'] as const
export type Format = (typeof FORMATS)[number]

export type NameOf = (platform: string) => string

/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Vietnamese writes decimals with a comma: Excel there parts columns at semicolons. */
const SEPARATOR = ';'

/** What a cell must not begin with, or a spreadsheet takes it for a formula. */
const FORMULA = /^[=+\-@\t\r]/

export const safe = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** `1:05:09`: Excel reads it as a span of time. */
const clock = (seconds: number): string => {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

type Cell = string | number

const tableOf = (rows: readonly DiaryRow[], nameOf: NameOf, language: Language): readonly Cell[][] => [
  [...textsOf(language).diary.columns],
  ...rows.map(({ day, platform, seconds }) => [
    dayText(day),
    safe(nameOf(platform)),
    safe(platform),
    seconds,
    clock(seconds),
  ]),
]

export const csvOf = (rows: readonly DiaryRow[], nameOf: NameOf, language: Language): string =>
  csvText(tableOf(rows, nameOf, language))

/** Lines as a spreadsheet opens them: nothing in them is taken for a formula. */
export const csvText = (lines: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK +
  lines.map(line => `${line.map(cell => quoted(safe(String(cell)))).join(SEPARATOR)}\r\n`).join('')

/** The writer of spreadsheets is large: it is loaded when somebody asks. */
export async function xlsxOf(rows: readonly DiaryRow[], nameOf: NameOf, language: Language): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const columns = [{ width: 12 }, { width: 44 }, { width: 28 }, { width: 10 }, { width: 12 }]
  const sheet = tableOf(rows, nameOf, language).map(line => [...line])
  return write(sheet, { columns, sheet: textsOf(language).product }).toBlob()
}

export const jsonOf = (rows: readonly DiaryRow[], now: Millis): string =>
  JSON.stringify(
    { kind: 'nhipso-diary', version: 1, exportedAt: now, days: [...rows] } satisfies Diary,
    null,
    1,
  )
