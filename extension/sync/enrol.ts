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
import { type Answer, ask, type Post, type Refused } from '../hub-client.ts'
import { mustJoinAgain } from '../rejoin.ts'
import { plainRequest } from '../signed-request.ts'
import type { Db } from '../store/db.ts'
import { type Identity, identity, keepIdentity } from '../store/identity.ts'
import { dropWaiting, publicKeyOf, waitingKeys } from '../store/keys.ts'
import { NEVER_SENT, setSetting, setting } from '../store/settings.ts'
import { maybeMoved, newAddress } from './hub-redirect.ts'
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

export interface Joining {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

const CODE_LENGTH = 12

const isCode = (code: string): boolean =>
  code.length === CODE_LENGTH && [...code].every(letter => CODE_ALPHABET.includes(letter))

/** Enrols this device. Nothing is sent before the person has consented. */
export async function enrol(
  { db, post, now }: Joining,
  typedCode: string,
  hubUrl: string,
  withoutUnit?: true,
): Promise<Result<Identity, EnrolRefusal>> {
  const consent = await setting(db, 'consent')
  if (!consent) return fail('no-consent', 'consent comes before enrolment')
  if (await hasJoined(db, now())) return fail('already-enrolled', 'this device is enrolled already')
  if (!isHubAddress(hubUrl)) return fail('bad-address', 'the hub address must begin with https://')
  const code = canonicalCode(typedCode)
  if (!isCode(code)) return fail('code-malformed', 'a code has 12 letters and digits')

  const asked = { code, consent, ...(withoutUnit && { withoutUnit }) }
  const { keys, answer, where } = await introduceWhereItIs({ db, post }, hubUrl, asked)
  if (!answer.ok) return refused(db, answer)
  const self: Identity = { ...answer.value, hubUrl: where, enrolledAt: now(), keys }
  await keepIdentity(db, self)
  await setSetting(db, 'sync', { ...NEVER_SENT, seq: (await setting(db, 'sync'))?.seq ?? 0 })
  return ok(self)
}

const hasJoined = async (db: Db, now: Millis): Promise<boolean> =>
  (await identity(db)) !== null && !(await mustJoinAgain(db, dayOf(now)))

interface Asked {
  readonly code: string
  readonly consent: Consent
  readonly withoutUnit?: true
}

/** An invitation may be older than the address of its hub. */
async function introduceWhereItIs(tools: Pick<Joining, 'db' | 'post'>, hubUrl: string, asked: Asked) {
  const first = await introduce(tools, hubUrl, asked)
  const moved = maybeMoved(first.answer) && (await newAddress(tools.post, hubUrl))
  return moved ? { ...(await introduce(tools, moved, asked)), where: moved } : { ...first, where: hubUrl }
}

/** A hub that has lost its database knows the device again by its key; one that revoked the key wants another. */
async function introduce(
  { db, post }: Pick<Joining, 'db' | 'post'>,
  hubUrl: string,
  asked: Asked,
): Promise<{ keys: CryptoKeyPair; answer: Answer<Enrolment> }> {
  const attempt = async (keys: CryptoKeyPair) => {
    const body = JSON.stringify({ ...asked, publicKey: await publicKeyOf(keys) })
    const request = plainRequest({ method: 'POST', url: routes(hubUrl).enrolments(), body })
    return { keys, answer: await ask(post, request, parseEnrolment) }
  }
  const known = (await identity(db))?.keys
  const first = await attempt(known ?? (await waitingKeys(db, 'pending')))
  const taken = known && !first.answer.ok && first.answer.why === 'key-in-use'
  return taken ? attempt(await waitingKeys(db, 'pending')) : first
}

async function refused(db: Db, { why, detail }: Refused): Promise<Result<Identity, EnrolRefusal>> {
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
      await dropWaiting(db, 'pending') // the next attempt makes a new key
      return fail('refused', detail)
    default:
      return fail('refused', detail)
  }
}
