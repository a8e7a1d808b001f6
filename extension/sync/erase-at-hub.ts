// Erasure on request: this device, then the hub, erases what it keeps about the person.
import { routes } from '../../shared/wire/routes.ts'
import { parseEmpty } from '../hub-client.ts'
import type { HubRequest } from '../signed-request.ts'
import { eraseCounted } from '../store/erase.ts'
import { dropIdentity, identity } from '../store/identity.ts'
import type { Identity } from '../store/schema.ts'
import { dropSetting, setSetting } from '../store/settings.ts'
import type { SyncContext } from './context.ts'
import { requestWithRedirect } from './hub-redirect.ts'
import { finishRotation } from './key-rotation.ts'

/** `hub-later`: gone on this device, and the hub has to be asked again. */
export type Erasure = 'erased' | 'hub-later'

/**
 * Erases on this device at once, then at the hub. Where the hub cannot be reached the identity stays, so that
 * it can be asked again: `hub-later`.
 */
export async function eraseHereAndAtHub(context: SyncContext): Promise<Erasure> {
  const { db } = context
  await eraseCounted(db)
  const self = await identity(db)
  if (!self) return 'erased'
  await setSetting(db, 'eraseDue', true)
  const result = await requestWithRedirect(context, await finishRotation(context, self), {
    request: erasure,
    parse: parseEmpty,
  })
  const gone = result.ok || result.why === 'device-unknown'
  if (!gone) return 'hub-later'
  await dropIdentity(db)
  await dropSetting(db, 'eraseDue')
  await dropSetting(db, 'sync')
  return 'erased'
}

const erasure = ({ hubUrl }: Identity): HubRequest => ({ method: 'DELETE', url: routes(hubUrl).me() })
