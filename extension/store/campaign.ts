// The campaign that runs on this device: as the hub last published it, else as it was shipped.

import type { PlatformId } from '../../shared/core/activity.ts'
import { dayOf } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { CampaignBundle, Platform } from '../../shared/wire/campaign.ts'
import type { Db } from './db.ts'
import type { CampaignRules } from './schema.ts'
import { setting } from './settings.ts'

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

/** The platforms on which time is earned. */
export const trackedPlatforms = (bundle: CampaignRules): ReadonlySet<PlatformId> =>
  new Set(bundle.platforms.filter(p => p.use === 'track').map(p => p.id))

/** Those that the extension may recognise without asking further: the province's and the national ones. */
export const ownPlatforms = (bundle: CampaignRules): readonly Platform[] =>
  bundle.platforms.filter(p => p.use === 'track' && p.scope !== 'other-province')
