// An agency's page: its score now (it moves by itself), its weeks, and how it came about.
import type { ComponentChildren } from 'preact'
import { builderWords } from '../../shared/text/builder.ts'
import { words } from '../../shared/text/ui.ts'
import { Change } from '../../shared/ui/Change.tsx'
import { Freshness } from '../../shared/ui/Freshness.tsx'
import { countText } from '../../shared/ui/format.ts'
import { TargetTable } from '../../shared/ui/TargetTable.tsx'
import { TrendLine } from '../../shared/ui/TrendLine.tsx'
import { TrendTable } from '../../shared/ui/TrendTable.tsx'
import { tierName } from '../../shared/ui/tier.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { Corrections } from './Corrections.tsx'
import { Document } from './Document.tsx'
import { Lineage, PassedOn } from './Lineage.tsx'
import { Live } from './Live.tsx'
import { linksOf } from './links.ts'
import { livePart } from './live-part.ts'

export interface AgencyProps {
  readonly frame: PageFrame
  readonly agency: string
}

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
        <Weeks frame={frame} cell={cell} />
        <Targets frame={frame} />
        <Lineage frame={frame} cell={cell} />
      </div>
      <Further frame={frame} cell={cell} />
    </Document>
  )
}

function Facts({ frame, cell }: KnownProps) {
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
            <Change change={cell.change} lang={lang} />
          </Fact>
        )}
      </dl>
      <p class="meta">
        <Freshness release={snapshot} {...(cell.at !== null && { at: cell.at })} now={now} lang={lang} />
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

function Weeks({ frame: { lang }, cell }: KnownProps) {
  const said = words(lang)
  const scored = cell.trend.some(week => week.score !== null)
  if (!scored && !cell.trend.some(week => week.corrected)) return null
  return (
    <section aria-labelledby="weeks" class="panel">
      <h2 id="weeks">{said.trend}</h2>
      {scored && <TrendLine trend={cell.trend} lang={lang} width={560} height={220} scaled />}
      <Corrections trend={cell.trend} lang={lang} />
      <details>
        <summary>{said.trendTable}</summary>
        <TrendTable trend={cell.trend} lang={lang} />
      </details>
    </section>
  )
}

function Targets({ frame: { lang, official = [] } }: { readonly frame: PageFrame }) {
  const said = words(lang)
  return (
    <section aria-labelledby="targets" class="panel">
      <h2 id="targets">{said.targets}</h2>
      <p>{official.length > 0 ? said.targetsLead : said.noTargets}</p>
      {official.length > 0 && <TargetTable results={official} lang={lang} />}
    </section>
  )
}

/** The widgets of one agency. */
const SHOWN = ['score', 'trend', 'targets'] as const

function Further({ frame, cell }: KnownProps) {
  const said = words(frame.lang)
  const links = linksOf(frame)
  return (
    <section aria-labelledby="counted" class="panel">
      <h2 id="counted">{said.how}</h2>
      <p>{said.howShort}</p>
      <ul class="links">
        <li>
          <a href={links.how()}>{said.howLink}</a>
        </li>
        <li>
          {said.embedThis}:{' '}
          {SHOWN.map((show, i) => (
            <>
              {i > 0 && ' · '}
              <a key={show} href={links.builder(cell.id, show)}>
                {builderWords(frame.lang).shows[show]}
              </a>
            </>
          ))}
        </li>
        <li>
          <a href={links.board(cell.level, cell.block)}>{said.backToBoard}</a>
        </li>
      </ul>
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
