// The worked example of "how the score is counted": invented days, counted by the very code that counts everybody.
import { WINDOW_DAYS, windowEnding } from '../../../shared/core/calendar.ts'
import { type DayKey, weekdayOf } from '../../../shared/core/day.ts'
import {
  agencyScore,
  type Credit,
  creditOn,
  type PersonDay,
  type Tenths,
} from '../../../shared/core/score.ts'
import type { ScoreSettings } from '../../../shared/wire/campaign.ts'

export interface Example {
  readonly credit: Credit
  readonly weeks: number
  readonly workingDays: number
  readonly used: number
  readonly expected: number
  readonly medianSeconds: number
  readonly people: number
  readonly enrolled: number
  /** Last week's mean, tenths of a point. */
  readonly mean: Tenths
  readonly score: Tenths
}

/** A Sunday after four weeks without holidays: 20 working days. */
const TODAY: DayKey = '2026-11-22'
const NO_HOLIDAYS = { off: [], makeUp: [] }
const WEEKS = 3
const DAYS_A_WEEK = 3
const PEOPLE = 50
const ENROLLED = 45
const MEAN: Tenths = 680

/** The figures of the example, by the very functions that make real scores. */
export function workedExample(score: ScoreSettings): Example {
  const expected = score.expected.province
  const used = expected.slice(0, Math.max(1, Math.ceil(expected.length / 2)))
  const medianSeconds = Math.max(score.qualifyingSeconds, Math.round((score.enoughSeconds * 3) / 4))
  const days = qualifyingDays().flatMap(day =>
    used.map((platform): PersonDay => ({ day, platform, seconds: Math.ceil(medianSeconds / used.length) })),
  )
  const credit = creditOn(TODAY, score, NO_HOLIDAYS)(days, expected.length)
  return {
    credit,
    weeks: WEEKS,
    workingDays: windowEnding(TODAY).filter(day => weekdayOf(day) <= 5).length,
    used: used.length,
    expected: expected.length,
    medianSeconds,
    people: PEOPLE,
    enrolled: ENROLLED,
    mean: MEAN,
    score: agencyScore(credit.total * ENROLLED, PEOPLE, MEAN * 10, score),
  }
}

/** Monday to Wednesday of each week but the last. */
const qualifyingDays = (): readonly DayKey[] =>
  windowEnding(TODAY, WINDOW_DAYS)
    .slice(0, WEEKS * 7)
    .filter(day => weekdayOf(day) <= DAYS_A_WEEK)
