// The agencies of a campaign lead as files: what the page shows, row by row, with real numbers in Excel.

import { FULL } from '../../../shared/core/basis-points.ts'
import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { dayText, scoreText, weekText } from '../../../shared/ui/format.ts'
import type { Block } from '../../../shared/wire/campaign.ts'
import type { LeadAgency, Overview } from '../../../shared/wire/overview.ts'
import { csvText } from '../csv.ts'
import { boldCell, SHARE_FORMAT, textCell, xlsxFile } from '../xlsx.ts'
import { figureText, hiddenText, rangeText } from './figure-text.ts'

/** What a cell says, and the number in it for whoever reckons on. */
interface Cell {
  readonly says: string
  readonly value?: number
  readonly format?: string
}

const text = (says: string): Cell => ({ says })

function leadRows(
  { agencies, weeks }: Overview,
  blocks: readonly Block[],
  language: Language,
): readonly (readonly Cell[])[] {
  const { team } = textsOf(language)
  const { lead } = team
  const counted = (value: number | null, says: string): Cell => (value === null ? { says } : { says, value })
  const share = (cell: LeadAgency['enrolledShare']): Cell => {
    const says = figureText({ cell, unit: 'share' }, language)
    return cell?.told ? { says, value: cell.value / FULL, format: SHARE_FORMAT } : { says }
  }
  return agencies.map(one => [
    text(one.name[language]),
    text(lead.levels[one.level]),
    text(blocks.find(block => block.id === one.block)?.name[language] ?? one.block),
    counted(one.headcount, one.headcount === null ? team.unknown : String(one.headcount)),
    share(one.enrolledShare),
    share(one.activeShare),
    text(`${one.complete}/${weeks}`),
    one.score === null
      ? text('')
      : { says: scoreText(one.score, language), value: one.score / 10, format: '0.0' },
    one.rank === null ? text('') : text(lead.rank(one.rank, one.of ?? 0)),
    text(one.started ? lead.states[one.state] : lead.waiting),
    text(officialText(one, language)),
  ])
}

/** Official results as their sources published them. */
export const officialText = ({ official }: LeadAgency, language: Language): string =>
  official
    .map(({ target, period, value, unit }) => {
      return `${target} (${period}): ${value.replace('.', language === 'vi' ? ',' : '.')}${unit ?? ''}`
    })
    .join('; ')

const headOf = (language: Language): readonly string[] => textsOf(language).team.lead.fileColumns

/** What the rows mean, of which week, and the odd signs of the whole scope. */
function noteLines(overview: Overview, language: Language): readonly (readonly string[])[] {
  const { team } = textsOf(language)
  const { lead } = team
  const flags = (overview.flags ?? []).map(({ kind, people }) => [
    lead.flags[kind],
    people.told
      ? lead.flagPeople(rangeText(people, 'count', language))
      : (hiddenText(people, overview.minGroup, language) ?? ''),
  ])
  return [
    [overview.week ? lead.newest(weekText(overview.week, language)) : team.unknown],
    [lead.running(dayText(overview.closes), overview.daysOver)],
    [team.tableLead(overview.minGroup)],
    [lead.notStartedNote(overview.minGroup)],
    ...flags,
    ...(flags.length > 0 ? [[lead.flagsNote]] : []),
  ]
}

/** The overview as CSV: agencies by row, then what the rows mean. @param blocks by their names */
export function leadCsv(overview: Overview, blocks: readonly Block[], language: Language): string {
  const rows = leadRows(overview, blocks, language).map(row => row.map(cell => cell.says))
  const title = overview.sample ? [[textsOf(language).sample], []] : []
  return csvText([...title, headOf(language), ...rows, [], ...noteLines(overview, language)])
}

/** A number as a number, so that Excel can reckon with it; all else in words. */
function excelCell({ says, value, format }: Cell) {
  if (value === undefined) return textCell(says)
  return format ? { value, format } : { value }
}

const WIDTHS = [34, 12, 24, 12, 14, 14, 12, 10, 14, 18, 60]

/** The same as a workbook: the agencies, and what the rows mean. */
export function leadXlsx(overview: Overview, blocks: readonly Block[], language: Language): Promise<Blob> {
  const { team, sample } = textsOf(language)
  const notes = [...(overview.sample ? [[sample]] : []), ...noteLines(overview, language)]
  return xlsxFile([
    {
      sheet: team.agency,
      data: [
        headOf(language).map(boldCell),
        ...leadRows(overview, blocks, language).map(row => row.map(excelCell)),
      ],
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: WIDTHS.map(width => ({ width })),
    },
    {
      sheet: team.definitions,
      data: notes.map(line => line.map(textCell)),
      columns: [{ width: 80 }, { width: 60 }],
    },
  ])
}
