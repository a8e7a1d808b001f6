// A signed request that takes the person out of the unit that they named.
import type { Millis } from '../../../shared/core/time.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { fetchFromHub, type HubFetch, type HubResult, parseEmpty } from '../../hub-client.ts'
import { signedRequest } from '../../signed-request.ts'
import type { Identity } from '../../store/schema.ts'

/** Ok when the hub has done it; what it holds afterwards is fetched anew. */
export async function leaveUnit(self: Identity, fetch: HubFetch, now: Millis): Promise<HubResult<null>> {
  const request = { method: 'DELETE', url: routes(self.hubUrl).unit() } as const
  return fetchFromHub(fetch, await signedRequest(self, request, now), parseEmpty)
}
