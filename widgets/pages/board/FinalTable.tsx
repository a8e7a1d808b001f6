// Where the final table of a campaign that has ended can be downloaded.
import { words } from '../../../shared/text/ui.ts'
import type { PageFrame } from '../../../shared/wire/page.ts'
import { linksOf } from '../links.ts'

/** Nothing until the table was decided. */
export function FinalTable({ frame }: { readonly frame: PageFrame }) {
  if (!frame.decided) return null
  const said = words(frame.lang)
  const links = linksOf(frame)
  const { id } = frame.bundle.campaign
  return (
    <section class="panel" aria-labelledby="final-table">
      <h2 id="final-table">{said.summary}</h2>
      <p>{said.summaryHint}</p>
      <ul class="links">
        <li>
          <a href={links.summary(id, 'csv')} download>
            {said.summaryCsv}
          </a>
        </li>
        <li>
          <a href={links.summary(id, 'json')}>{said.summaryJson}</a>
        </li>
      </ul>
    </section>
  )
}
