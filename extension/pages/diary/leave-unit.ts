// A signed request that takes the person out of their unit, and what the hub holds afterwards.
import type { Millis } from '../../../shared/core/time.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { ask, type Post, type Refused } from '../../hub-client.ts'
import { signedRequest } from '../../signed-request.ts'
import type { Identity } from '../../store/identity.ts'

export async function leaveUnit(
  self: Identity,
  post: Post,
  now: Millis,
): Promise<{ readonly ok: true } | Refused> {
  const errand = { method: 'DELETE', url: routes(self.hubUrl).unit() } as const
  return ask(post, await signedRequest(self, errand, now), () => ({ ok: true, value: null }))
}
