// One agency's score at a glance, complete without JavaScript: the iframe page, and the model for the live element.

import type { Millis } from '../core/time.ts'
import { liveWords } from '../text/live.ts'
import type { AgencyScore, Snapshot } from '../wire/snapshot.ts'
import { Freshness } from './Freshness.tsx'
import { scoreText } from './format.ts'
import { useLanguage } from './language-context.ts'
import { untranslated } from './no-translate.ts'
import { SampleMark } from './SampleMark.tsx'
import { tierName } from './tier.ts'

export interface ScoreCardProps {
  readonly snapshot: Snapshot
  readonly cell: AgencyScore
  readonly now: Millis
  /** The agency's own page. */
  readonly href: string
}

/** The score of one agency as a card, in any of its states. */
export function ScoreCard({ snapshot, cell, now, href }: ScoreCardProps) {
  const lang = useLanguage()
  const said = liveWords(lang)
  return (
    <a class="score-card" href={href} target="_top">
      <span class="label">{said.score}</span>
      {snapshot.sample && <SampleMark />}
      <span class="name">{cell.name[lang]}</span>
      <span class="value">
        {cell.score !== null && (
          <span class="score number" {...untranslated}>
            {scoreText(cell.score, lang)}
            <small>{said.outOf}</small>
          </span>
        )}
        <span class="side">
          {cell.tier !== null && <span class="tier">{tierName(snapshot.tiers, cell.tier, lang)}</span>}
          {cell.rank !== null && (
            <span class="rank number" {...untranslated}>
              {said.rank} {cell.rank}/{cell.of}
            </span>
          )}
          {cell.state !== 'ranked' && <span class="note">{said[cell.state]}</span>}
        </span>
      </span>
      <Freshness release={snapshot} {...(cell.at !== null && { at: cell.at })} now={now} />
    </a>
  )
}
