// A released cell → the words on a badge, before any of it is drawn.
import type { Millis } from '../../shared/core/activity.ts'
import { scoreText } from '../../shared/ui/format.ts'
import { freshnessOf, freshnessText } from '../../shared/ui/freshness.ts'
import { liveWords } from '../../shared/ui/text/live.ts'
import type { Language } from '../../shared/wire/page.ts'
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'

/** What a badge says; an empty text is not shown. */
export interface View {
  readonly sample: string
  readonly name: string
  readonly score: string
  readonly tier: string
  readonly rank: string
  /** Why there is no score or no rank. */
  readonly note: string
  readonly freshness: string
  /** Stale or offline: must not look current. */
  readonly late: boolean
}

export const EMPTY_VIEW: View = {
  sample: '',
  name: '',
  score: '',
  tier: '',
  rank: '',
  note: '',
  freshness: '',
  late: false,
}

export function viewOf(
  snapshot: Snapshot,
  cell: AgencyScore,
  lang: Language,
  now: Millis,
  offline: boolean,
): View {
  const words = liveWords(lang)
  const freshness = offline && !snapshot.final ? 'offline' : freshnessOf(snapshot, now)
  return {
    sample: snapshot.sample ? words.sample : '',
    name: cell.name[lang],
    score: cell.score === null ? '' : scoreText(cell.score, lang),
    tier: tierName(snapshot, cell, lang),
    rank: cell.rank === null ? '' : `${words.rank} ${cell.rank}/${cell.of}`,
    note: cell.state === 'ranked' ? '' : words[cell.state],
    freshness: freshnessText(freshness, cell.at ?? snapshot.at, lang),
    late: freshness === 'stale' || freshness === 'offline',
  }
}

function tierName(snapshot: Snapshot, cell: AgencyScore, lang: Language): string {
  for (const tier of snapshot.tiers) if (tier.id === cell.tier) return tier.name[lang]
  return ''
}
