// The published score of the own agency, kept for the time without a network. Everyone fetches all agencies: an
// unsigned request for one of them would disclose where the person works.
import { routes } from '../../shared/wire/routes.ts'
import { onlyAgency, parseSnapshot } from '../../shared/wire/snapshot.ts'
import { fetchFromHub, type HubFailure } from '../hub-client.ts'
import { unsignedRequest } from '../signed-request.ts'
import { identity } from '../store/identity.ts'
import { setSetting } from '../store/settings.ts'
import type { SyncContext } from './context.ts'

/** Null: it is kept, or this device has no agency. */
export async function refreshPublishedScore({ db, fetch, now }: SyncContext): Promise<HubFailure | null> {
  const self = await identity(db)
  if (!self) return null
  const request = unsignedRequest({ method: 'GET', url: routes(self.hubUrl).scores() })
  const result = await fetchFromHub(fetch, request, parseSnapshot)
  if (!result.ok) return result
  await setSetting(db, 'standing', { snapshot: onlyAgency(result.value, self.agencyId), at: now() })
  return null
}
