// A person's own four criteria, from the days on this device: the same arithmetic as the agency's score, told to nobody.
import { isWorkingDay, type WorkCalendar, windowEnding } from '../../shared/core/calendar.ts'
import { addDays, type DayKey, type DayTotal, weekdayOf } from '../../shared/core/day.ts'
import {
  type Credit,
  creditOn,
  type PersonDay,
  type ScoreRules,
  secondsByDay,
} from '../../shared/core/score.ts'

/**
 * `counted`: enough active time · `some`: less than that · `none`: a working day without · `off`: a day off
 * · `ahead`: still to come, and today until there is time
 */
export type DayMark = 'counted' | 'some' | 'none' | 'off' | 'ahead'

export interface MarkedDay {
  readonly day: DayKey
  readonly mark: DayMark
  readonly seconds: number
}

export interface Criteria {
  /** Monday to Friday of the week of today. */
  readonly week: readonly MarkedDay[]
  /** Qualifying days that this week still needs, and the working days on which they can be made. */
  readonly weekMissing: number
  readonly weekLeft: number
  readonly qualifiesToday: boolean
  /** Seconds that today still needs; 0 when it qualifies. */
  readonly todayMissing: number
  /** Seven-day blocks with a qualifying day, of 4. */
  readonly blocks: number
  readonly qualifyingDays: number
  readonly neededDays: number
  /** Platforms in use; null: no unit, so breadth does not apply. */
  readonly platforms: { readonly used: number; readonly expected: number } | null
  /** What earns the fourth criterion, as seconds of a typical qualifying day, at most what is needed. */
  readonly typicalSeconds: number
  readonly enoughSeconds: number
}

const FULL = 10_000
const BLOCKS = 4
const DOTS = 5

export const personDays = (days: readonly DayTotal[]): readonly PersonDay[] =>
  days.map(({ day, platform, ms }) => ({ day, platform, seconds: Math.floor(ms / 1000) }))

/** @param expected how many platforms the unit is expected to use; 0: breadth does not apply */
export function criteriaOf(
  days: readonly PersonDay[],
  today: DayKey,
  expected: number,
  rules: ScoreRules,
  calendar: WorkCalendar,
): Criteria {
  const credit = creditOn(today, rules, calendar)(days, expected)
  const week = markedDays(days, weekdaysOf(today), today, rules, calendar)
  const counted = secondsByDay(days, rules).get(today) ?? 0
  return {
    week,
    ...ofWeek(week, today, rules, calendar),
    qualifiesToday: credit.qualifiesToday,
    todayMissing: Math.max(0, rules.qualifyingSeconds - counted),
    ...partsOf(credit, today, rules, calendar),
    platforms: breadth(credit, expected),
    enoughSeconds: rules.enoughSeconds,
  }
}

const weekdaysOf = (today: DayKey): readonly DayKey[] => {
  const monday = addDays(today, 1 - weekdayOf(today))
  return Array.from({ length: DOTS }, (_, i) => addDays(monday, i))
}

/** A week is enough by the same share of its working days as the window. */
function ofWeek(week: readonly MarkedDay[], today: DayKey, rules: ScoreRules, calendar: WorkCalendar) {
  const working = week.filter(({ day }) => isWorkingDay(day, calendar))
  const needed = Math.ceil((working.length * rules.regularShare) / FULL)
  const made = week.filter(({ mark }) => mark === 'counted').length
  const left = working.filter(({ day, mark }) => day >= today && mark !== 'counted').length
  return { weekMissing: Math.max(0, needed - made), weekLeft: left }
}

function partsOf(
  { parts, qualifyingDays, qualifiesToday }: Credit,
  today: DayKey,
  rules: ScoreRules,
  calendar: WorkCalendar,
) {
  const working = windowEnding(today).filter(
    day => isWorkingDay(day, calendar) && (day !== today || qualifiesToday),
  )
  return {
    blocks: Math.round(((parts.weekly ?? 0) * BLOCKS) / FULL),
    qualifyingDays,
    neededDays: Math.ceil((working.length * rules.regularShare) / FULL),
    typicalSeconds: Math.round(((parts.enough ?? 0) * rules.enoughSeconds) / FULL),
  }
}

const breadth = ({ parts }: Credit, expected: number): Criteria['platforms'] =>
  parts.breadth === null ? null : { used: Math.round((parts.breadth * expected) / FULL), expected }

/** Each day with its mark: how it counted, and why. */
export function markedDays(
  days: readonly PersonDay[],
  which: readonly DayKey[],
  today: DayKey,
  rules: ScoreRules,
  calendar: WorkCalendar,
): readonly MarkedDay[] {
  const seconds = secondsByDay(days, rules)
  return which.map(day => {
    const counted = seconds.get(day) ?? 0
    return { day, seconds: counted, mark: markOf(day, counted, today, rules, calendar) }
  })
}

function markOf(
  day: DayKey,
  seconds: number,
  today: DayKey,
  rules: ScoreRules,
  calendar: WorkCalendar,
): DayMark {
  if (seconds >= rules.qualifyingSeconds) return 'counted'
  if (seconds > 0) return 'some'
  if (!isWorkingDay(day, calendar)) return 'off'
  return day >= today ? 'ahead' : 'none'
}
