// An agency's weekly finals: the line, what was corrected, and the same weeks as a table.
import { words } from '../../../shared/text/ui.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { TrendLine } from '../../../shared/ui/TrendLine.tsx'
import { TrendTable } from '../../../shared/ui/TrendTable.tsx'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { Corrections } from '../Corrections.tsx'

/** Nothing where no week was ever published. */
export function Weeks({ trend }: { readonly trend: AgencyScore['trend'] }) {
  const said = words(useLanguage())
  const scored = trend.some(week => week.score !== null)
  if (!scored && !trend.some(week => week.corrected)) return null
  return (
    <section aria-labelledby="weeks" class="panel">
      <h2 id="weeks">{said.trend}</h2>
      {scored && <TrendLine trend={trend} width={560} height={220} scaled />}
      <Corrections trend={trend} />
      <details>
        <summary>{said.trendTable}</summary>
        <TrendTable trend={trend} />
      </details>
    </section>
  )
}
