// The released table as files: CSV and XLSX hold what the page shows, cell by cell, and nothing else.

import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { measureWords } from '../../../shared/text/measures.ts'
import { dayText, instantText, weekText } from '../../../shared/ui/format.ts'
import { type Figure, figuresOf } from '../../../shared/wire/figures.ts'
import type { Team, TeamWeek } from '../../../shared/wire/team.ts'
import { csvText, safe } from '../diary/exports.ts'
import { figureText, rangeText } from './figure-text.ts'
import { nameOfUnit, unitRows } from './TeamUnits.tsx'

export type NameOf = (platform: string) => string
type Line = readonly string[]

/** Weeks by figures, the newest week first. */
function weekLines(team: Team, language: Language): readonly Line[] {
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
function unitLines({ weeks }: Team, language: Language, nameOf: NameOf): readonly Line[] {
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

const noteLines = ({ notes }: Team): readonly Line[] =>
  (notes ?? []).map(({ day, text }) => [dayText(day), text])

function definitionLines(team: Team, language: Language): readonly Line[] {
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

/** @param nameOf platforms by their names */
export function teamCsv(team: Team, language: Language, nameOf: NameOf): string {
  const parts = [
    [[team.agency.name[language], ...(team.sample ? [textsOf(language).sample] : [])]],
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
  if (!cell?.told) return { value: safe(figureText(figure, language)) }
  return unit === 'share' ? { value: cell.value / 10_000, format: '0.00%' } : { value: cell.value }
}

/** The writer of spreadsheets is large: it is loaded when somebody asks. */
export async function teamXlsx(team: Team, language: Language, nameOf: NameOf): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const { team: texts, sample } = textsOf(language)
  const bold = (line: Line) =>
    line.map(value => ({ value: safe(value), fontWeight: 'bold' as const, wrap: true }))
  const plain = (line: Line) => line.map(value => ({ value: safe(value), wrap: true }))
  const table = ([head, ...rows]: readonly Line[]) => (head ? [bold(head), ...rows.map(plain)] : [])
  const [head] = weekLines(team, language)
  const weeks = newestFirst(team).map(week => [
    { value: weekText(week.week, language) },
    ...figuresOf(week).map(figure => excelCell(figure, language)),
  ])
  const units = unitLines(team, language, nameOf)
  const title = bold([team.agency.name[language], ...(team.sample ? [sample] : [])])
  const widths = (first: number, others: number) => [
    { width: first },
    ...Array.from({ length: 20 }, () => ({ width: others })),
  ]
  const sheets = [
    {
      sheet: texts.week,
      data: [bold(head ?? []), ...weeks],
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: widths(24, 14),
    },
    { sheet: texts.unit, data: table(units), stickyRowsCount: 1, columns: widths(32, 16) },
    {
      sheet: texts.definitions,
      data: [title, ...table(definitionLines(team, language)), ...noteLines(team).map(plain)],
      columns: [{ width: 34 }, { width: 14 }, { width: 80 }],
    },
  ]
  return write(sheets.filter(one => one.data.length > 0)).toBlob()
}
