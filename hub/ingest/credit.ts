// A person's stored days → the credit and the flag that the sums of the agency are made of.
import { windowEnding } from '../../shared/core/calendar.ts'
import type { DayKey } from '../../shared/core/day.ts'
import { creditOn, type PersonDay } from '../../shared/core/score.ts'
import type { Campaign, Level } from '../../shared/wire/campaign.ts'
import type { Campaigns } from '../campaigns.ts'

/** What one person adds to their agency. */
export interface Contribution {
  /** Basis points, 0–10 000. */
  readonly total: number
  /** 1 where there is any active time in the window. */
  readonly contributes: 0 | 1
}

/** The first day of the window that ends with `today`. */
export const windowStart = (today: DayKey): DayKey => windowEnding(today)[0] ?? today

/** By which a person's days give a credit: the campaign's settings, the calendar's working days. */
export interface CreditRules {
  readonly campaign: Campaign
  readonly campaigns: Campaigns
}

/** @param days the person's days inside the window */
export const contribution = (
  days: readonly PersonDay[],
  today: DayKey,
  level: Level,
  rules: CreditRules,
): Contribution => contributing(today, rules.campaign, rules.campaigns)(days, level)

/** The same for many people of one day. */
export function contributing(
  today: DayKey,
  { score }: Campaign,
  { workdays }: Campaigns,
): (days: readonly PersonDay[], level: Level) => Contribution {
  const credit = creditOn(today, score, workdays)
  return (days, level) => {
    if (!days.some(day => day.seconds > 0)) return { total: 0, contributes: 0 }
    return { total: credit(days, score.expected[level].length).total, contributes: 1 }
  }
}
