// The scoreboard: one table for each emulation block of a level, and never a rank across blocks.

import type { Language } from '../../../shared/core/language.ts'
import { words } from '../../../shared/text/ui.ts'
import { Freshness } from '../../../shared/ui/Freshness.tsx'
import { dayText, scoreText, weekText } from '../../../shared/ui/format.ts'
import { RankTable } from '../../../shared/ui/RankTable.tsx'
import { fold } from '../../../shared/ui/strip-diacritics.ts'
import { LEVELS } from '../../../shared/wire/campaign.ts'
import type { Page, PageFrame } from '../../../shared/wire/page.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { Document } from '../Document.tsx'
import { linksOf } from '../links.ts'
import { livePart } from '../live-part.ts'
import { FinalTable } from './FinalTable.tsx'
import { Finder } from './Finder.tsx'

type Wish = Extract<Page, { page: 'scoreboard' }>

export interface ScoreboardProps {
  readonly frame: PageFrame
  /** Its block null: all blocks of the level. */
  readonly wish: Wish
}

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
          <Freshness release={snapshot} now={now} lang={lang} />
        )}{' '}
        <span>{said.asOf(dayText(snapshot.day))}</span> <span>{said.withinBlock}</span>
      </p>
      <p class="meta">
        {said.tiers}:{' '}
        {snapshot.tiers.map(({ id, name, from }, i) => (
          <span key={id}>
            {i > 0 && ' · '}
            <b>{name[lang]}</b> {said.tierFrom(scoreText(from * 10, lang))}
          </span>
        ))}
      </p>
    </>
  )
}

function Choice({ frame, wish }: ScoreboardProps) {
  const { level, block } = wish
  const said = words(frame.lang)
  const links = linksOf(frame)
  const blocks = frame.bundle.blocks.filter(one => one.level === level)
  const current = (is: boolean) => (is ? 'true' : undefined)
  return (
    <div class="choice">
      <nav class="tabs" aria-label={said.level}>
        {LEVELS.map(one => (
          <a key={one} href={links.board(one, null, wish)} aria-current={current(one === level)}>
            {said.levels[one]}
          </a>
        ))}
      </nav>
      {blocks.length > 1 && (
        <nav class="chips" aria-label={said.block}>
          <a href={links.board(level, null, wish)} aria-current={current(block === null)}>
            {said.allBlocks}
          </a>
          {blocks.map(one => (
            <a key={one.id} href={links.board(level, one.id, wish)} aria-current={current(one.id === block)}>
              {one.name[frame.lang]}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}

function Tables({ frame, wish: { level, block, search = '' } }: ScoreboardProps) {
  const { lang, snapshot, bundle } = frame
  const wanted = fold(search)
  const fits = ({ name }: AgencyScore): boolean =>
    fold(name.vi).includes(wanted) || fold(name.en).includes(wanted)
  const blocks = bundle.blocks.filter(one => one.level === level && (block === null || one.id === block))
  const tables = blocks
    .map(one => ({
      ...one,
      cells: snapshot.agencies.filter(cell => cell.level === level && cell.block === one.id && fits(cell)),
    }))
    .filter(one => one.cells.length > 0)
  if (tables.length === 0)
    return <p role="status">{search ? words(lang).nothingFound(search) : words(lang).nothingHere}</p>
  return (
    <>
      {tables.map(({ id, name, cells }) => (
        <RankTable
          key={id}
          caption={name[lang]}
          cells={cells}
          tiers={snapshot.tiers}
          lang={lang}
          hrefOf={linksOf(frame).agency}
        />
      ))}
    </>
  )
}
