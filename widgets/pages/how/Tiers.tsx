// The grades and from which score each holds, and who has none for good yet.
import { words } from '../../../shared/text/ui.ts'
import { countText, percentText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { tierSpan } from '../../../shared/ui/tier-span.ts'
import type { ScoreSettings } from '../../../shared/wire/campaign.ts'

/** From how many points on each tier begins. */
export function Tiers({ score }: { readonly score: ScoreSettings }) {
  const lang = useLanguage()
  const said = words(lang)
  const tiers = [...score.tiers].sort((a, b) => b.from - a.from)
  return (
    <section aria-labelledby="tiers" class="panel">
      <h2 id="tiers">{said.tiers}</h2>
      <ul>
        {tiers.map(tier => (
          <li key={tier.id}>
            <strong>{tier.name[lang]}</strong>: {tierSpan(tiers, tier.from, lang)}
          </li>
        ))}
      </ul>
      <p>
        {said.provisionalRule(
          percentText(score.provisional.enrolledBelow, lang),
          countText(score.provisional.weeksBelow, lang),
        )}
      </p>
    </section>
  )
}
