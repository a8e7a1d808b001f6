// A person's days → credit; an agency's credits → score, with the reasons. Ours, not an official index.
import type { PlatformId } from './activity.ts'
import { isWorkingDay, type WorkCalendar, windowEnding } from './calendar.ts'
import type { DayKey } from './day.ts'

/** Parts of a whole in integer basis points: 10 000 = all of it. */
export type BasisPoints = number

/** Tenths of a point, 0–1000: what is shown (`87,4` is 874) and what is ranked. */
export type Tenths = number

/** One platform on one day, of one person (all devices added). Whole seconds. */
export interface PersonDay {
  readonly day: DayKey
  readonly platform: PlatformId
  readonly seconds: number
}

/** The four criteria, in the order of their weights. */
export const CRITERIA = ['weekly', 'regular', 'breadth', 'enough'] as const
export type Criterion = (typeof CRITERIA)[number]

/** How a campaign scores; all of it campaign data. */
export interface ScoreRules {
  /** đều đặn theo tuần · thường xuyên · độ rộng · thời gian đủ; basis points, together 10 000. */
  readonly weights: Readonly<Record<Criterion, BasisPoints>>
  /** A day qualifies from this much active time on tracked platforms. */
  readonly qualifyingSeconds: number
  /** At most this much of one platform counts in one day. */
  readonly platformDayCapSeconds: number
  /** This part of the working days is "regular". */
  readonly regularShare: BasisPoints
  /** A platform is in use when it was used on so many days. */
  readonly breadthDays: number
  /** The median qualifying day that earns full credit. */
  readonly enoughSeconds: number
  /** The weight of the mean in the shown score, in people: `(N·A + prior·M) / (N + prior)`. */
  readonly priorPeople: number
  /** Stands for M until a first weekly final is frozen. */
  readonly priorMean: BasisPoints
}

/** What earned a person's credit. `null`: the criterion does not apply and leaves the denominator. */
export interface Credit {
  readonly parts: Readonly<Record<Criterion, BasisPoints | null>>
  /** The weighted whole, 0–10 000. */
  readonly total: BasisPoints
  readonly qualifyingDays: number
  readonly qualifiesToday: boolean
}

const FULL: BasisPoints = 10_000
const BLOCK_DAYS = 7

/**
 * A day → what gives a person's credit in the window that ends there; the window and its working days are worked out
 * once for everybody. Today can only help: until the person qualifies today, today is left out of the working days.
 * `expectedPlatforms`: how many platforms the unit is expected to use; 0 = breadth does not apply
 */
export function creditOn(
  today: DayKey,
  rules: ScoreRules,
  calendar: WorkCalendar,
): (days: readonly PersonDay[], expectedPlatforms: number) => Credit {
  const window = windowEnding(today)
  const inside = new Set(window)
  const before = window.filter(day => day !== today && isWorkingDay(day, calendar)).length
  const worksToday = isWorkingDay(today, calendar) ? 1 : 0
  return (days, expectedPlatforms) => {
    const counted = secondsByDay(days, rules)
    const qualifying = window.filter(day => (counted.get(day) ?? 0) >= rules.qualifyingSeconds)
    const qualifiesToday = qualifying.at(-1) === today
    const workingDays = before + (qualifiesToday ? worksToday : 0)
    const parts = {
      weekly: weeklyPart(window, new Set(qualifying)),
      regular: share(qualifying.length * FULL, workingDays * rules.regularShare),
      breadth: share(platformsInUse(days, inside, rules), expectedPlatforms),
      enough: share(median(qualifying.map(day => counted.get(day) ?? 0)), rules.enoughSeconds),
    }
    return { parts, total: weigh(parts, rules), qualifyingDays: qualifying.length, qualifiesToday }
  }
}

/** Active seconds of each day, each platform up to its cap. */
export function secondsByDay(days: readonly PersonDay[], rules: ScoreRules): ReadonlyMap<DayKey, number> {
  const sums = new Map<DayKey, number>()
  for (const { day, seconds } of days) {
    sums.set(day, (sums.get(day) ?? 0) + Math.min(seconds, rules.platformDayCapSeconds))
  }
  return sums
}

const weeklyPart = (window: readonly DayKey[], qualifying: ReadonlySet<DayKey>): BasisPoints => {
  const blocks = window.length / BLOCK_DAYS
  const used = Array.from({ length: blocks }, (_, i) => window.slice(i * BLOCK_DAYS, (i + 1) * BLOCK_DAYS))
  return Math.floor((used.filter(block => block.some(day => qualifying.has(day))).length * FULL) / blocks)
}

function platformsInUse(days: readonly PersonDay[], inside: ReadonlySet<DayKey>, rules: ScoreRules): number {
  const used = new Map<PlatformId, number>()
  for (const { day, platform, seconds } of days) {
    if (seconds > 0 && inside.has(day)) used.set(platform, (used.get(platform) ?? 0) + 1)
  }
  return [...used.values()].filter(count => count >= rules.breadthDays).length
}

/** `min(1, part / whole)`; a whole of 0 means that the criterion does not apply. */
const share = (part: number, whole: number): BasisPoints | null =>
  whole <= 0 ? null : Math.min(FULL, Math.floor((part * FULL) / whole))

function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

function weigh(parts: Credit['parts'], rules: ScoreRules): BasisPoints {
  const applying = CRITERIA.filter(c => parts[c] !== null)
  const weight = applying.reduce((sum, c) => sum + rules.weights[c], 0)
  const earned = applying.reduce((sum, c) => sum + rules.weights[c] * (parts[c] ?? 0), 0)
  return weight === 0 ? 0 : Math.floor(earned / weight)
}

/** A = Σx / N over the official headcount: whoever is not enrolled counts 0. */
export const agencyMean = (creditSum: number, headcount: number): BasisPoints =>
  headcount <= 0 ? 0 : Math.floor(creditSum / headcount)

/**
 * S = (N·A + prior·M) / (N + prior), in tenths of a point: one person moves it by at most
 * 100 / (N + prior) points.
 * @param creditSum Σx of the agency's people, basis points (N·A without rounding)
 * @param mean M, the frozen mean of the last weekly final, basis points
 */
export const agencyScore = (
  creditSum: number,
  headcount: number,
  mean: BasisPoints,
  rules: ScoreRules,
): Tenths => {
  const people = headcount + rules.priorPeople
  if (people <= 0) return 0
  return Math.round((creditSum + rules.priorPeople * mean) / people / 10)
}

/** A tier of the campaign file, from its lower bound upwards. */
export interface Tier {
  readonly id: string
  /** Lower bound, in points 0–100. */
  readonly from: number
}

/** The tier of a score; tiers in any order. */
export const tierOf = (score: Tenths, tiers: readonly Tier[]): string | null =>
  [...tiers].sort((a, b) => b.from - a.from).find(tier => score >= tier.from * 10)?.id ?? null
