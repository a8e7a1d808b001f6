// Seen: each day with its time, how it counted and why, and the way to erase it.

import { type DayKey, weekdayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { dayText, durationText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { ConfirmButton } from '../ConfirmButton.tsx'
import type { MarkedDay } from '../criteria.ts'
import { drawDaySigns, SIGNS } from '../day-signs.ts'
import { Scrollable } from '../Scrollable.tsx'
import type { DiaryModel } from './model.ts'

interface Props {
  readonly model: DiaryModel
}

/** Day by day, platform by platform, the newest first; each day can be erased. */
export function DayTable({ model }: Props) {
  const language = useLanguage()
  const { diary } = textsOf(language)
  const days = [...model.shown.value].reverse().filter(({ mark }) => mark !== 'ahead' && mark !== 'off')
  if (days.length === 0) return null
  return (
    <Scrollable label={diary.daysTitle}>
      <table class="day-table">
        <caption>{diary.daysTitle}</caption>
        <thead>
          <tr>
            {diary.dayColumns.map(heading => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <td class="act" />
          </tr>
        </thead>
        <tbody>
          {days.map(one => (
            <DayRow key={one.day} one={one} model={model} />
          ))}
        </tbody>
      </table>
    </Scrollable>
  )
}

function DayRow({ one, model }: Props & { one: MarkedDay }) {
  const language = useLanguage()
  const { weekdays } = textsOf(language)
  const rows = model.rows.value.filter(row => row.day === one.day).sort((a, b) => b.seconds - a.seconds)
  const total = rows.reduce((sum, row) => sum + row.seconds, 0)
  return (
    <tr>
      <th scope="row">
        {weekdays[weekdayOf(one.day) - 1]} {dayText(one.day)}
      </th>
      <td class="span">{total > 0 ? durationText(total, language) : '–'}</td>
      <td class="words">
        <span aria-hidden="true">{drawDaySigns(SIGNS[one.mark])} </span>
        {countedText(one, total, model, language)}
      </td>
      <td class="words parts">
        <ul>
          {rows.map(row => (
            <li key={row.platform}>
              {model.nameOf(row.platform, language)}: {durationText(row.seconds, language)}
            </li>
          ))}
        </ul>
      </td>
      <td class="act">{total > 0 && <EraseDay day={one.day} model={model} />}</td>
    </tr>
  )
}

function EraseDay({ day, model }: Props & { day: DayKey }) {
  const language = useLanguage()
  const { diary } = textsOf(language)
  return (
    <ConfirmButton
      name={`erase-${day}`}
      label={diary.erase}
      spoken={diary.eraseDay(dayText(day))}
      question={diary.sureDay(dayText(day))}
      act={() => model.eraseDay(day)}
    />
  )
}

/** How a day counted, and why. */
function countedText(
  { mark, seconds }: MarkedDay,
  total: number,
  model: DiaryModel,
  language: Language,
): string {
  const { diary, marks } = textsOf(language)
  const { qualifyingSeconds, platformDayCapSeconds } = model.own.value.bundle.campaign.score
  const needed = durationText(qualifyingSeconds, language)
  const cap = total > seconds ? ` ${diary.capped(durationText(platformDayCapSeconds, language))}` : ''
  if (mark === 'counted') return diary.counts(needed) + cap
  return mark === 'some' ? diary.countsNot(needed) : marks[mark]
}
