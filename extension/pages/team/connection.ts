// The signed requests of the team page, and what the page says when one fails.
import { signal } from '@preact/signals'
import type { Millis } from '../../../shared/core/time.ts'
import type { Texts } from '../../../shared/text/extension.vi.ts'
import type { Parse } from '../../../shared/wire/parse.ts'
import { fetchFromHub, type HubFailure, type HubFetch, type HubResult } from '../../hub-client.ts'
import { type HubRequest, signedRequest } from '../../signed-request.ts'
import type { Identity } from '../../store/schema.ts'

type TeamTrouble = keyof Texts['team']['trouble']

interface Trouble {
  readonly why: TeamTrouble
  /** Own clock minus the hub's, where the clock is the trouble. */
  readonly clockDifferenceMs?: Millis
}

/** Whether a request was granted: the page shows why not. */
export type Outcome = { readonly ok: true } | HubFailure

export type Connection = ReturnType<typeof createConnection>

/** @param self who signs; null: nobody has joined here, so nothing is requested */
export function createConnection(fetch: HubFetch, now: () => Millis, self: Identity | null) {
  const trouble = signal<Trouble | null>(null)
  /** Nothing of it may be seen any more. */
  const shutOut = signal(false)
  return {
    self,
    now,
    trouble,
    shutOut,
    request: async <T>(signer: Identity, request: HubRequest, parse: Parse<T>): Promise<HubResult<T>> =>
      fetchFromHub(fetch, await signedRequest(signer, request, now()), parse),
    show: (outcome: Outcome): void => {
      trouble.value = outcome.ok ? null : troubleOf(outcome, now(), self?.role)
      shutOut.value = !outcome.ok && SHUT_OUT.includes(outcome.why)
    },
  }
}

/** Another agency's table is refused alone; behind these nothing is granted. */
const SHUT_OUT: readonly HubFailure['why'][] = ['role-missing', 'device-unknown']

/** @param role as this browser joined: it may have been taken back since */
function troubleOf({ why, serverTime }: HubFailure, now: Millis, role: Identity['role'] = 'member'): Trouble {
  switch (why) {
    case 'role-missing':
      return { why: role === 'member' ? why : 'role-revoked' }
    case 'offline':
    case 'out-of-scope':
    case 'not-released':
    case 'device-unknown':
      return { why }
    case 'clock-off':
      return serverTime === undefined ? { why } : { why, clockDifferenceMs: now - serverTime }
    case 'busy':
    case 'too-many-requests':
    case 'store-unavailable':
    case 'internal':
    case 'unreadable':
      return { why: 'busy' }
    default:
      return { why: 'refused' }
  }
}
