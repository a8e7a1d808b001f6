// The campaign that runs on this device: as the hub last told it, else as it was shipped.

import type { PlatformId } from '../../shared/core/activity.ts'
import { dayOf } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { CampaignBundle, Platform } from '../../shared/wire/campaign.ts'
import type { Db } from './db.ts'
import { setting } from './settings.ts'

/** What counting needs: all but the agencies. */
export type Counting = Omit<CampaignBundle, 'agencies' | 'blocks'>

export async function campaignNow(db: Db, now: Millis): Promise<CampaignBundle> {
  const told = await setting(db, 'campaign')
  if (told) return told.bundle
  const [counting, { shippedAgencies }] = await Promise.all([
    countingNow(db, now),
    import('./shipped-agencies.ts'),
  ])
  return { ...counting, ...shippedAgencies() }
}

/** For who has joined no agency yet. */
export async function countingNow(db: Db, now: Millis): Promise<Counting> {
  const told = await setting(db, 'campaign')
  if (told) return told.bundle
  const { shippedCampaign } = await import('./shipped.ts')
  return shippedCampaign(dayOf(now))
}

/** The platforms on which time is earned. */
export const trackedPlatforms = (bundle: Counting): ReadonlySet<PlatformId> =>
  new Set(bundle.platforms.filter(p => p.use === 'track').map(p => p.id))

/** Those that the extension may recognise without asking further: the province's and the national ones. */
export const ownPlatforms = (bundle: Counting): readonly Platform[] =>
  bundle.platforms.filter(p => p.use === 'track' && p.scope !== 'other-province')
