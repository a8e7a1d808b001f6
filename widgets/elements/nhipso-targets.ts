// An agency's official results on any web page: what its sources published, beside the score and never in it.
import { dayText, figureText } from '../../shared/ui/format.ts'
import type { AgencyScore, OfficialResult } from '../../shared/wire/snapshot.ts'
import { AgencyElement } from './agency.ts'
import { el, figure, rowHead } from './el.ts'
import type { Drawing, Shown } from './element.ts'
import { agencyCard, foot } from './frame.ts'

/** `<nhipso-targets agency="…">`: official results of one agency, each with its source and day. */
export class NhipsoTargets extends AgencyElement {
  protected drawCell(shown: Shown, cell: AgencyScore): Drawing {
    const { lang, words, release } = shown
    const root = agencyCard(shown, cell)
    const body = el('tbody')
    let spoken = ''
    for (const result of release.official ?? []) {
      spoken ||= `${result.target}: ${figureText(result, lang)}`
      body.append(row(result, shown))
    }
    const note = spoken ? words.official : words['no-data']
    root.append(el('table', 'table', body), el('span', 'note', note), foot(shown))
    return { root, spoken: `${cell.name[lang]}: ${spoken || note}` }
  }
}

function row(result: OfficialResult, { lang, words }: Shown): HTMLElement {
  const { target, period, source, day } = result
  const over = /^(ended|replaced)/.test(result.document?.status ?? '') ? ` (${words.over})` : ''
  const told = el('div', 'freshness', `${period} · ${source}${over} · ${dayText(day)}`)
  return el('tr', 'row', rowHead(target, told), figure('td', 'score', figureText(result, lang)))
}
