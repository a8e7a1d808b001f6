// One block's agencies in the order of their ranks; whoever has no rank stands below, by name, with the reason.

import type { Language } from '../core/language.ts'
import { words } from '../text/ui.ts'
import type { AgencyScore, Snapshot } from '../wire/snapshot.ts'
import { Change } from './Change.tsx'
import { scoreText } from './format.ts'
import { useLanguage } from './language-context.ts'
import { Missing } from './Missing.tsx'
import { untranslated } from './no-translate.ts'
import { TrendLine } from './TrendLine.tsx'
import { tierName } from './tier.ts'

export interface RankTableProps {
  readonly caption: string
  readonly cells: readonly AgencyScore[]
  readonly tiers: Snapshot['tiers']
  /** Where an agency's own page is. */
  readonly hrefOf: (agency: string) => string
}

const LONGEST_TREND = 12

/** Agencies by rank with score and tier; whoever has none stands below with the reason. */
export function RankTable({ caption, cells, tiers, hrefOf }: RankTableProps) {
  const lang = useLanguage()
  const { columns } = words(lang)
  const heads = [
    columns.rank,
    columns.agency,
    columns.score,
    columns.tier,
    columns.change,
    columns.trend(LONGEST_TREND),
  ]
  return (
    <table class="ranks">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(cells, lang).map(cell => (
          <Row key={cell.id} cell={cell} tiers={tiers} href={hrefOf(cell.id)} />
        ))}
      </tbody>
    </table>
  )
}

/** Ranked first; the rest by name, so that no order gives away what is not told. */
export const inOrder = (cells: readonly AgencyScore[], lang: Language): readonly AgencyScore[] =>
  [...cells].sort(
    (a, b) =>
      (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
      STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
      a.name[lang].localeCompare(b.name[lang], lang),
  )

const STATES: readonly AgencyScore['state'][] = ['ranked', 'provisional', 'suppressed', 'no-data']

interface RowProps {
  readonly cell: AgencyScore
  readonly tiers: Snapshot['tiers']
  readonly href: string
}

function Row({ cell, tiers, href }: RowProps) {
  const lang = useLanguage()
  const { statesShort } = words(lang)
  return (
    <tr class={cell.state}>
      <td class="rank number" {...untranslated}>
        {cell.rank ?? <Missing />}
      </td>
      <th class="agency" scope="row">
        <a href={href}>{cell.name[lang]}</a>
        {cell.state !== 'ranked' && <span class="state">{statesShort[cell.state]}</span>}
      </th>
      <td class="score number" {...untranslated}>
        {cell.score === null ? <Missing /> : scoreText(cell.score, lang)}
      </td>
      <td class="tier">{tierName(tiers, cell.tier, lang) ?? <Missing />}</td>
      <td class="change">
        <Change change={cell.change} />
      </td>
      <td class="line">
        {cell.trend.some(week => week.score !== null) ? (
          <TrendLine trend={cell.trend.slice(-LONGEST_TREND)} width={120} height={28} />
        ) : (
          <Missing />
        )}
      </td>
    </tr>
  )
}
