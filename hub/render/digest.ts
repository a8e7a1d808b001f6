// The released table of an agency → its weekly digest, as HTML and as text. The same figures as the manager's page.
import { addDays, mondayOf, type WeekKey } from '../../shared/core/day.ts'
import type { Language } from '../../shared/core/language.ts'
import { digestWords } from '../../shared/text/digest.ts'
import type { DigestWords } from '../../shared/text/digest.vi.ts'
import { hiddenSentence, measureWords } from '../../shared/text/measures.ts'
import { type Figure, figureOf, figuresOf } from '../../shared/wire/figures.ts'
import type { Team } from '../../shared/wire/team.ts'

export interface Digest {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** @param team with one week at least */
export function digestOf(team: Team, language: Language): Digest {
  const texts = digestWords(language)
  const subject = `${texts.product} · ${texts.title(team.agency.name[language])} · ${weekText(team.week, texts)}`
  const rows = rowsOf(team, language)
  const beside = [...blockLine(team, language), ...noteLines(team, texts)]
  const foot = [texts.privacy(team.minGroup), texts.release(team.release)]
  const head = [...(team.sample ? [texts.sample] : []), texts.title(team.agency.name[language])]
  const lines = rows.map(
    row => `${row.name}: ${row.now} (${texts.before}: ${row.before})${row.why && `\n  ${row.why}`}`,
  )
  const text = [...head, weekText(team.week, texts), '', ...lines, '', ...beside, '', ...foot].join('\n')
  return {
    subject,
    html: htmlOf({ subject, head, week: weekText(team.week, texts), rows, beside, foot, texts, language }),
    text,
  }
}

interface Row {
  readonly name: string
  readonly now: string
  readonly before: string
  /** Why the figure is hidden, and when it may appear; empty where it is told. */
  readonly why: string
}

function rowsOf(team: Team, language: Language): readonly Row[] {
  const texts = digestWords(language)
  const [week, last] = [team.weeks.at(-1), team.weeks.at(-2)]
  if (!week) return []
  return figuresOf(week).map(figure => {
    const { cell } = figure
    return {
      name: measureWords(language)[figure.id].name,
      now: shown(figure, texts, language),
      before: last ? shown(figureOf(last, figure.id), texts, language) : texts.unknown,
      why: cell && !cell.told ? hiddenSentence(cell.why, team.minGroup, language) : '',
    }
  })
}

function shown({ cell, unit }: Figure, texts: DigestWords, language: Language): string {
  if (!cell) return texts.unknown
  return cell.told ? valueText(cell.value, unit, texts, language) : '–'
}

function valueText(value: number, unit: Figure['unit'], texts: DigestWords, language: Language): string {
  const numbers = new Intl.NumberFormat(language === 'en' ? 'en' : 'de', { maximumFractionDigits: 2 })
  if (unit === 'share') return `${numbers.format(value / 100)}%`
  return unit === 'minutes' ? `${numbers.format(value)} ${texts.minute}` : numbers.format(value)
}

function blockLine({ block }: Team, language: Language): readonly string[] {
  if (!block || block.enrolledShare === null || block.activeShare === null) return []
  const texts = digestWords(language)
  const share = (value: number) => valueText(value, 'share', texts, language)
  return [texts.block(block.agencies, share(block.enrolledShare), share(block.activeShare))]
}

const noteLines = ({ notes }: Team, texts: DigestWords): readonly string[] =>
  notes?.length ? [`${texts.notes}:`, ...notes.map(({ day, text }) => `${dayText(day)}: ${text}`)] : []

const dayText = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

function weekText(week: WeekKey, texts: DigestWords): string {
  const span = [mondayOf(week), addDays(mondayOf(week), 6)].map(day => dayText(day).slice(0, 5)).join('–')
  return texts.week(Number(week.slice(6)), week.slice(0, 4), span)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, letter => ENTITIES[letter] ?? letter)

interface Drawing {
  readonly subject: string
  readonly head: readonly string[]
  readonly week: string
  readonly rows: readonly Row[]
  readonly beside: readonly string[]
  readonly foot: readonly string[]
  readonly texts: DigestWords
  readonly language: Language
}

/** Plain enough for every mail program: one table, no picture, no script, nothing fetched. */
function htmlOf({ subject, head, week, rows, beside, foot, texts, language }: Drawing): string {
  const cell = (text: string, tag = 'td') =>
    `<${tag} style="border:1px solid #c3d2d5;padding:4px 8px;text-align:left">${text}</${tag}>`
  const body = rows.map(({ name, now, before, why }) => {
    const reason = why && `<br><small>${escaped(why)}</small>`
    return `<tr>${cell(escaped(name))}${cell(`<strong>${escaped(now)}</strong>${reason}`)}${cell(escaped(before))}</tr>`
  })
  const titles = [texts.figure, texts.now, texts.before].map(title => cell(title, 'th')).join('')
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;color:#14262b;max-width:44rem">',
    ...head.map((line, i) =>
      i === head.length - 1 ? `<h1>${escaped(line)}</h1>` : `<p><b>${escaped(line)}</b></p>`,
    ),
    `<p>${escaped(week)}</p>`,
    `<table style="border-collapse:collapse"><thead><tr>${titles}</tr></thead><tbody>`,
    ...body,
    '</tbody></table>',
    ...[...beside, ...foot].map(line => `<p>${escaped(line)}</p>`),
    '</body></html>\n',
  ].join('\n')
}
