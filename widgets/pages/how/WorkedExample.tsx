// One person's four weeks and one unit's score, counted with the campaign's own numbers.
import { FULL } from '../../../shared/core/basis-points.ts'
import { CRITERIA, type Credit } from '../../../shared/core/score.ts'
import { words } from '../../../shared/text/ui.ts'
import { countText, durationText, percentText, scoreText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { ScoreSettings } from '../../../shared/wire/campaign.ts'
import { workedExample } from './worked-example.ts'

/** A score worked out from an invented person, step by step. */
export function WorkedExample({ score }: { readonly score: ScoreSettings }) {
  const lang = useLanguage()
  const said = words(lang)
  const shown = workedExample(score)
  const n = (count: number): string => countText(count, lang)
  return (
    <section aria-labelledby="example" class="panel">
      <h2 id="example">{said.example}</h2>
      <p>
        {said.examplePerson({
          weeks: n(shown.weeks),
          qualifying: n(shown.credit.qualifyingDays),
          working: n(shown.workingDays),
          used: n(shown.used),
          expected: n(shown.expected),
          median: durationText(shown.medianSeconds, lang),
        })}
      </p>
      <ExampleTable score={score} credit={shown.credit} />
      <p>
        {said.exampleAgency({
          people: n(shown.people),
          enrolled: n(shown.enrolled),
          mean: scoreText(shown.mean, lang),
          score: scoreText(shown.score, lang),
        })}
      </p>
    </section>
  )
}

interface ExampleTableProps {
  readonly score: ScoreSettings
  readonly credit: Credit
}

/** What the person achieves in each criterion, and what that is worth. */
function ExampleTable({ score, credit }: ExampleTableProps) {
  const lang = useLanguage()
  const said = words(lang)
  const points = (basisPoints: number): string => scoreText(Math.round(basisPoints / 10), lang)
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{said.criterion}</th>
          <th scope="col">{said.earned}</th>
          <th scope="col">{said.weight}</th>
          <th scope="col">{said.points}</th>
        </tr>
      </thead>
      <tbody>
        {CRITERIA.map(criterion => {
          const part = credit.parts[criterion] ?? 0
          return (
            <tr key={criterion}>
              <th scope="row">{said.criterionNames[criterion]}</th>
              <td class="number">{percentText(part, lang)}</td>
              <td class="number">{percentText(score.weights[criterion], lang)}</td>
              <td class="number">{points((part * score.weights[criterion]) / FULL)}</td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {said.total}
          </th>
          <td class="number">{points(credit.total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
