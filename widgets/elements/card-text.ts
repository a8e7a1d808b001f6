// A released cell → the words on a badge, before any of it is drawn.

import type { Language } from '../../shared/core/language.ts'
import { scoreText } from '../../shared/ui/format.ts'
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'
import type { Shown } from './element.ts'

/** What a badge says, by the part that says it; an empty text is not shown. */
export interface View {
  readonly label: string
  readonly sample: string
  readonly name: string
  /** `87,4` */
  readonly number: string
  readonly of: string
  readonly tier: string
  readonly rank: string
  /** Why there is no score or no rank. */
  readonly note: string
  readonly freshness: string
}

/** What stands at each place of a score card, in any state of the agency. */
export function viewOf({ release, lang, words, freshness }: Shown, cell: AgencyScore): View {
  const number = cell.score === null ? '' : scoreText(cell.score, lang)
  return {
    label: words.score,
    sample: release.sample ? words.sample : '',
    name: cell.name[lang],
    number,
    of: number && words.outOf,
    tier: tierName(release, cell, lang),
    rank: cell.rank === null ? '' : `${words.rank} ${cell.rank}/${cell.of}`,
    note: cell.state === 'ranked' ? '' : words[cell.state],
    freshness: freshness(cell.at ?? release.at),
  }
}

/** The name of a cell’s tier; empty where it has none. */
export function tierName(release: Snapshot, cell: AgencyScore, lang: Language): string {
  for (const tier of release.tiers) if (tier.id === cell.tier) return tier.name[lang]
  return ''
}
