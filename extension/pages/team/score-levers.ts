// What would move the score most: counts of people by band, worked out from released figures alone.

import { FULL } from '../../../shared/core/basis-points.ts'
import type { Team, TeamWeek } from '../../../shared/wire/team.ts'

type Band = 'joining' | 'starting' | 'regular' | 'breadth' | 'enough'

export interface ScoreLever {
  readonly band: Band
  readonly people: number
  /** At most so many tenths of a point, if all of them came up to what is asked for. */
  readonly tenths: number
}

/** The largest first; a band that is hidden is left out. */
export function scoreLevers({ score }: Team, week: TeamWeek): readonly ScoreLever[] {
  const { headcount, enrolled, detail } = week
  if (!score || !detail || headcount === null || headcount === 0) return []
  const released = (cell: TeamWeek['enrolled']): number | null => (cell.told ? cell.value : null)
  const all = released(enrolled)
  const active = released(detail.active)
  const between = (whole: number | null, part: number | null): number | null =>
    whole === null || part === null ? null : whole - part
  const bands: readonly (readonly [Band, number | null, number])[] = [
    ['joining', between(headcount, all), FULL],
    ['starting', between(all, active), FULL],
    ['regular', between(active, released(detail.regular)), score.regular],
    ['breadth', narrow(detail, score.expected), score.breadth],
    ['enough', released(detail.short), score.enough],
  ]
  return bands
    .flatMap(([band, people, weight]) => {
      if (people === null || people <= 0) return []
      return [{ band, people, tenths: Math.round((people * weight) / headcount / 10) }]
    })
    .sort((a, b) => b.tenths - a.tenths)
}

/** Active people who used fewer platforms than the unit is expected to. */
function narrow({ breadth }: NonNullable<TeamWeek['detail']>, expected: number): number | null {
  const cells = breadth.slice(1, Math.min(expected, 3))
  return cells.every(cell => cell.told)
    ? cells.reduce((sum, cell) => sum + (cell.told ? cell.value : 0), 0)
    : null
}
