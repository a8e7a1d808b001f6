// May time be recorded now? Read at each observation, so that a withdrawal stops recording at once.

import { campaignState } from '../shared/core/calendar.ts'
import { dayOf } from '../shared/core/day.ts'
import type { Millis } from '../shared/core/time.ts'
import type { Db } from './store/db.ts'
import type { CampaignRules, Settings } from './store/schema.ts'
import { setting } from './store/settings.ts'

export type Recording =
  | { readonly on: true }
  | { readonly on: false; readonly why: 'no-consent' | 'campaign-over' }
  | { readonly on: false; readonly why: 'paused'; readonly until: Millis | null }

const isPaused = (pause: Settings['pause'] | undefined, now: Millis): boolean =>
  pause !== undefined && (pause.until === null || pause.until > now)

/** Consent, a running campaign and no pause are needed; the first that is missing is the reason. */
export async function recordingNow(db: Db, bundle: CampaignRules, now: Millis): Promise<Recording> {
  const [consent, pause] = await Promise.all([setting(db, 'consent'), setting(db, 'pause')])
  if (!consent) return { on: false, why: 'no-consent' }
  if (campaignState(bundle.campaign, dayOf(now)) !== 'running') return { on: false, why: 'campaign-over' }
  if (pause && isPaused(pause, now)) return { on: false, why: 'paused', until: pause.until }
  return { on: true }
}
