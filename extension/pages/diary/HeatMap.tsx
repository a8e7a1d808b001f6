// Seen: the days as a calendar. A sign and the minutes stand in each cell, so that no colour is needed.

import { addDays, weekdayOf } from '../../../shared/core/day.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { dayText, durationText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import type { MarkedDay } from '../criteria.ts'
import { drawDaySigns, SIGNS } from '../day-signs.ts'

/** From so many seconds on a cell is as dark as it gets: hours beyond add nothing. */
const DARKEST_SECONDS = 3600
const DEPTHS = 4

/** Weeks as rows of seven signs. */
export function HeatMap({ days }: { days: readonly MarkedDay[] }) {
  const language = useLanguage()
  const { diary, weekdays, marks } = textsOf(language)
  return (
    <table class="heat">
      <caption>
        {diary.heatTitle} <span class="faint">{drawDaySigns(diary.heatKey(SIGNS))}</span>
      </caption>
      <thead>
        <tr>
          {weekdays.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map(week => (
          <tr key={week[0]?.monday}>
            {week.map(({ key, day }) =>
              day ? (
                <td key={key} class={`${day.mark} depth-${depthOf(day.seconds)}`}>
                  <span aria-hidden="true" class="date">
                    {day.day.slice(8)}
                    <span class="month">/{day.day.slice(5, 7)}</span> {drawDaySigns(SIGNS[day.mark])}
                  </span>
                  <span class="unseen">
                    {dayText(day.day)}: {marks[day.mark]}
                  </span>
                  <span class="time">{day.seconds > 0 ? durationText(day.seconds, language) : ''}</span>
                </td>
              ) : (
                <td key={key} class="outside" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const depthOf = (seconds: number): number =>
  Math.min(DEPTHS, Math.ceil((Math.min(seconds, DARKEST_SECONDS) * DEPTHS) / DARKEST_SECONDS))

/** Whole weeks from Monday to Sunday; days outside of the stretch are empty. */
function weeksOf(days: readonly MarkedDay[]) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const known = new Map(days.map(one => [one.day, one]))
  const weeks: { monday: string; key: string; day: MarkedDay | undefined }[][] = []
  for (
    let monday = addDays(first.day, 1 - weekdayOf(first.day));
    monday <= last.day;
    monday = addDays(monday, 7)
  ) {
    weeks.push(
      Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map(key => ({
        monday,
        key,
        day: known.get(key),
      })),
    )
  }
  return weeks
}
