// Seen: the released score of my agency, with its time. What everyone may see, and nothing about one person.

import { dayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { popupTextsOf } from '../../../shared/text/popup.ts'
import { dayText, instantText, scoreText } from '../../../shared/ui/format.ts'
import { freshnessOf } from '../../../shared/ui/freshness.ts'
import { tierName } from '../../../shared/ui/tier.ts'
import type { AgencyScore } from '../../../shared/wire/snapshot.ts'
import { endedAgency } from '../../rejoin.ts'
import type { Standing as Kept } from '../../store/settings.ts'

interface Part {
  readonly standing: Kept | null
  /** The hub did not answer just now. */
  readonly silent: boolean
  readonly now: Millis
  readonly language: Language
}

export function Standing({ standing, silent, now, language }: Part) {
  const { standing: texts } = popupTextsOf(language)
  const cell = standing?.snapshot.agencies[0]
  if (!standing || !cell) return silent ? <p class="faint">{texts.unreachable}</p> : null
  const { tiers } = standing.snapshot
  const ended = endedAgency(standing, cell.id, dayOf(now))
  if (ended) return <Ended cell={ended} language={language} />
  const old = silent || freshnessOf(standing.snapshot, now) === 'stale'
  return (
    <section class="standing">
      <h2>{cell.name[language]}</h2>
      {cell.score === null ? (
        <p>{cell.state === 'suppressed' ? texts.suppressed : texts.noData}</p>
      ) : (
        <p>
          {texts.score} <strong class="number">{scoreText(cell.score, language)}</strong>/100
          {cell.rank !== null && cell.of !== null && ` · ${texts.rank(cell.rank, cell.of)}`}
          {cell.tier !== null && ` · ${tierName(tiers, cell.tier, language)}`}
          {cell.state === 'provisional' && ` · ${texts.provisional}`}
        </p>
      )}
      <p class="faint">
        {old && <strong class="old">{texts.old}</strong>}{' '}
        {texts.released(instantText(cell.at ?? standing.snapshot.at, language))}
      </p>
    </section>
  )
}

/** Merged, split or dissolved: who carries on, and what the person does now. */
function Ended({ cell, language }: { cell: AgencyScore; language: Language }) {
  const { standing } = popupTextsOf(language)
  const names = (cell.successors ?? []).map(one => one.name[language]).join(', ')
  return (
    <section class="standing">
      <h2>{cell.name[language]}</h2>
      <p class="trouble">
        {cell.ended && standing.ended(dayText(cell.ended))} {names && standing.successors(names)}
      </p>
    </section>
  )
}
