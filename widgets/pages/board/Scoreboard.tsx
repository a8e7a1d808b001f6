// The scoreboard: one table for each emulation block of a level, and never a rank across blocks.

import type { Language } from '../../../shared/core/language.ts'
import { words } from '../../../shared/text/ui.ts'
import { Freshness } from '../../../shared/ui/Freshness.tsx'
import { dayText, weekText } from '../../../shared/ui/format.ts'
import { tierSpan } from '../../../shared/ui/tier-span.ts'
import type { Page, PageFrame } from '../../../shared/wire/page.ts'
import { Document } from '../Document.tsx'
import { linksOf } from '../links.ts'
import { livePart } from '../live-part.ts'
import { Choice } from './Choice.tsx'
import { FinalTable } from './FinalTable.tsx'
import { Finder } from './Finder.tsx'
import { Tables } from './Tables.tsx'

type Wish = Extract<Page, { page: 'scoreboard' }>

export interface ScoreboardProps {
  readonly frame: PageFrame
  /** Its block null: all blocks of the level. */
  readonly wish: Wish
}

/** The ranked agencies of a level, of a week that was released. */
export function Scoreboard({ frame, wish }: ScoreboardProps) {
  const { lang, bundle } = frame
  const said = words(lang)
  const name = bundle.campaign.name[lang]
  const title = said.boardTitle(said.levels[wish.level])
  return (
    <Document
      page={wish}
      frame={frame}
      title={titled(title, wish, lang)}
      description={said.boardDescription(name)}
      follows={!wish.week && !frame.snapshot.final}
    >
      <h1>{title}</h1>
      <p class="lead">{name}</p>
      <Choice frame={frame} wish={wish} />
      <Finder frame={frame} wish={wish} />
      <div {...livePart(frame)}>
        <Standing frame={frame} wish={wish} />
        <FinalTable frame={frame} />
        <Tables frame={frame} wish={wish} />
      </div>
      <p class="meta">
        <a href={linksOf(frame).sheet(wish.level, wish.block, wish)} download>
          {said.sheet}
        </a>{' '}
        <a href={linksOf(frame).how()}>{said.howLink}</a>
      </p>
    </Document>
  )
}

const titled = (title: string, { week }: Wish, lang: Language): string =>
  week ? `${title}, ${weekText(week, lang)}` : title

/** Of which moment the figures are, and what the grades mean. */
function Standing({ frame: { lang, snapshot, now }, wish: { week } }: ScoreboardProps) {
  const said = words(lang)
  return (
    <>
      <p class="meta">
        {week ? (
          <b class="freshness">{said.weekFinal(weekText(week, lang))}</b>
        ) : (
          <Freshness release={snapshot} now={now} />
        )}{' '}
        <span>{said.asOf(dayText(snapshot.day))}</span> <span>{said.withinBlock}</span>
      </p>
      <p class="meta">
        {said.tiers}:{' '}
        {snapshot.tiers.map(({ id, name, from }, i) => (
          <span key={id}>
            {i > 0 && ' · '}
            <b>{name[lang]}</b>: {tierSpan(snapshot.tiers, from, lang)}
          </span>
        ))}
      </p>
    </>
  )
}
