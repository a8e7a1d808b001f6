// A person's own days as files: for Excel, for other programs, and for coming back.

import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { dayText } from '../../../shared/ui/format.ts'
import type { Diary, DiaryRow } from '../../../shared/wire/diary.ts'
import { csvFile, csvText, escapeFormula } from '../csv.ts'
import { xlsxFile } from '../xlsx.ts'

export const FORMATS = ['csv', 'xlsx', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** The name of a platform by its id. */
export type NameOf = (platform: string) => string

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
    escapeFormula(nameOf(platform)),
    escapeFormula(platform),
    seconds,
    clock(seconds),
  ]),
]

/** Days by platform as CSV: for people, with names and times as Excel reads them. */
export const csvOf = (rows: readonly DiaryRow[], nameOf: NameOf, language: Language): string =>
  csvText(tableOf(rows, nameOf, language))

/** The same as a workbook of one sheet. */
export function xlsxOf(rows: readonly DiaryRow[], nameOf: NameOf, language: Language): Promise<Blob> {
  const columns = [{ width: 12 }, { width: 44 }, { width: 28 }, { width: 10 }, { width: 12 }]
  const data = tableOf(rows, nameOf, language).map(line => [...line])
  return xlsxFile([{ sheet: textsOf(language).product, data, columns }])
}

/** The same for coming back: what `wire/diary.ts` reads. */
const jsonOf = (rows: readonly DiaryRow[], now: Millis): string =>
  JSON.stringify(
    { kind: 'nhipso-diary', version: 1, exportedAt: now, days: [...rows] } satisfies Diary,
    null,
    1,
  )

/** What the words and the time of a file depend on. */
interface FileContext {
  readonly nameOf: NameOf
  readonly language: Language
  readonly now: Millis
}

/** One's own days as the file that the browser saves. */
export async function fileOf(
  format: Format,
  rows: readonly DiaryRow[],
  { nameOf, language, now }: FileContext,
): Promise<Blob> {
  if (format === 'xlsx') return xlsxOf(rows, nameOf, language)
  if (format === 'csv') return csvFile(csvOf(rows, nameOf, language))
  return new Blob([jsonOf(rows, now)], { type: 'application/json' })
}
