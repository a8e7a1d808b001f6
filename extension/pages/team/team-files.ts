// The released table as files: CSV and XLSX hold what the page shows, cell by cell, and nothing else.

import { FULL } from '../../../shared/core/basis-points.ts'
import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { measureWords } from '../../../shared/text/measures.ts'
import { dayText, instantText, weekText } from '../../../shared/ui/format.ts'
import { type Figure, figuresOf } from '../../../shared/wire/figures.ts'
import type { Team, TeamWeek } from '../../../shared/wire/team.ts'
import { csvText, escapeFormula } from '../csv.ts'
import { boldCell, SHARE_FORMAT, textCell, xlsxFile } from '../xlsx.ts'
import { figureText, rangeText } from './figure-text.ts'
import { nameOfUnit, unitRows } from './TeamUnits.tsx'

export type NameOf = (platform: string) => string
type SheetRow = readonly string[]

/** Weeks by figures, the newest week first. */
function weekLines(team: Team, language: Language): readonly SheetRow[] {
  const [any] = team.weeks
  if (!any) return []
  const head = [
    textsOf(language).team.week,
    ...figuresOf(any).map(one => measureWords(language)[one.id].name),
  ]
  const rows = newestFirst(team).map(week => [
    weekText(week.week, language),
    ...figuresOf(week).map(figure => figureText(figure, language)),
  ])
  return [head, ...rows]
}

const newestFirst = ({ weeks }: Team): readonly TeamWeek[] => [...weeks].reverse()

/** Units of the newest week, beside each other and by platform. */
function unitLines({ weeks }: Team, language: Language, nameOf: NameOf): readonly SheetRow[] {
  const { team } = textsOf(language)
  const week = weeks.at(-1)
  if (!week?.detail) return []
  const platforms = week.detail.platforms.map(one => nameOf(one.platform))
  return [
    [team.unit, team.enrolled, team.unitActive, team.unitMinutes, ...platforms],
    ...unitRows(week).map(row => [
      nameOfUnit(row, language),
      row.whole ? '' : rangeText(row.size, 'count', language),
      row.whole ? '' : rangeText(row.active, 'share', language),
      figureText({ cell: row.minutes, unit: 'minutes' }, language),
      ...row.platforms.map(cell => rangeText(cell, 'share', language)),
    ]),
  ]
}

const noteLines = ({ notes }: Team): readonly SheetRow[] =>
  (notes ?? []).map(({ day, text }) => [dayText(day), text])

function definitionLines(team: Team, language: Language): readonly SheetRow[] {
  const { team: texts } = textsOf(language)
  const [any] = team.weeks
  const measures = any ? figuresOf(any) : []
  return [
    [...texts.definitionColumns],
    ...measures.map(one => [
      measureWords(language)[one.id].name,
      texts.unitNames[one.unit],
      measureWords(language)[one.id].means,
    ]),
    [texts.tableLead(team.minGroup), '', ''],
    [texts.release(team.release, instantText(team.at, language)), '', ''],
  ]
}

/** The agency, with the mark of sample data. */
const titleLine = (team: Team, language: Language): SheetRow => [
  team.agency.name[language],
  ...(team.sample ? [textsOf(language).sample] : []),
]

/** @param nameOf platforms by their names */
export function teamCsv(team: Team, language: Language, nameOf: NameOf): string {
  const parts = [
    [titleLine(team, language)],
    weekLines(team, language),
    unitLines(team, language, nameOf),
    noteLines(team),
    definitionLines(team, language),
  ]
  return csvText(parts.filter(part => part.length > 0).flatMap((part, i) => (i ? [[], ...part] : part)))
}

/** A number as a number, so that Excel can reckon with it; a hidden cell in words. */
function excelCell(figure: Figure, language: Language) {
  const { cell, unit } = figure
  if (!cell?.told) return { value: escapeFormula(figureText(figure, language)) }
  return unit === 'share' ? { value: cell.value / FULL, format: SHARE_FORMAT } : { value: cell.value }
}

const boldLine = (line: SheetRow) => line.map(boldCell)
const textLine = (line: SheetRow) => line.map(textCell)

const MOST_COLUMNS = 21

/** Widths of a sheet whose first column names its rows. */
const widths = (first: number, others: number) =>
  Array.from({ length: MOST_COLUMNS }, (_, i) => ({ width: i === 0 ? first : others }))

function weekSheet(team: Team, language: Language) {
  const [head = []] = weekLines(team, language)
  const weeks = newestFirst(team).map(week => [
    { value: weekText(week.week, language) },
    ...figuresOf(week).map(figure => excelCell(figure, language)),
  ])
  return {
    sheet: textsOf(language).team.week,
    data: [boldLine(head), ...weeks],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: widths(24, 14),
  }
}

const tableLines = ([head, ...rows]: readonly SheetRow[]) =>
  head ? [boldLine(head), ...rows.map(textLine)] : []

const unitSheet = (team: Team, language: Language, nameOf: NameOf) => ({
  sheet: textsOf(language).team.unit,
  data: tableLines(unitLines(team, language, nameOf)),
  stickyRowsCount: 1,
  columns: widths(32, 16),
})

const definitionSheet = (team: Team, language: Language) => ({
  sheet: textsOf(language).team.definitions,
  data: [
    boldLine(titleLine(team, language)),
    ...tableLines(definitionLines(team, language)),
    ...noteLines(team).map(textLine),
  ],
  columns: [{ width: 34 }, { width: 14 }, { width: 80 }],
})

/** The same as a workbook: weeks, units where there are any, and what each figure means. */
export function teamXlsx(team: Team, language: Language, nameOf: NameOf): Promise<Blob> {
  const sheets = [
    weekSheet(team, language),
    unitSheet(team, language, nameOf),
    definitionSheet(team, language),
  ]
  return xlsxFile(sheets.filter(one => one.data.length > 0))
}
