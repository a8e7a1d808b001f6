// What an agency's week is made of, before anything of it may be told. Never leaves the hub.
import type { BothLanguages } from '../../shared/wire/parse.ts'

/** One person's week. Never leaves the hub. */
export interface PersonWeek {
  readonly unit: string | null
  /** Qualifying days that are working days, and all of them. */
  readonly workdays: number
  readonly days: number
  readonly platforms: readonly string[]
  /** Median active minutes of the qualifying days, capped. */
  readonly minutes: number
}

/** An agency's week: its frozen membership and what it did. Never leaves the hub. */
export interface TeamNumbers {
  readonly headcount: number | null
  /** People in the frozen membership when it was frozen; who erased their data since is no longer in `people`. */
  readonly enrolled: number
  /** The same by unit; '' for those who named none. */
  readonly sizes: ReadonlyMap<string, number>
  /** People who ever sent a day total, with those who erased their data since. */
  readonly reported: number
  /** So many of them are known from the weeks that were released of this membership: `everKnown`. */
  readonly known?: number
  readonly people: readonly PersonWeek[]
  readonly membersSince: string | null
  readonly invited: number | null
  /** The units of the agency, by id. */
  readonly units: ReadonlyMap<string, BothLanguages>
}

/** How the week is looked at. */
export interface WeekRules {
  readonly k: number
  /** Working days of the week. */
  readonly workdays: number
  /** Qualifying days that make a week regular. */
  readonly regularDays: number
  /** Median minutes that earn full credit. */
  readonly enoughMinutes: number
  /** The platforms that are told, whoever uses them. */
  readonly platforms: readonly string[]
}
