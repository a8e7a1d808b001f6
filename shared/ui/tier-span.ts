// For which scores a grade stands, in words. Apart from its name, so that the popup carries no words of the web pages.
import type { Language } from '../core/language.ts'
import { words } from '../text/ui.ts'
import { countText } from './format.ts'

/** From which score a grade holds: `từ 85 điểm`; the lowest is told by what it stays below: `dưới 50 điểm`. */
export function tierSpan(tiers: readonly { readonly from: number }[], from: number, lang: Language): string {
  const said = words(lang)
  const next = Math.min(...tiers.map(tier => tier.from).filter(other => other > from))
  return from === 0 && Number.isFinite(next)
    ? said.tierBelow(countText(next, lang))
    : said.tierFrom(countText(from, lang))
}
