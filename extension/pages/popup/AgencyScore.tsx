// Seen: the released score of my agency, with its time. What everyone may see, and nothing about one person.

import { dayOf } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { popupTextsOf } from '../../../shared/text/popup.ts'
import { dayText, instantText, scoreText } from '../../../shared/ui/format.ts'
import { freshnessOf } from '../../../shared/ui/freshness.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { tierName } from '../../../shared/ui/tier.ts'
import type { AgencyScore as ScoreCell } from '../../../shared/wire/snapshot.ts'
import { endedAgency } from '../../rejoin.ts'
import type { PublishedScore } from '../../store/schema.ts'

interface Props {
  readonly published: PublishedScore | null
  /** The hub did not answer just now. */
  readonly silent: boolean
  readonly now: Millis
}

/**
 * The released score of the own agency; `silent`: the hub did not answer, and an older one is shown with its
 * time.
 */
export function AgencyScore({ published, silent, now }: Props) {
  const language = useLanguage()
  const { standing: texts } = popupTextsOf(language)
  const cell = published?.snapshot.agencies[0]
  if (!published || !cell) return silent ? <p class="faint">{texts.unreachable}</p> : null
  const { tiers } = published.snapshot
  const ended = endedAgency(published, cell.id, dayOf(now))
  if (ended) return <EndedAgency cell={ended} />
  const old = silent || freshnessOf(published.snapshot, now) === 'stale'
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
        {texts.released(instantText(cell.at ?? published.snapshot.at, language))}
      </p>
    </section>
  )
}

/** Merged, split or dissolved: who carries on, and what the person does now. */
function EndedAgency({ cell }: { cell: ScoreCell }) {
  const language = useLanguage()
  const { standing: texts } = popupTextsOf(language)
  const names = (cell.successors ?? []).map(one => one.name[language]).join(', ')
  return (
    <section class="standing">
      <h2>{cell.name[language]}</h2>
      <p class="trouble">
        {cell.ended && texts.ended(dayText(cell.ended))} {names && texts.successors(names)}
      </p>
    </section>
  )
}
