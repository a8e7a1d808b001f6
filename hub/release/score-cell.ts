// An agency's sums → the one cell that may be released. Pure: core decides.

import { type BasisPoints, FULL } from '../../shared/core/basis-points.ts'
import { addDays, type DayKey, daysBetween, mondayOf, weekOf } from '../../shared/core/day.ts'
import { agencyScore, tierOf } from '../../shared/core/score.ts'
import { isLargeEnough } from '../../shared/core/suppress.ts'
import type { ScoreSettings } from '../../shared/wire/campaign.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'

/** What is known of an agency on the day that is scored. Never leaves the hub. */
export interface AgencyNumbers {
  readonly headcount: number | null
  readonly enrolled: number
  readonly contributors: number
  readonly creditSum: number
  /** Whole weeks of data so far. */
  readonly weeks: number
}

/** What may leave it. */
export interface Cell {
  readonly state: AgencyScore['state']
  readonly score: number | null
  readonly tier: string | null
}

/** N. Where more have joined than an outdated roll says, all who joined count: a score never passes 100. */
export const peopleOf = ({ headcount, enrolled }: Pick<AgencyNumbers, 'headcount' | 'enrolled'>): number =>
  Math.max(headcount ?? 0, enrolled)

/** @param mean M of the agency's level @param k the minimum group */
export function cellOf(at: AgencyNumbers, mean: BasisPoints, rules: ScoreSettings, k: number): Cell {
  if (at.headcount === null) return { state: 'no-data', score: null, tier: null }
  if (!isLargeEnough(at.contributors, at.headcount, k))
    return { state: 'suppressed', score: null, tier: null }
  const score = agencyScore(at.creditSum, peopleOf(at), mean, rules)
  const early =
    at.enrolled * FULL < rules.provisional.enrolledBelow * at.headcount ||
    at.weeks < rules.provisional.weeksBelow
  return { state: early ? 'provisional' : 'ranked', score, tier: tierOf(score, rules.tiers) }
}

/** Whole ISO weeks from the one that holds `first` up to `today`; a running week is not whole. */
export function wholeWeeks(first: DayKey | null, today: DayKey): number {
  if (first === null || first > today) return 0
  return Math.floor((daysBetween(mondayOf(weekOf(first)), addDays(today, 1)) || 0) / 7)
}
