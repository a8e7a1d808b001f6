// A diary's rows → the stacks of its bars: platforms with most time first, the rest as one. Pure.
import type { PlatformId } from '../../../shared/core/activity.ts'
import type { DayKey } from '../../../shared/core/day.ts'
import type { PersonDay } from '../../../shared/core/score.ts'

export interface StackSeries {
  /** Null: all platforms that have no stack of their own. */
  readonly platform: PlatformId | null
  /** Seconds of each day, in the order of the days. */
  readonly seconds: readonly number[]
  readonly total: number
}

/** More patterns than these nobody tells apart: the rest stands together. */
export const KINDS = 5

/** The stacks of the days, the longest first and the rest last. */
export function stackSeriesOf(rows: readonly PersonDay[], days: readonly DayKey[]): readonly StackSeries[] {
  const inside = rows.filter(({ day, seconds }) => seconds > 0 && days.includes(day))
  const own = largest(inside)
  const stacks = own.map(platform =>
    seriesOf(
      platform,
      inside.filter(row => row.platform === platform),
      days,
    ),
  )
  const rest = inside.filter(row => !own.includes(row.platform))
  return rest.length > 0 ? [...stacks, seriesOf(null, rest, days)] : stacks
}

function seriesOf(
  platform: PlatformId | null,
  rows: readonly PersonDay[],
  days: readonly DayKey[],
): StackSeries {
  const seconds = days.map(day => sum(rows.filter(row => row.day === day).map(row => row.seconds)))
  return { platform, seconds, total: sum(seconds) }
}

/** How high each stack ends on each day, the lowest stack first. */
export function endsOf(stacks: readonly StackSeries[]): readonly (readonly number[])[] {
  return stacks.map((stack, i) =>
    stack.seconds.map((_, day) => sum(stacks.slice(0, i + 1).map(one => one.seconds[day] ?? 0))),
  )
}

/** The sum; 0 of nothing. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

function largest(rows: readonly PersonDay[]): readonly PlatformId[] {
  const sums = new Map<PlatformId, number>()
  for (const { platform, seconds } of rows) sums.set(platform, (sums.get(platform) ?? 0) + seconds)
  return [...sums]
    .sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1))
    .slice(0, KINDS)
    .map(([platform]) => platform)
}

const MINUTE = 60
const STEPS = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360].map(minutes => minutes * MINUTE)
const MOST_STEPS = 4

/** The scale beside the bars: whole steps up to at least the longest day, few enough to read. */
export function scaleOf(longest: number): { readonly step: number; readonly top: number } {
  const step = STEPS.find(one => one * MOST_STEPS >= longest) ?? STEPS.at(-1) ?? MINUTE
  return { step, top: Math.max(1, Math.ceil(longest / step)) * step }
}
