// The iframe pages of a ranking: a table for each block, or the first of each block in one line.
import type { ComponentChildren } from 'preact'
import { liveWords } from '../../../shared/text/live.ts'
import { words } from '../../../shared/text/ui.ts'
import { Freshness } from '../../../shared/ui/Freshness.tsx'
import { scoreText } from '../../../shared/ui/format.ts'
import { Missing } from '../../../shared/ui/Missing.tsx'
import { untranslated } from '../../../shared/ui/no-translate.ts'
import { inOrder } from '../../../shared/ui/RankTable.tsx'
import { tierName } from '../../../shared/ui/tier.ts'
import type { Block, Level } from '../../../shared/wire/campaign.ts'
import type { PageFrame, Theme } from '../../../shared/wire/page.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { publicLinksOf } from '../links.ts'
import { EmbedFrame } from './EmbedFrame.tsx'
import { EmbedHead } from './EmbedHead.tsx'

export interface EmbedBoardProps {
  readonly frame: PageFrame
  readonly level: Level
  readonly block: string | null
  readonly theme: Theme
}

/** Rows of a block in the table, and in the line. */
const ROWS = 10
const FIRST = 3

interface Part {
  readonly block: Block
  readonly cells: readonly AgencyScore[]
}

const partsOf = ({ frame, level, block }: EmbedBoardProps, most: number): readonly Part[] =>
  frame.bundle.blocks
    .filter(one => one.level === level && (block === null || one.id === block))
    .map(one => ({
      block: one,
      cells: inOrder(
        frame.snapshot.agencies.filter(cell => cell.block === one.id),
        frame.lang,
      ).slice(0, most),
    }))
    .filter(part => part.cells.length > 0)

/** A board for a frame in somebody’s page. */
export function EmbedBoard(props: EmbedBoardProps) {
  return (
    <Around {...props}>
      {partsOf(props, ROWS).map(part => (
        <BlockTable key={part.block.id} part={part} frame={props.frame} />
      ))}
    </Around>
  )
}

/** Agencies in one line for a frame; it stands still where the reader wants less motion. */
export function EmbedTicker(props: EmbedBoardProps) {
  const { lang } = props.frame
  const links = publicLinksOf(props.frame)
  const first = partsOf(props, FIRST).flatMap(part => part.cells.filter(cell => cell.rank !== null))
  return (
    <Around {...props}>
      {first.length === 0 && <p class="note">{words(lang).statesShort['no-data']}</p>}
      <ul>
        {first.map(cell => (
          <li key={cell.id}>
            <a href={links.agency(cell.id)} target="_top">
              <span {...untranslated}>
                {liveWords(lang).rank} {cell.rank}/{cell.of}
              </span>{' '}
              {cell.name[lang]}{' '}
              <b class="number" {...untranslated}>
                {scoreText(cell.score ?? 0, lang)}
              </b>
            </a>
          </li>
        ))}
      </ul>
    </Around>
  )
}

function Around({
  frame,
  level,
  block,
  theme,
  children,
}: EmbedBoardProps & { readonly children: ComponentChildren }) {
  const { lang, snapshot, now } = frame
  const said = words(lang)
  return (
    <EmbedFrame frame={frame} theme={theme} title={said.boardTitle(said.levels[level])}>
      <div class="panel">
        <EmbedHead frame={frame} title={said.levels[level]} href={publicLinksOf(frame).board(level, block)} />
        {children}
        <Freshness release={snapshot} now={now} />
      </div>
    </EmbedFrame>
  )
}

function BlockTable({ part, frame }: { readonly part: Part; readonly frame: PageFrame }) {
  const { lang, snapshot } = frame
  const { columns, statesShort } = words(lang)
  const links = publicLinksOf(frame)
  return (
    <table>
      <caption>{part.block.name[lang]}</caption>
      <thead>
        <tr>
          {[columns.rank, columns.agency, columns.score, columns.tier].map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.cells.map(cell => (
          <tr key={cell.id}>
            <td class="number" {...untranslated}>
              {cell.rank ?? <Missing />}
            </td>
            <th scope="row">
              <a href={links.agency(cell.id)} target="_top">
                {cell.name[lang]}
              </a>
            </th>
            <td class="number" {...untranslated}>
              {cell.score === null ? <Missing /> : scoreText(cell.score, lang)}
            </td>
            <td>
              {cell.state === 'ranked' ? tierName(snapshot.tiers, cell.tier, lang) : statesShort[cell.state]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
