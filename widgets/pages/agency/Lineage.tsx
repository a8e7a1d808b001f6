// Where an agency came from and who carries on its work: why its trend begins or ends where it does.

import { words } from '../../../shared/text/ui.ts'
import { dayText } from '../../../shared/ui/format.ts'
import type { PageFrame } from '../../../shared/wire/page.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { linksOf } from '../links.ts'

export interface LineageProps {
  readonly frame: PageFrame
  readonly cell: AgencyScore
}

/** Nothing for an agency that was neither merged nor split. */
export function Lineage({ frame, cell: { ended, predecessors = [], successors = [] } }: LineageProps) {
  const said = words(frame.lang)
  if (!ended && predecessors.length + successors.length === 0) return null
  return (
    <section class="panel" aria-labelledby="lineage">
      <h2 id="lineage">{said.lineage}</h2>
      {ended && <p>{said.ended(dayText(ended))}</p>}
      <Relatives frame={frame} about={said.cameFrom} agencies={predecessors} />
      <Relatives frame={frame} about={said.carriedOnBy} agencies={successors} />
    </section>
  )
}

/** Beside the last score of an agency that has ended: that it changes no more, and who carries on. */
export function PassedOn({ frame, cell: { ended, successors = [] } }: LineageProps) {
  if (!ended) return null
  const said = words(frame.lang)
  return (
    <p class="meta">
      {said.endedOn(dayText(ended))}
      {successors.map((one, i) => (
        <span key={one.id}>
          {i === 0 ? ` ${said.carriedOnBy} ` : ', '}
          <a href={linksOf(frame).agency(one.id)}>{one.name[frame.lang]}</a>
        </span>
      ))}
    </p>
  )
}

interface RelativesProps {
  readonly frame: PageFrame
  readonly about: string
  readonly agencies: NonNullable<AgencyScore['successors']>
}

function Relatives({ frame, about, agencies }: RelativesProps) {
  if (agencies.length === 0) return null
  const said = words(frame.lang)
  return (
    <>
      <p>{about}</p>
      <ul class="links">
        {agencies.map(one => (
          <li key={one.id}>
            <a href={linksOf(frame).agency(one.id)}>{one.name[frame.lang]}</a> ({said.since(dayText(one.day))}
            )
          </li>
        ))}
      </ul>
    </>
  )
}
