// The week as five dots: shape and words say what the colour says.

import { popupTextsOf } from '../../shared/text/popup.ts'
import { dayText, durationText } from '../../shared/ui/format.ts'
import { useLanguage } from '../../shared/ui/language-context.ts'
import type { MarkedDay } from './criteria.ts'
import { drawDaySigns, SIGNS } from './day-signs.ts'

interface Props {
  readonly week: readonly MarkedDay[]
  readonly today: string
}

/** The days of a week as signs, each with its word for the ear. */
export function WeekDots({ week, today }: Props) {
  const language = useLanguage()
  const { marks, weekdays } = popupTextsOf(language)
  return (
    <ol class="dots">
      {week.map(({ day, mark, seconds }, i) => (
        <li key={day} class={mark} aria-current={day === today ? 'date' : undefined} title={dayText(day)}>
          <span aria-hidden="true">{weekdays[i]}</span>
          <span aria-hidden="true" class="sign">
            {drawDaySigns(SIGNS[mark])}
          </span>
          <span class="unseen">
            {dayText(day)}: {marks[mark]}
            {seconds > 0 && `, ${durationText(seconds, language)}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
