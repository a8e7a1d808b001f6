// How the score is counted, in plain words: every number on this page is campaign data or counted from it.
import { FULL } from '../../shared/core/basis-points.ts'
import { WINDOW_DAYS } from '../../shared/core/calendar.ts'
import type { Language } from '../../shared/core/language.ts'
import { CRITERIA, type Criterion } from '../../shared/core/score.ts'
import { words } from '../../shared/text/ui.ts'
import { countText, durationText, officialDayText, percentText, scoreText } from '../../shared/ui/format.ts'
import type { LegalDocument, ScoreSettings } from '../../shared/wire/campaign.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import { Document } from './Document.tsx'
import { workedExample } from './worked-example.ts'

export interface HowProps {
  readonly frame: PageFrame
}

export function How({ frame }: HowProps) {
  const { lang, bundle, minGroup, keptDays } = frame
  const said = words(lang)
  const { score, documents } = bundle.campaign
  const rules = said.privacyRules({ people: countText(minGroup, lang), days: countText(keptDays, lang) })
  return (
    <Document page={{ page: 'how' }} frame={frame} title={said.howTitle} description={said.howDescription}>
      <h1>{said.howTitle}</h1>
      <p class="lead">{said.howLead}</p>
      <p>
        <strong>{said.notOfficial}</strong>
      </p>
      <Criteria score={score} lang={lang} />
      <AgencyPart score={score} lang={lang} />
      <ExamplePart score={score} lang={lang} />
      <Tiers score={score} lang={lang} />
      <section aria-labelledby="privacy" class="panel">
        <h2 id="privacy">{said.privacy}</h2>
        <ul>
          {rules.map(rule => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      {documents.length > 0 && <Documents documents={documents} lang={lang} />}
    </Document>
  )
}

interface PartProps {
  readonly score: ScoreSettings
  readonly lang: Language
}

function Criteria({ score, lang }: PartProps) {
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

function AgencyPart({ score, lang }: PartProps) {
  const said = words(lang)
  return (
    <section aria-labelledby="agency-score" class="panel">
      <h2 id="agency-score">{said.agencyScore}</h2>
      <p>{said.agencyScoreLead(countText(score.priorPeople, lang))}</p>
      <p class="formula">{said.formula}</p>
    </section>
  )
}

function ExamplePart({ score, lang }: PartProps) {
  const said = words(lang)
  const shown = workedExample(score)
  const n = (count: number): string => countText(count, lang)
  const points = (basisPoints: number): string => scoreText(Math.round(basisPoints / 10), lang)
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
            const part = shown.credit.parts[criterion] ?? 0
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
            <td class="number">{points(shown.credit.total)}</td>
          </tr>
        </tfoot>
      </table>
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

function Tiers({ score, lang }: PartProps) {
  const said = words(lang)
  const tiers = [...score.tiers].sort((a, b) => b.from - a.from)
  /** The lowest grade is told by what it stays below. */
  const span = (from: number, next: number | undefined): string =>
    from === 0 && next !== undefined
      ? said.tierBelow(countText(next, lang))
      : said.tierFrom(countText(from, lang))
  return (
    <section aria-labelledby="tiers" class="panel">
      <h2 id="tiers">{said.tiers}</h2>
      <ul>
        {tiers.map((tier, i) => (
          <li key={tier.id}>
            <strong>{tier.name[lang]}</strong>: {span(tier.from, tiers[i - 1]?.from)}
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

interface DocumentsProps {
  readonly documents: readonly LegalDocument[]
  readonly lang: Language
}

function Documents({ documents, lang }: DocumentsProps) {
  const { documents: title, documentColumns: columns } = words(lang)
  return (
    <section aria-labelledby="documents" class="panel">
      <h2 id="documents">{title}</h2>
      <table class="plain stacked">
        <thead>
          <tr>
            {Object.values(columns).map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documents.map(one => (
            <tr key={one.no}>
              <th scope="row" lang="vi">
                {one.no}
              </th>
              <td class="number">{one.date && officialDayText(one.date)}</td>
              <td lang="vi">{one.title}</td>
              <td>{statusOf(one, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function statusOf({ status, replacedBy, replacedOn }: LegalDocument, lang: Language): string {
  const said = words(lang)
  return [
    said.documentStatus[status],
    replacedBy && said.replacedBy(replacedBy),
    replacedOn && said.replacedOn(officialDayText(replacedOn)),
  ]
    .filter(Boolean)
    .join(' ')
}
