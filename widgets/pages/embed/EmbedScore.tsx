// The iframe page of one score.

import { liveWords } from '../../../shared/text/live.ts'
import { words } from '../../../shared/text/ui.ts'
import { ScoreCard } from '../../../shared/ui/ScoreCard.tsx'
import type { PageFrame, Theme } from '../../../shared/wire/page.ts'
import { publicLinksOf } from '../links.ts'
import { EmbedFrame } from './EmbedFrame.tsx'

export interface EmbedAgencyProps {
  readonly frame: PageFrame
  readonly agency: string
  readonly theme: Theme
}

/** The score of an agency for a frame. */
export function EmbedScore({ frame, agency, theme }: EmbedAgencyProps) {
  const { lang, snapshot, now } = frame
  const cell = snapshot.agencies.find(one => one.id === agency)
  if (!cell) return <EmbedUnknown frame={frame} agency={agency} theme={theme} />
  const title = words(lang).frameTitle(cell.name[lang])
  return (
    <EmbedFrame frame={frame} theme={theme} title={title}>
      <h1 class="unseen">{title}</h1>
      <ScoreCard snapshot={snapshot} cell={cell} now={now} href={publicLinksOf(frame).agency(agency)} />
    </EmbedFrame>
  )
}

/** The same where no such agency is known. */
export function EmbedUnknown({ frame, agency, theme }: EmbedAgencyProps) {
  const { lang } = frame
  const title = words(lang).agencyUnknown
  return (
    <EmbedFrame frame={frame} theme={theme} title={title}>
      <h1 class="unseen">{title}</h1>
      <p class="note">
        {liveWords(lang)['unknown-agency']}: {agency}
      </p>
    </EmbedFrame>
  )
}
