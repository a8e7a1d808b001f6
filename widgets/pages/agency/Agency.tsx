// An agency's page: its score now (it moves by itself), its weeks, and how it came about.
import { words } from '../../../shared/text/ui.ts'
import { TargetTable } from '../../../shared/ui/TargetTable.tsx'
import type { PageFrame } from '../../../shared/wire/page.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { Document } from '../Document.tsx'
import { Live } from '../Live.tsx'
import { linksOf } from '../links.ts'
import { livePart } from '../live-part.ts'
import { Facts } from './Facts.tsx'
import { Further } from './Further.tsx'
import { Lineage, PassedOn } from './Lineage.tsx'
import { Weeks } from './Weeks.tsx'

export interface AgencyProps {
  readonly frame: PageFrame
  readonly agency: string
}

/** The page of one agency, or a page that says that there is none. */
export function Agency({ frame, agency }: AgencyProps) {
  const cell = frame.snapshot.agencies.find(one => one.id === agency)
  return cell ? <Known frame={frame} cell={cell} /> : <Unknown frame={frame} agency={agency} />
}

interface KnownProps {
  readonly frame: PageFrame
  readonly cell: AgencyScore
}

function Known({ frame, cell }: KnownProps) {
  const { lang, bundle } = frame
  const said = words(lang)
  const name = cell.name[lang]
  const follows = !cell.ended && !frame.snapshot.final
  return (
    <Document
      page={{ page: 'agency', agency: cell.id }}
      frame={frame}
      title={said.agencyTitle(name)}
      description={said.agencyDescription(name)}
      live
      follows={follows}
    >
      <h1>{name}</h1>
      <p class="lead">{bundle.blocks.find(one => one.id === cell.block)?.name[lang]}</p>
      <div class="two">
        <section aria-label={said.now}>
          <Live frame={frame} agency={cell} follows={follows} />
          {follows && <p class="meta by-itself">{said.liveHint}</p>}
          <PassedOn frame={frame} cell={cell} />
        </section>
        <Facts frame={frame} cell={cell} />
      </div>
      <div {...livePart(frame)}>
        <Weeks trend={cell.trend} />
        <Targets frame={frame} />
        <Lineage frame={frame} cell={cell} />
      </div>
      <Further frame={frame} cell={cell} />
    </Document>
  )
}

function Targets({ frame: { lang, official = [] } }: { readonly frame: PageFrame }) {
  const said = words(lang)
  return (
    <section aria-labelledby="targets" class="panel">
      <h2 id="targets">{said.targets}</h2>
      <p>{official.length > 0 ? said.targetsLead : said.noTargets}</p>
      {official.length > 0 && <TargetTable results={official} />}
    </section>
  )
}

function Unknown({ frame, agency }: AgencyProps) {
  const said = words(frame.lang)
  return (
    <Document
      page={{ page: 'agency', agency }}
      frame={frame}
      title={said.agencyUnknown}
      description={said.agencyUnknownHint(agency)}
    >
      <h1>{said.agencyUnknown}</h1>
      <p>{said.agencyUnknownHint(agency)}</p>
      <p>
        <a href={linksOf(frame).board()}>{said.backToBoard}</a>
      </p>
    </Document>
  )
}
