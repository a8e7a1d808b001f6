// Official results of one agency: what was measured, when, how much, and who says so.

import type { Language } from '../core/language.ts'
import { words } from '../text/ui.ts'
import type { Citation } from '../wire/campaign.ts'
import type { OfficialResult } from '../wire/snapshot.ts'
import { dayText, figureText, officialDayText } from './format.ts'
import { untranslated } from './no-translate.ts'

export interface TargetTableProps {
  readonly results: readonly OfficialResult[]
  readonly lang: Language
}

export function TargetTable({ results, lang }: TargetTableProps) {
  const { targets, targetColumns } = words(lang)
  return (
    <table class="plain stacked targets">
      <caption class="unseen">{targets}</caption>
      <thead>
        <tr>
          {Object.entries(targetColumns).map(([id, name]) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {results.map(result => (
          <Row key={`${result.target} ${result.period}`} result={result} lang={lang} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ result, lang }: { readonly result: OfficialResult; readonly lang: Language }) => (
  <tr>
    <th scope="row">{result.target}</th>
    <td {...untranslated}>{result.period}</td>
    <td class="number" {...untranslated}>
      <b>{figureText(result, lang)}</b>
    </td>
    <td>
      {result.source}, {dayText(result.day)}
      {result.document && <Standing document={result.document} lang={lang} />}
    </td>
  </tr>
)

/** Whoever reads the figure sees whether what it cites is still in force. */
function Standing({ document, lang }: { readonly document: Citation; readonly lang: Language }) {
  const { documentStatus, replacedBy, replacedOn } = words(lang)
  const { no, status, replacedBy: by, replacedOn: on } = document
  const told = [documentStatus[status], by && replacedBy(by), on && replacedOn(officialDayText(on))]
  return (
    <span class="state">
      {no}: {told.filter(Boolean).join(' ')}
    </span>
  )
}
