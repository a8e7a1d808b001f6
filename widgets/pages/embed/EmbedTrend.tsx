// The iframe page of one agency's weeks: the line, its sentence, and the same weeks as a table.

import { words } from '../../../shared/text/ui.ts'
import { Freshness } from '../../../shared/ui/Freshness.tsx'
import { TrendLine, trendSentence } from '../../../shared/ui/TrendLine.tsx'
import { TrendTable } from '../../../shared/ui/TrendTable.tsx'
import { Corrections } from '../Corrections.tsx'
import { publicLinksOf } from '../links.ts'
import { EmbedFrame } from './EmbedFrame.tsx'
import { EmbedHead } from './EmbedHead.tsx'
import { type EmbedAgencyProps, EmbedUnknown } from './EmbedScore.tsx'

/** The weeks of an agency for a frame, as line and table. */
export function EmbedTrend({ frame, agency, theme }: EmbedAgencyProps) {
  const { lang, snapshot, now } = frame
  const said = words(lang)
  const cell = snapshot.agencies.find(one => one.id === agency)
  if (!cell) return <EmbedUnknown frame={frame} agency={agency} theme={theme} />
  const told = cell.trend.some(week => week.score !== null)
  const hidden = cell.state === 'suppressed' || cell.state === 'no-data'
  return (
    <EmbedFrame frame={frame} theme={theme} title={said.agencyTitle(cell.name[lang])}>
      <div class="panel">
        <EmbedHead frame={frame} title={cell.name[lang]} href={publicLinksOf(frame).agency(agency)} />
        {told && <TrendLine trend={cell.trend} width={320} height={90} told />}
        {told && <p>{trendSentence(cell.trend, lang)}</p>}
        <Corrections trend={cell.trend} />
        {told && (
          <details>
            <summary>{said.trendTable}</summary>
            <TrendTable trend={cell.trend} />
          </details>
        )}
        {!told && <p class="note">{hidden ? said.statesShort[cell.state] : said.trendEmpty}</p>}
        <Freshness release={snapshot} {...(cell.at !== null && { at: cell.at })} now={now} />
      </div>
    </EmbedFrame>
  )
}
