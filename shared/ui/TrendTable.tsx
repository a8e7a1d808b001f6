// The trend as a table: the same weeks for whoever reads numbers rather than lines.

import { liveWords } from '../text/live.ts'
import { words } from '../text/ui.ts'
import type { AgencyScore } from '../wire/snapshot.ts'
import { scoreText, weekText } from './format.ts'
import { useLanguage } from './language-context.ts'
import { Missing } from './Missing.tsx'
import { untranslated } from './no-translate.ts'

export interface TrendTableProps {
  readonly trend: AgencyScore['trend']
}

/** The same weeks as a table. */
export function TrendTable({ trend }: TrendTableProps) {
  const lang = useLanguage()
  return (
    <table class="plain">
      <caption>{words(lang).trendCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{words(lang).columns.week}</th>
          <th scope="col">{words(lang).columns.score}</th>
        </tr>
      </thead>
      <tbody>
        {[...trend].reverse().map(({ week, score, corrected }) => (
          <tr key={week}>
            <th scope="row">
              {weekText(week, lang)}
              {corrected && <small class="meta"> {liveWords(lang).corrected(corrected)}</small>}
            </th>
            <td class="number" {...untranslated}>
              {score === null ? <Missing /> : scoreText(score, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
