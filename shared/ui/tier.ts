// The name of a grade, from the release that carries it, and the scores for which it stands.
import type { Language } from '../core/language.ts'
import { words } from '../text/ui.ts'
import type { AgencyScore, Snapshot } from '../wire/snapshot.ts'
import { countText } from './format.ts'

export const tierName = (
  tiers: Snapshot['tiers'],
  tier: AgencyScore['tier'],
  lang: Language,
): string | null => tiers.find(one => one.id === tier)?.name[lang] ?? null

/** From which score a grade holds: `từ 85 điểm`; the lowest is told by what it stays below: `dưới 50 điểm`. */
export function tierSpan(tiers: readonly { readonly from: number }[], from: number, lang: Language): string {
  const said = words(lang)
  const next = Math.min(...tiers.map(tier => tier.from).filter(other => other > from))
  return from === 0 && Number.isFinite(next)
    ? said.tierBelow(countText(next, lang))
    : said.tierFrom(countText(from, lang))
}
