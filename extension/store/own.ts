// What a person's own pages are drawn from: their days, the rules of their campaign, and their agency.
import type { Millis } from '../../shared/core/activity.ts'
import type { DayTotal } from '../../shared/core/day.ts'
import { type Agency, type CampaignBundle, workCalendar } from '../../shared/wire/campaign.ts'
import { campaignNow } from './campaign.ts'
import { diaryDays } from './days.ts'
import type { Db } from './db.ts'
import { type Identity, identity } from './identity.ts'

export interface Own {
  readonly days: readonly DayTotal[]
  readonly bundle: CampaignBundle
  readonly calendar: ReturnType<typeof workCalendar>
  readonly self: Identity | null
  readonly agency: Agency | null
  /** How many platforms the unit is expected to use; 0 where no unit is known. */
  readonly expected: number
}

export async function readOwn(db: Db, now: Millis): Promise<Own> {
  const [bundle, days, self] = await Promise.all([campaignNow(db, now), diaryDays(db), identity(db)])
  const agency = bundle.agencies.find(one => one.id === self?.agencyId) ?? null
  const expected = agency ? bundle.campaign.score.expected[agency.level].length : 0
  return { days, bundle, calendar: workCalendar(bundle.calendar), self, agency, expected }
}
