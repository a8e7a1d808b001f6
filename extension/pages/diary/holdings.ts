// What the hub holds about me, and who looked at my unit's numbers: fetched by this device, signed, and kept nowhere.
import { ok } from '../../../shared/core/result.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { type Me, parseMe, parseViews, type Views } from '../../../shared/wire/me.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { fetchFromHub, type HubFetch, type HubResult } from '../../hub-client.ts'
import { signedRequest } from '../../signed-request.ts'
import type { Identity } from '../../store/schema.ts'

export interface Holdings {
  readonly me: Me
  readonly views: Views['views']
  /** When it was fetched. */
  readonly at: Millis
}

/** Two signed requests; the first that fails ends it. */
export async function fetchHoldings(
  self: Identity,
  fetch: HubFetch,
  now: Millis,
): Promise<HubResult<Holdings>> {
  const to = routes(self.hubUrl)
  const get = (url: string): Promise<Request> => signedRequest(self, { method: 'GET', url }, now)
  const me = await fetchFromHub(fetch, await get(to.me()), parseMe)
  if (!me.ok) return me
  const views = await fetchFromHub(fetch, await get(to.views()), parseViews)
  return views.ok ? ok({ me: me.value, views: views.value.views, at: now }) : views
}
