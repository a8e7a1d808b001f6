// The campaign from the hub: platforms, calendar, rules. Until it answers, what was shipped counts.

import { HOUR_MS } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import { parseCampaignBundle, parseCampaignList } from '../../shared/wire/campaign.ts'
import { routes } from '../../shared/wire/routes.ts'
import { ask, type Post } from '../hub-client.ts'
import { plainRequest } from '../signed-request.ts'
import type { Db } from '../store/db.ts'
import { identity } from '../store/identity.ts'
import { setSetting, setting } from '../store/settings.ts'

const REFRESH_AFTER_MS = 6 * HOUR_MS

export interface Refreshing {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

export type Refreshed = 'not-enrolled' | 'still-fresh' | 'refreshed' | 'failed'

/** Asks the hub again when the kept campaign is old; a clock that was set back makes it old as well. */
export async function refreshWhenOld(tools: Refreshing): Promise<Refreshed> {
  const age = tools.now() - ((await setting(tools.db, 'campaign'))?.at ?? 0)
  return age >= 0 && age < REFRESH_AFTER_MS ? 'still-fresh' : refresh(tools)
}

/** Fetches the running campaign of the hub where this device is enrolled; nothing is asked before that. */
export async function refresh({ db, post, now }: Refreshing): Promise<Refreshed> {
  const self = await identity(db)
  if (!self) return 'not-enrolled'
  const to = routes(self.hubUrl)
  const list = await ask(post, plainRequest({ method: 'GET', url: to.campaigns() }), parseCampaignList)
  const running = list.ok ? list.value.campaigns[0] : undefined
  if (!running) return 'failed'
  const request = plainRequest({ method: 'GET', url: to.campaign(running.id) })
  const answer = await ask(post, request, parseCampaignBundle)
  if (!answer.ok) return 'failed'
  await setSetting(db, 'campaign', { bundle: answer.value, at: now() })
  return 'refreshed'
}
