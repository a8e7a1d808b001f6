// What everyone may see of my agency, kept for the time without a network. Everyone asks for all agencies: an
// unsigned question for one of them would tell where the person who asks it works.
import { routes } from '../../shared/wire/routes.ts'
import { onlyAgency, parseSnapshot } from '../../shared/wire/snapshot.ts'
import { ask, type Refused } from '../hub-client.ts'
import { plainRequest } from '../signed-request.ts'
import { identity } from '../store/identity.ts'
import { setSetting } from '../store/settings.ts'
import type { Refreshing } from './refresh.ts'

/** Null: it is kept, or there is no agency to ask for. */
export async function refreshStanding({ db, post, now }: Refreshing): Promise<Refused | null> {
  const self = await identity(db)
  if (!self) return null
  const request = plainRequest({ method: 'GET', url: routes(self.hubUrl).scores() })
  const answer = await ask(post, request, parseSnapshot)
  if (!answer.ok) return answer
  await setSetting(db, 'standing', { snapshot: onlyAgency(answer.value, self.agencyId), at: now() })
  return null
}
