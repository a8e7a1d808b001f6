// Seen: my week and my four criteria, in words. Of one's own days on one's own machine; shown to nobody else.

import type { Language } from '../../shared/core/language.ts'
import { popupTextsOf } from '../../shared/text/popup.ts'
import type { PopupTexts } from '../../shared/text/popup.vi.ts'
import { countText, durationText } from '../../shared/ui/format.ts'
import { useLanguage } from '../../shared/ui/language-context.ts'
import type { Criteria } from './criteria.ts'
import { drawDaySigns } from './day-signs.ts'
import { WeekDots } from './WeekDots.tsx'

interface Props {
  readonly criteria: Criteria
  readonly today: string
}

/** The person’s own criteria of the week, each with how far it is fulfilled; for their eyes alone. */
export function MyWeek({ criteria, today }: Props) {
  const language = useLanguage()
  const { mine } = popupTextsOf(language)
  return (
    <section class="mine">
      <h2>{mine.title}</h2>
      <p class={criteria.qualifiesToday ? 'qualifies yes' : 'qualifies'}>
        {criteria.qualifiesToday
          ? drawDaySigns(mine.todayCounts)
          : mine.todayMissing(durationText(criteria.todayMissing, language))}
      </p>
      <WeekDots week={criteria.week} today={today} />
      <p>{weekText(criteria, mine)}</p>
      <ul class="criteria">
        <li>{mine.weekly(criteria.blocks)}</li>
        <li>{mine.regular(Math.min(criteria.qualifyingDays, criteria.neededDays), criteria.neededDays)}</li>
        {criteria.platforms && <li>{mine.breadth(criteria.platforms.used, criteria.platforms.expected)}</li>}
        <li>{enough(criteria, language)}</li>
      </ul>
    </section>
  )
}

function weekText({ weekMissing, weekLeft }: Criteria, mine: PopupTexts['mine']): string {
  if (weekMissing === 0) return mine.weekEnough
  return weekMissing <= weekLeft ? mine.weekMissing(weekMissing) : mine.weekOver
}

const enough = ({ typicalSeconds, enoughSeconds }: Criteria, language: Language): string =>
  popupTextsOf(language).mine.enough(
    countText(Math.floor(typicalSeconds / 60), language),
    countText(Math.round(enoughSeconds / 60), language),
  )
