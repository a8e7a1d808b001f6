// The iframe page of one agency's official results.

import { liveWords } from '../../../shared/text/live.ts'
import { words } from '../../../shared/text/ui.ts'
import { Freshness } from '../../../shared/ui/Freshness.tsx'
import { TargetTable } from '../../../shared/ui/TargetTable.tsx'
import { publicLinksOf } from '../links.ts'
import { EmbedFrame } from './EmbedFrame.tsx'
import { EmbedHead } from './EmbedHead.tsx'
import { type EmbedAgencyProps, EmbedUnknown } from './EmbedScore.tsx'

/** Official results of an agency for a frame. */
export function EmbedTargets({ frame, agency, theme }: EmbedAgencyProps) {
  const { lang, snapshot, now, official = [] } = frame
  const cell = snapshot.agencies.find(one => one.id === agency)
  if (!cell) return <EmbedUnknown frame={frame} agency={agency} theme={theme} />
  const said = liveWords(lang)
  return (
    <EmbedFrame frame={frame} theme={theme} title={`${words(lang).targets}: ${cell.name[lang]}`}>
      <div class="panel">
        <EmbedHead frame={frame} title={cell.name[lang]} href={publicLinksOf(frame).agency(agency)} />
        {official.length > 0 && <TargetTable results={official} />}
        <p class="note">{official.length > 0 ? said.official : words(lang).noTargets}</p>
        <Freshness release={snapshot} now={now} />
      </div>
    </EmbedFrame>
  )
}
