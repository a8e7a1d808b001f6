// The scoreboard: one table for each emulation block of a level, and never a rank across blocks.

import { Freshness } from '../../shared/ui/Freshness.tsx'
import { dayText } from '../../shared/ui/format.ts'
import { RankTable } from '../../shared/ui/RankTable.tsx'
import { words } from '../../shared/ui/text/words.ts'
import { LEVELS, type Level } from '../../shared/wire/campaign.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import { Document } from './Document.tsx'
import { FinalTable } from './FinalTable.tsx'
import { linksOf } from './links.ts'

export interface ScoreboardProps {
  readonly frame: PageFrame
  readonly level: Level
  /** Null: all blocks of the level. */
  readonly block: string | null
}

export function Scoreboard({ frame, level, block }: ScoreboardProps) {
  const { lang, snapshot, bundle, now } = frame
  const said = words(lang)
  const name = bundle.campaign.name[lang]
  return (
    <Document
      page={{ page: 'scoreboard', level, block }}
      frame={frame}
      title={said.boardTitle(said.levels[level])}
      description={said.boardDescription(name)}
    >
      <h1>{said.boardTitle(said.levels[level])}</h1>
      <p class="lead">{name}</p>
      <Choice frame={frame} level={level} block={block} />
      <p class="meta">
        <Freshness release={snapshot} now={now} lang={lang} /> <span>{said.asOf(dayText(snapshot.day))}</span>{' '}
        <span>{said.withinBlock}</span>
      </p>
      <FinalTable frame={frame} />
      <Tables frame={frame} level={level} block={block} />
    </Document>
  )
}

function Choice({ frame, level, block }: ScoreboardProps) {
  const said = words(frame.lang)
  const links = linksOf(frame)
  const blocks = frame.bundle.blocks.filter(one => one.level === level)
  const current = (is: boolean) => (is ? 'true' : undefined)
  return (
    <div class="choice">
      <nav class="tabs" aria-label={said.level}>
        {LEVELS.map(one => (
          <a key={one} href={links.board(one)} aria-current={current(one === level)}>
            {said.levels[one]}
          </a>
        ))}
      </nav>
      {blocks.length > 1 && (
        <nav class="chips" aria-label={said.block}>
          <a href={links.board(level)} aria-current={current(block === null)}>
            {said.allBlocks}
          </a>
          {blocks.map(one => (
            <a key={one.id} href={links.board(level, one.id)} aria-current={current(one.id === block)}>
              {one.name[frame.lang]}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}

function Tables({ frame, level, block }: ScoreboardProps) {
  const { lang, snapshot, bundle } = frame
  const blocks = bundle.blocks.filter(one => one.level === level && (block === null || one.id === block))
  const tables = blocks
    .map(one => ({
      ...one,
      cells: snapshot.agencies.filter(cell => cell.level === level && cell.block === one.id),
    }))
    .filter(one => one.cells.length > 0)
  if (tables.length === 0) return <p>{words(lang).nothingHere}</p>
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
