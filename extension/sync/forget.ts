// The end of the journey, when a person asks for it: the hub erases what it holds about them.
import type { Millis } from '../../shared/core/activity.ts'
import { ok, type Result } from '../../shared/core/result.ts'
import { routes } from '../../shared/wire/routes.ts'
import { ask, type Post } from '../ask.ts'
import type { Db } from '../store/db.ts'
import { eraseCounted } from '../store/erase.ts'
import { dropIdentity, identity } from '../store/identity.ts'
import { dropSetting, setSetting } from '../store/settings.ts'
import { signedRequest } from '../store/signed.ts'

export interface Forgetting {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

export type Forgotten = 'erased' | 'hub-later'

/**
 * Erases on this device at once, then at the hub. Where the hub cannot be reached the identity stays, so that
 * it can be asked again: `hub-later`.
 */
export async function forget({ db, post, now }: Forgetting): Promise<Forgotten> {
  await eraseCounted(db)
  const self = await identity(db)
  if (!self) return 'erased'
  await setSetting(db, 'eraseDue', true)
  const request = await signedRequest(self, { method: 'DELETE', url: routes(self.hubUrl).me() }, now())
  const answer = await ask(post, request, (): Result<null, 'invalid'> => ok(null))
  const gone = answer.ok || answer.why === 'device-unknown'
  if (!gone) return 'hub-later'
  await dropIdentity(db)
  await dropSetting(db, 'eraseDue')
  await dropSetting(db, 'sync')
  return 'erased'
}
