// The end of the journey, when a person asks for it: the hub erases what it holds about them.
import type { Millis } from '../../shared/core/time.ts'
import { routes } from '../../shared/wire/routes.ts'
import { type Post, parseNothing } from '../hub-client.ts'
import type { Errand } from '../signed-request.ts'
import type { Db } from '../store/db.ts'
import { eraseCounted } from '../store/erase.ts'
import { dropIdentity, type Identity, identity } from '../store/identity.ts'
import { dropSetting, setSetting } from '../store/settings.ts'
import { askWhereItIs } from './hub-redirect.ts'
import { endRenewal } from './renew.ts'

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
export async function forget(tools: Forgetting): Promise<Forgotten> {
  const { db } = tools
  await eraseCounted(db)
  const self = await identity(db)
  if (!self) return 'erased'
  await setSetting(db, 'eraseDue', true)
  const answer = await askWhereItIs(tools, await endRenewal(tools, self), erasure, parseNothing)
  const gone = answer.ok || answer.why === 'device-unknown'
  if (!gone) return 'hub-later'
  await dropIdentity(db)
  await dropSetting(db, 'eraseDue')
  await dropSetting(db, 'sync')
  return 'erased'
}

const erasure = ({ hubUrl }: Identity): Errand => ({ method: 'DELETE', url: routes(hubUrl).me() })
