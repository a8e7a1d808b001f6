// The four criteria with their weights, and what a qualifying day is.
import { WINDOW_DAYS } from '../../../shared/core/calendar.ts'
import type { Language } from '../../../shared/core/language.ts'
import { CRITERIA, type Criterion } from '../../../shared/core/score.ts'
import { words } from '../../../shared/text/ui.ts'
import { countText, durationText, percentText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { ScoreSettings } from '../../../shared/wire/campaign.ts'

/** The four parts of a score with their weights, as the campaign sets them. */
export function Criteria({ score }: { readonly score: ScoreSettings }) {
  const lang = useLanguage()
  const said = words(lang)
  return (
    <section aria-labelledby="criteria" class="panel">
      <h2 id="criteria">{said.criteria}</h2>
      <p>{said.criteriaLead(WINDOW_DAYS)}</p>
      <table class="plain stacked">
        <thead>
          <tr>
            <th scope="col">{said.criterion}</th>
            <th scope="col">{said.weight}</th>
            <th scope="col">{said.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map(criterion => (
            <tr key={criterion}>
              <th scope="row">{said.criterionNames[criterion]}</th>
              <td class="number">{percentText(score.weights[criterion], lang)}</td>
              <td>{meaningOf(criterion, score, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {said.qualifying(
          durationText(score.qualifyingSeconds, lang),
          durationText(score.platformDayCapSeconds, lang),
        )}
      </p>
    </section>
  )
}

const meaningOf = (criterion: Criterion, score: ScoreSettings, lang: Language): string =>
  words(lang).criterionMeanings[criterion]({
    blocks: countText(WINDOW_DAYS / 7, lang),
    share: percentText(score.regularShare, lang),
    days: countText(score.breadthDays, lang),
    minutes: durationText(score.enoughSeconds, lang),
  })
