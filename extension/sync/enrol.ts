// Joining: the person's code and this device's public key, for an identity.
import type { Millis } from '../../shared/core/activity.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { CODE_ALPHABET, canonicalCode, parseEnrolment } from '../../shared/wire/enrolment.ts'
import { routes } from '../../shared/wire/routes.ts'
import { ask, type Post, type Refused } from '../ask.ts'
import type { Db } from '../store/db.ts'
import {
  dropPendingKeys,
  type Identity,
  identity,
  keepIdentity,
  pendingKeys,
  plainRequest,
  publicKeyOf,
} from '../store/identity.ts'
import { NEVER_SENT, setSetting, setting } from '../store/settings.ts'

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
  | 'refused'

export interface Joining {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

const CODE_LENGTH = 12

const isCode = (code: string): boolean =>
  code.length === CODE_LENGTH && [...code].every(letter => CODE_ALPHABET.includes(letter))

/** Hubs are spoken to over https; plain http only inside this machine. */
function isHubAddress(typed: string): boolean {
  try {
    const { protocol, hostname } = new URL(typed)
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname))
  } catch {
    return false
  }
}

/** Enrols this device. Nothing is sent before the person has consented. */
export async function enrol(
  { db, post, now }: Joining,
  typedCode: string,
  hubUrl: string,
): Promise<Result<Identity, EnrolRefusal>> {
  const consent = await setting(db, 'consent')
  if (!consent) return fail('no-consent', 'consent comes before enrolment')
  if (await isEnrolled(db)) return fail('already-enrolled', 'this device is enrolled already')
  if (!isHubAddress(hubUrl)) return fail('bad-address', 'the hub address must begin with https://')
  const code = canonicalCode(typedCode)
  if (!isCode(code)) return fail('code-malformed', 'a code has 12 letters and digits')

  const keys = await pendingKeys(db)
  const body = JSON.stringify({ code, publicKey: await publicKeyOf(keys), consent })
  const request = plainRequest({ method: 'POST', url: routes(hubUrl).enrolments(), body })
  const answer = await ask(post, request, parseEnrolment)
  if (!answer.ok) return refused(db, answer)
  const self: Identity = { ...answer.value, hubUrl, enrolledAt: now(), keys }
  await keepIdentity(db, self)
  await setSetting(db, 'sync', { ...NEVER_SENT, seq: (await setting(db, 'sync'))?.seq ?? 0 })
  return ok(self)
}

/** A device that its hub has forgotten may enrol again. */
const isEnrolled = async (db: Db): Promise<boolean> =>
  (await identity(db)) !== null && (await setting(db, 'sync'))?.trouble?.why !== 'device-unknown'

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
    case 'key-in-use':
      await dropPendingKeys(db) // the next attempt makes a new key
      return fail('refused', detail)
    default:
      return fail('refused', detail)
  }
}
