// An agency's weeks as a line on any web page, with the same weeks as a sentence and as a table.
import { scoreText, weekText } from '../../shared/ui/format.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { AgencyElement } from './agency.ts'
import { countAt } from './attributes.ts'
import { el, figure, rowHead } from './el.ts'
import type { Drawing, Shown } from './element.ts'
import { agencyCard, foot } from './frame.ts'

const WEEKS = 12
const SVG = 'http://www.w3.org/2000/svg'
const WIDTH = 320
const HEIGHT = 80
const EDGE = 6
/** Smaller spans are not blown up: ten points stay a modest slope. */
const LEAST_SPAN = 200

type Trend = AgencyScore['trend']

/** `<nhipso-trend agency="…" weeks="12">`: the last weekly finals of one agency. */
export class NhipsoTrend extends AgencyElement {
  protected drawCell(shown: Shown, cell: AgencyScore): Drawing {
    const { lang, words } = shown
    const root = agencyCard(shown, cell)
    const trend = cell.trend.slice(-countAt(this, 'weeks', WEEKS, 60))
    const told: number[] = []
    for (const { score } of trend) if (score !== null) told.push(score)
    const spoken = sentence(told, trend.length, shown)
    const state = words[cell.state === 'suppressed' ? 'suppressed' : 'no-data']
    if (told.length) root.append(line(trend, told), el('span', 'note', spoken), weeks(trend, shown))
    else root.append(el('span', 'note', state))
    for (const { week, corrected } of trend)
      if (corrected) root.append(el('span', 'note', `${weekText(week, lang)}: ${words.corrected(corrected)}`))
    root.append(foot(shown, cell.at ?? shown.release.at))
    return { root, spoken: `${cell.name[lang]}: ${told.length ? spoken : state}` }
  }
}

function sentence(told: readonly number[], weeks: number, { words, lang }: Shown): string {
  const said = (score: number | undefined): string => scoreText(score ?? 0, lang)
  return words.trend(said(told[0]), said(told[told.length - 1]), weeks)
}

/** The line breaks where a week was not released; a lone week is a dot. What it says, the sentence below says as well. */
function line(trend: Trend, told: readonly number[]): Element {
  const high = Math.max(...told)
  const range = high - Math.min(...told)
  const span = Math.max(LEAST_SPAN, range)
  const top = high + (span - range) / 2
  let path = ''
  let goesOn = false
  for (const [i, { score }] of trend.entries()) {
    const x = EDGE + (i * (WIDTH - 2 * EDGE)) / Math.max(1, trend.length - 1)
    if (score !== null)
      path += `${goesOn ? 'L' : 'M'}${x | 0} ${(EDGE + ((top - score) * (HEIGHT - 2 * EDGE)) / span) | 0}h0`
    goesOn = score !== null
  }
  const svg = document.createElementNS(SVG, 'svg')
  for (const [name, value] of [
    ['viewBox', '0 0 320 80'],
    ['aria-hidden', 'true'],
    ['part', 'line'],
  ] as const)
    svg.setAttribute(name, value)
  svg.appendChild(document.createElementNS(SVG, 'path')).setAttribute('d', path)
  return svg
}

/** The same weeks for whoever reads numbers, newest first. */
function weeks(trend: Trend, { words, lang }: Shown): HTMLElement {
  const body = el('tbody')
  for (const { week, score } of trend) {
    const told = score === null ? '–' : scoreText(score, lang)
    body.prepend(el('tr', 'row', rowHead(weekText(week, lang)), figure('td', 'score', told)))
  }
  return el('details', '', el('summary', '', words.asTable), el('table', 'table', body))
}
