// A person's stored days → the credit and the flag that the sums of the agency are made of.
import { windowEnding } from '../shared/core/calendar.ts'
import type { DayKey } from '../shared/core/day.ts'
import { type PersonDay, personCredit } from '../shared/core/score.ts'
import type { Campaign, Level } from '../shared/wire/campaign.ts'
import type { Campaigns } from './campaigns.ts'

/** What one person adds to their agency. */
export interface Contribution {
  /** Basis points, 0–10 000. */
  readonly total: number
  /** 1 where there is any active time in the window. */
  readonly contributes: 0 | 1
}

/** The first day of the window that ends with `today`. */
export const windowStart = (today: DayKey): DayKey => windowEnding(today)[0] ?? today

/** @param days the person's days inside the window */
export function contribution(
  days: readonly PersonDay[],
  today: DayKey,
  level: Level,
  campaign: Campaign,
  campaigns: Campaigns,
): Contribution {
  if (!days.some(day => day.seconds > 0)) return { total: 0, contributes: 0 }
  const { score } = campaign
  const { total } = personCredit(days, today, score.expected[level].length, score, campaigns.workdays)
  return { total, contributes: 1 }
}
