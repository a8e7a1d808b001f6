// Joining: the person's code and this device's public key, for an identity.

import { dayOf } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import type { Millis } from '../../shared/core/time.ts'
import {
  CODE_ALPHABET,
  type Consent,
  canonicalCode,
  type Enrolment,
  parseEnrolment,
} from '../../shared/wire/enrolment.ts'
import { routes } from '../../shared/wire/routes.ts'
import { fetchFromHub, type HubFailure, type HubResult } from '../hub-client.ts'
import { mustJoinAgain } from '../rejoin.ts'
import { unsignedRequest } from '../signed-request.ts'
import type { Db } from '../store/db.ts'
import { identity, keepIdentity } from '../store/identity.ts'
import { dropWaitingKeys, publicKeyOf, waitingKeys } from '../store/keys.ts'
import type { Identity } from '../store/schema.ts'
import { NEVER_SENT, setSetting, setting } from '../store/settings.ts'
import type { SyncContext } from './context.ts'
import { mayBeRedirected, redirectTarget } from './hub-redirect.ts'
import { isHubAddress } from './hub-url.ts'

export type EnrolRefusal =
  | 'no-consent'
  | 'already-enrolled'
  | 'bad-address'
  | 'code-malformed'
  | 'code-unknown'
  | 'code-used-up'
  | 'code-expired'
  | 'too-many-requests'
  | 'offline'
  | 'busy'
  | 'not-the-hub'
  | 'refused'

const CODE_LENGTH = 12

const isCode = (code: string): boolean =>
  code.length === CODE_LENGTH && [...code].every(letter => CODE_ALPHABET.includes(letter))

/** What a person brings to join: the code as typed, the address of its hub, and whether they name no unit. */
interface Invitation {
  readonly code: string
  readonly hubUrl: string
  readonly withoutUnit?: true
}

/** Enrols this device. Nothing is sent before the person has consented. */
export async function enrol(
  context: SyncContext,
  { code: typedCode, hubUrl, withoutUnit }: Invitation,
): Promise<Result<Identity, EnrolRefusal>> {
  const { db, now } = context
  const consent = await setting(db, 'consent')
  if (!consent) return fail('no-consent', 'consent comes before enrolment')
  if (await hasJoined(db, now())) return fail('already-enrolled', 'this device is enrolled already')
  if (!isHubAddress(hubUrl)) return fail('bad-address', 'the hub address must begin with https://')
  const code = canonicalCode(typedCode)
  if (!isCode(code)) return fail('code-malformed', 'a code has 12 letters and digits')

  const body = { code, consent, ...(withoutUnit && { withoutUnit }) }
  const { keys, result, foundAt } = await enrolFollowingRedirect(context, hubUrl, body)
  if (!result.ok) return refused(db, result)
  const self: Identity = { ...result.value, hubUrl: foundAt, enrolledAt: now(), keys }
  await keepIdentity(db, self)
  await setSetting(db, 'sync', { ...NEVER_SENT, seq: (await setting(db, 'sync'))?.seq ?? 0 })
  return ok(self)
}

const hasJoined = async (db: Db, now: Millis): Promise<boolean> =>
  (await identity(db)) !== null && !(await mustJoinAgain(db, dayOf(now)))

interface EnrolmentBody {
  readonly code: string
  readonly consent: Consent
  readonly withoutUnit?: true
}

/** An invitation may be older than the address of its hub. */
async function enrolFollowingRedirect(context: SyncContext, hubUrl: string, body: EnrolmentBody) {
  const first = await postEnrolment(context, hubUrl, body)
  const moved = mayBeRedirected(first.result) && (await redirectTarget(context.fetch, hubUrl))
  return moved
    ? { ...(await postEnrolment(context, moved, body)), foundAt: moved }
    : { ...first, foundAt: hubUrl }
}

/** A hub that has lost its database knows the device again by its key; one that revoked the key wants another. */
async function postEnrolment(
  { db, fetch }: SyncContext,
  hubUrl: string,
  enrolment: EnrolmentBody,
): Promise<{ keys: CryptoKeyPair; result: HubResult<Enrolment> }> {
  const attempt = async (keys: CryptoKeyPair) => {
    const body = JSON.stringify({ ...enrolment, publicKey: await publicKeyOf(keys) })
    const request = unsignedRequest({ method: 'POST', url: routes(hubUrl).enrolments(), body })
    return { keys, result: await fetchFromHub(fetch, request, parseEnrolment) }
  }
  const known = (await identity(db))?.keys
  const first = await attempt(known ?? (await waitingKeys(db, 'pending')))
  const taken = known && !first.result.ok && first.result.why === 'key-in-use'
  return taken ? attempt(await waitingKeys(db, 'pending')) : first
}

async function refused(db: Db, { why, detail }: HubFailure): Promise<Result<Identity, EnrolRefusal>> {
  switch (why) {
    case 'code-unknown':
    case 'code-used-up':
    case 'code-expired':
    case 'too-many-requests':
    case 'offline':
      return fail(why, detail)
    case 'busy':
    case 'store-unavailable':
      return fail('busy', detail)
    case 'unreadable':
      return fail('not-the-hub', detail)
    case 'key-in-use':
      await dropWaitingKeys(db, 'pending') // the next attempt makes a new key
      return fail('refused', detail)
    default:
      return fail('refused', detail)
  }
}
