// A released week → its figures in their order: the page, the files and the digest all read this list and
// nothing else. Their names and meanings stand in shared/text/measures.
import type { Range, ReleasedCell, TeamWeek } from './team.ts'

/** `share` in basis points, `minutes` of a day. */
type Unit = 'count' | 'share' | 'minutes'

/** A measure of a week; its words stand in shared/text/measures, by this id. */
export type MeasureId =
  | 'headcount'
  | 'invited'
  | 'enrolled'
  | 'enrolledShare'
  | 'reported'
  | 'active'
  | 'activeShare'
  | 'regular'
  | 'stickiness'
  | 'breadth0'
  | 'breadth1'
  | 'breadth2'
  | 'breadth3'
  | 'minutes'
  | 'quartile1'
  | 'quartile3'
  | 'short'

interface Measure {
  readonly id: MeasureId
  readonly unit: Unit
  readonly of: (week: TeamWeek) => ReleasedCell<number> | null
}

/** A figure of a week; null where the week was released before it was kept, or it is not known. */
export interface Figure extends Omit<Measure, 'of'> {
  readonly cell: ReleasedCell<number> | null
}

const count = (value: number | null | undefined): ReleasedCell<number> | null =>
  value === null || value === undefined ? null : { told: true, value }

const bound = (cell: ReleasedCell<Range> | undefined, side: 'from' | 'to'): ReleasedCell<number> | null =>
  cell ? (cell.told ? { told: true, value: cell.value[side] } : cell) : null

const MEASURES: readonly Measure[] = [
  { id: 'headcount', unit: 'count', of: week => count(week.headcount) },
  { id: 'invited', unit: 'count', of: week => count(week.detail?.invited) },
  { id: 'enrolled', unit: 'count', of: week => week.enrolled },
  { id: 'enrolledShare', unit: 'share', of: week => week.enrolledShare },
  { id: 'reported', unit: 'count', of: week => week.detail?.reported ?? null },
  { id: 'active', unit: 'count', of: week => week.detail?.active ?? null },
  { id: 'activeShare', unit: 'share', of: week => week.activeShare },
  { id: 'regular', unit: 'count', of: week => week.detail?.regular ?? null },
  { id: 'stickiness', unit: 'share', of: week => week.detail?.stickiness ?? null },
  { id: 'breadth0', unit: 'count', of: week => week.detail?.breadth[0] ?? null },
  { id: 'breadth1', unit: 'count', of: week => week.detail?.breadth[1] ?? null },
  { id: 'breadth2', unit: 'count', of: week => week.detail?.breadth[2] ?? null },
  { id: 'breadth3', unit: 'count', of: week => week.detail?.breadth[3] ?? null },
  { id: 'minutes', unit: 'minutes', of: week => week.detail?.minutes ?? null },
  { id: 'quartile1', unit: 'minutes', of: week => bound(week.detail?.quartiles, 'from') },
  { id: 'quartile3', unit: 'minutes', of: week => bound(week.detail?.quartiles, 'to') },
  { id: 'short', unit: 'count', of: week => week.detail?.short ?? null },
]

/** The figures of a week in the order in which tables show them, told or not. */
export const figuresOf = (week: TeamWeek): readonly Figure[] =>
  MEASURES.map(({ of, ...measure }) => ({ ...measure, cell: of(week) }))

/** The figure of that id. A measure that is not in the list is a bug. */
export function figureOf(week: TeamWeek, id: MeasureId): Figure {
  const found = figuresOf(week).find(one => one.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}
