// Official results of one agency: what was measured, when, how much, and who says so.

import { words } from '../text/ui.ts'
import type { Citation } from '../wire/campaign.ts'
import type { OfficialResult } from '../wire/snapshot.ts'
import { dayText, figureText, officialDayText } from './format.ts'
import { useLanguage } from './language-context.ts'
import { untranslated } from './no-translate.ts'

export interface TargetTableProps {
  readonly results: readonly OfficialResult[]
}

/** Official results beside the score, each with its document; nothing of it is part of the score. */
export function TargetTable({ results }: TargetTableProps) {
  const { targets, targetColumns } = words(useLanguage())
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
          <Row key={`${result.target} ${result.period}`} result={result} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ result }: { readonly result: OfficialResult }) => (
  <tr>
    <th scope="row">{result.target}</th>
    <td {...untranslated}>{result.period}</td>
    <td class="number" {...untranslated}>
      <b>{figureText(result, useLanguage())}</b>
    </td>
    <td>
      {result.source}, {dayText(result.day)}
      {result.document && <Validity document={result.document} />}
    </td>
  </tr>
)

/** Whoever reads the figure sees whether what it cites is still in force. */
function Validity({ document }: { readonly document: Citation }) {
  const { documentStatus, replacedBy, replacedOn } = words(useLanguage())
  const { no, status, replacedBy: by, replacedOn: on } = document
  const told = [documentStatus[status], by && replacedBy(by), on && replacedOn(officialDayText(on))]
  return (
    <span class="state">
      {no}: {told.filter(Boolean).join(' ')}
    </span>
  )
}
