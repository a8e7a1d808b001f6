// The documents that the campaign cites, each with whether it is still in force.
import type { Language } from '../../../shared/core/language.ts'
import { words } from '../../../shared/text/ui.ts'
import { officialDayText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { LegalDocument } from '../../../shared/wire/campaign.ts'

/** The legal documents that the campaign rests on, each with its status. */
export function Documents({ documents }: { readonly documents: readonly LegalDocument[] }) {
  const lang = useLanguage()
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
