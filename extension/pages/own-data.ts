// What a person's own pages are drawn from: their days, the rules of their campaign, and their agency.

import { workCalendar } from '../../shared/core/calendar.ts'
import type { DayTotal } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import { campaignNow, campaignRulesNow } from '../store/campaign.ts'
import { diaryDays } from '../store/days.ts'
import type { Db } from '../store/db.ts'
import { identity } from '../store/identity.ts'
import type { CampaignRules, Identity } from '../store/schema.ts'
import type { CountingContext } from './criteria.ts'

export interface OwnData {
  readonly days: readonly DayTotal[]
  readonly bundle: CampaignRules
  readonly counting: CountingContext
  readonly self: Identity | null
  readonly agency: Agency | null
  /** How many platforms the unit is expected to use; 0 where no unit is known. */
  readonly expected: number
}

/** All of it in one go; where nobody has joined, the rules that were shipped. */
export async function readOwnData(db: Db, now: Millis): Promise<OwnData> {
  const self = await identity(db)
  const joined = self && (await campaignNow(db, now))
  const bundle = joined ?? (await campaignRulesNow(db, now))
  const days = await diaryDays(db)
  const agency = joined?.agencies.find(one => one.id === self?.agencyId) ?? null
  const expected = agency ? bundle.campaign.score.expected[agency.level].length : 0
  const counting = { rules: bundle.campaign.score, calendar: workCalendar(bundle.calendar) }
  return { days, bundle, counting, self, agency, expected }
}
