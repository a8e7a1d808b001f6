// The campaign from the hub: platforms, calendar, rules. Until it has responded once, what was shipped counts.

import { HOUR_MS } from '../../shared/core/day.ts'
import { parseCampaignBundle, parseCampaignList } from '../../shared/wire/campaign.ts'
import { routes } from '../../shared/wire/routes.ts'
import { fetchFromHub } from '../hub-client.ts'
import { unsignedRequest } from '../signed-request.ts'
import { identity } from '../store/identity.ts'
import { setSetting, setting } from '../store/settings.ts'
import type { SyncContext } from './context.ts'

const REFRESH_AFTER_MS = 6 * HOUR_MS

export type Refreshed = 'not-enrolled' | 'still-fresh' | 'refreshed' | 'failed'

/** Fetches again when the kept campaign is old; a clock that was set back makes it old as well. */
export async function refreshCampaignWhenOld(context: SyncContext): Promise<Refreshed> {
  const age = context.now() - ((await setting(context.db, 'campaign'))?.at ?? 0)
  return age >= 0 && age < REFRESH_AFTER_MS ? 'still-fresh' : refreshCampaign(context)
}

/** Fetches the running campaign of the hub where this device is enrolled; nothing is requested before that. */
export async function refreshCampaign({ db, fetch, now }: SyncContext): Promise<Refreshed> {
  const self = await identity(db)
  if (!self) return 'not-enrolled'
  const to = routes(self.hubUrl)
  const list = await fetchFromHub(
    fetch,
    unsignedRequest({ method: 'GET', url: to.campaigns() }),
    parseCampaignList,
  )
  const running = list.ok ? list.value.campaigns[0] : undefined
  if (!running) return 'failed'
  const request = unsignedRequest({ method: 'GET', url: to.campaign(running.id) })
  const result = await fetchFromHub(fetch, request, parseCampaignBundle)
  if (!result.ok) return 'failed'
  await setSetting(db, 'campaign', { bundle: result.value, at: now() })
  return 'refreshed'
}
