// The campaign that runs on this device: as the hub last published it, else as it was shipped.

import { dayOf } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { CampaignBundle } from '../../shared/wire/campaign.ts'
import type { Db } from './db.ts'
import type { CampaignRules } from './schema.ts'
import { setting } from './settings.ts'

/** The whole campaign with its agencies; the running one of those shipped where no hub has published any. */
export async function campaignNow(db: Db, now: Millis): Promise<CampaignBundle> {
  const kept = await setting(db, 'campaign')
  if (kept) return kept.bundle
  const [rules, { shippedAgencies }] = await Promise.all([
    campaignRulesNow(db, now),
    import('./shipped-agencies.ts'),
  ])
  return { ...rules, ...shippedAgencies() }
}

/** For who has joined no agency yet. */
export async function campaignRulesNow(db: Db, now: Millis): Promise<CampaignRules> {
  const kept = await setting(db, 'campaign')
  if (kept) return kept.bundle
  const { shippedCampaign } = await import('./shipped.ts')
  return shippedCampaign(dayOf(now))
}
