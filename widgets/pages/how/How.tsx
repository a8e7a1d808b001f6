// How the score is counted, in plain words: every number on this page is campaign data or counted from it.
import { words } from '../../../shared/text/ui.ts'
import { countText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { ScoreSettings } from '../../../shared/wire/campaign.ts'
import type { PageFrame } from '../../../shared/wire/page.ts'
import { Document } from '../Document.tsx'
import { Criteria } from './Criteria.tsx'
import { Documents } from './Documents.tsx'
import { Tiers } from './Tiers.tsx'
import { WorkedExample } from './WorkedExample.tsx'

export interface HowProps {
  readonly frame: PageFrame
}

/** How a score is made, what is hidden and why, how long data is kept. */
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
      <Criteria score={score} />
      <AgencyPart score={score} />
      <WorkedExample score={score} />
      <Tiers score={score} />
      <section aria-labelledby="privacy" class="panel">
        <h2 id="privacy">{said.privacy}</h2>
        <ul>
          {rules.map(rule => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      {documents.length > 0 && <Documents documents={documents} />}
    </Document>
  )
}

function AgencyPart({ score }: { readonly score: ScoreSettings }) {
  const lang = useLanguage()
  const said = words(lang)
  return (
    <section aria-labelledby="agency-score" class="panel">
      <h2 id="agency-score">{said.agencyScore}</h2>
      <p>{said.agencyScoreLead(countText(score.priorPeople, lang))}</p>
      <p class="formula">{said.formula}</p>
    </section>
  )
}
