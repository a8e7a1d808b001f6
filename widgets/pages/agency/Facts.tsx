// An agency's rank, grade and change, and how current they are.
import type { ComponentChildren } from 'preact'
import { words } from '../../../shared/text/ui.ts'
import { Change } from '../../../shared/ui/Change.tsx'
import { Freshness } from '../../../shared/ui/Freshness.tsx'
import { countText } from '../../../shared/ui/format.ts'
import { tierName } from '../../../shared/ui/tier.ts'
import type { PageFrame } from '../../../shared/wire/page.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { livePart } from '../live-part.ts'

export interface FactsProps {
  readonly frame: PageFrame
  readonly cell: AgencyScore
}

/** Score, rank, tier and head count of an agency, as released. */
export function Facts({ frame, cell }: FactsProps) {
  const { lang, snapshot, now } = frame
  const said = words(lang)
  const tier = tierName(snapshot.tiers, cell.tier, lang)
  return (
    <section class="facts" aria-label={said.standing} {...livePart(frame)}>
      {cell.state !== 'ranked' && <p>{said.states[cell.state]}</p>}
      <dl>
        {cell.rank !== null && cell.of !== null && (
          <Fact name={said.rank}>{said.rankOf(countText(cell.rank, lang), countText(cell.of, lang))}</Fact>
        )}
        {tier && <Fact name={said.tier}>{tier}</Fact>}
        {cell.change !== null && (
          <Fact name={said.change}>
            <Change change={cell.change} />
          </Fact>
        )}
      </dl>
      <p class="meta">
        <Freshness release={snapshot} {...(cell.at !== null && { at: cell.at })} now={now} />
      </p>
    </section>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
