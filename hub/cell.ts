// An agency's sums → the one cell that may be released, and the team's cells of a week. Pure: core decides.
import { addDays, type DayKey, daysBetween, mondayOf, weekOf } from '../shared/core/day.ts'
import { agencyScore, type BasisPoints, tierOf } from '../shared/core/score.ts'
import { isLargeEnough, mayTellShare } from '../shared/core/suppress.ts'
import type { ScoreSettings } from '../shared/wire/campaign.ts'
import type { AgencyScore } from '../shared/wire/snapshot.ts'
import type { HiddenBecause, TeamWeek } from '../shared/wire/team.ts'

/** What is known of an agency on the day that is scored. Never leaves the hub. */
export interface Standing {
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
export const peopleOf = ({ headcount, enrolled }: Pick<Standing, 'headcount' | 'enrolled'>): number =>
  Math.max(headcount ?? 0, enrolled)

/** @param mean M of the agency's level @param k the minimum group */
export function cellOf(at: Standing, mean: BasisPoints, rules: ScoreSettings, k: number): Cell {
  if (at.headcount === null) return { state: 'no-data', score: null, tier: null }
  if (!isLargeEnough(at.contributors, at.headcount, k))
    return { state: 'suppressed', score: null, tier: null }
  const score = agencyScore(at.creditSum, peopleOf(at), mean, rules)
  const early =
    at.enrolled * 10_000 < rules.provisional.enrolledBelow * at.headcount ||
    at.weeks < rules.provisional.weeksBelow
  return { state: early ? 'provisional' : 'ranked', score, tier: tierOf(score, rules.tiers) }
}

/** Whole ISO weeks from the one that holds `first` up to `today`; a running week is not whole. */
export function wholeWeeks(first: DayKey | null, today: DayKey): number {
  if (first === null || first > today) return 0
  return Math.floor((daysBetween(mondayOf(weekOf(first)), addDays(today, 1)) || 0) / 7)
}

/** Numbers of a team in one whole week. Never leaves the hub. */
export interface TeamNumbers {
  readonly headcount: number | null
  readonly enrolled: number
  /** People with a qualifying day that week. */
  readonly active: number
}

/** The released cells of one week. A count and its share hide together: one would tell the other. */
export function teamWeek(week: string, { headcount, enrolled, active }: TeamNumbers, k: number): TeamWeek {
  const enrolledWhy = hiddenBecause(enrolled, headcount, k)
  // Beside the headcount also among the enrolled: "all who joined were active" tells about each of them.
  const activeWhy =
    hiddenBecause(active, headcount, k) ?? (mayTellShare(active, enrolled) ? null : 'one-sided')
  const countWhy = enrolledWhy === 'no-headcount' && enrolled >= k ? null : enrolledWhy
  return {
    week,
    headcount,
    enrolled: countWhy ? { told: false, why: countWhy } : { told: true, value: enrolled },
    enrolledShare: share(enrolled, headcount, enrolledWhy),
    activeShare: share(active, headcount, activeWhy),
  }
}

function hiddenBecause(part: number, headcount: number | null, k: number): HiddenBecause | null {
  if (headcount === null) return 'no-headcount'
  if (!isLargeEnough(part, headcount, k)) return 'too-few'
  return mayTellShare(part, headcount) ? null : 'one-sided'
}

const share = (part: number, headcount: number | null, why: HiddenBecause | null): TeamWeek['activeShare'] =>
  why || !headcount
    ? { told: false, why: why ?? 'no-headcount' }
    : { told: true, value: Math.min(10_000, Math.round((part * 10_000) / headcount)) }
