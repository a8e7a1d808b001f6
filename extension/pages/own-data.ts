// What a person's own pages are drawn from: their days, the rules of their campaign, and their agency.

import { workCalendar } from '../../shared/core/calendar.ts'
import type { DayTotal } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import { type Counting, campaignNow, countingNow } from '../store/campaign.ts'
import { diaryDays } from '../store/days.ts'
import type { Db } from '../store/db.ts'
import { type Identity, identity } from '../store/identity.ts'

export interface Own {
  readonly days: readonly DayTotal[]
  readonly bundle: Counting
  readonly calendar: ReturnType<typeof workCalendar>
  readonly self: Identity | null
  readonly agency: Agency | null
  /** How many platforms the unit is expected to use; 0 where no unit is known. */
  readonly expected: number
}

export async function readOwn(db: Db, now: Millis): Promise<Own> {
  const self = await identity(db)
  const joined = self && (await campaignNow(db, now))
  const bundle = joined ?? (await countingNow(db, now))
  const days = await diaryDays(db)
  const agency = joined?.agencies.find(one => one.id === self?.agencyId) ?? null
  const expected = agency ? bundle.campaign.score.expected[agency.level].length : 0
  return { days, bundle, calendar: workCalendar(bundle.calendar), self, agency, expected }
}
