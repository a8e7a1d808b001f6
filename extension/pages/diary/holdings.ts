// What the hub holds about me, and who looked at my unit's numbers: asked by this device, signed, and kept nowhere.
import type { Millis } from '../../../shared/core/time.ts'
import { type Me, parseMe, parseViews, type Views } from '../../../shared/wire/me.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { ask, type Post, type Refused } from '../../hub-client.ts'
import { signedRequest } from '../../signed-request.ts'
import type { Identity } from '../../store/identity.ts'

export interface Holdings {
  readonly me: Me
  readonly views: Views['views']
  readonly at: Millis
}

export async function askHoldings(self: Identity, post: Post, now: Millis): Promise<Holdings | Refused> {
  const to = routes(self.hubUrl)
  const get = (url: string): Promise<Request> => signedRequest(self, { method: 'GET', url }, now)
  const me = await ask(post, await get(to.me()), parseMe)
  if (!me.ok) return me
  const views = await ask(post, await get(to.views()), parseViews)
  return views.ok ? { me: me.value, views: views.value.views, at: now } : views
}
