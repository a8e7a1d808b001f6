// The key of a device changes from time to time: one that somebody has stolen is worth little for long.

import { DAY_MS } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import { routes } from '../../shared/wire/routes.ts'
import { ask, type Post, parseNothing } from '../hub-client.ts'
import { signedRequest } from '../signed-request.ts'
import type { Db } from '../store/db.ts'
import type { Identity } from '../store/identity.ts'
import { dropWaiting, isWaiting, publicKeyOf, takeNextKeys, waitingKeys } from '../store/keys.ts'
import { doubtAcknowledged } from '../store/outbox.ts'

const RENEW_AFTER_MS = 90 * DAY_MS

export interface Renewing {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

/**
 * The identity to sign with from here on: with a new key where the old one is 90 days old, or where a change has begun
 * and its end is not known. Both keys are kept until the hub has answered, so whatever is lost on the way, one of them
 * signs.
 */
export const renewKey = async (tools: Renewing, self: Identity): Promise<Identity> =>
  tools.now() - (self.keysSince ?? self.enrolledAt) >= RENEW_AFTER_MS
    ? renew(tools, self)
    : endRenewal(tools, self)

/** Ends a change that has begun, and begins none. */
export const endRenewal = async (tools: Renewing, self: Identity): Promise<Identity> =>
  (await isWaiting(tools.db, 'next')) ? renew(tools, self) : self

/** Tells the hub which key is in use, signed by the one that it knows. */
async function tell({ post, now }: Renewing, signer: Identity, keys: CryptoKeyPair) {
  const body = JSON.stringify({ publicKey: await publicKeyOf(keys) })
  const errand = { method: 'PUT', url: routes(signer.hubUrl).key(), body } as const
  return ask(post, await signedRequest(signer, errand, now()), parseNothing)
}

/**
 * A hub that was restored from a backup knows the keys before: those tell it the ones in use, and what it had
 * acknowledged since is sent again. @returns is it worth asking once more?
 */
export async function tellKeysAgain(tools: Renewing, self: Identity): Promise<boolean> {
  if (!self.keysBefore) return false
  const { ok } = await tell(tools, { ...self, keys: self.keysBefore }, self.keys)
  if (ok) await doubtAcknowledged(tools.db)
  return ok
}

async function renew(tools: Renewing, self: Identity): Promise<Identity> {
  const { db, now } = tools
  const keys = await waitingKeys(db, 'next')
  const renewed: Identity = { ...self, keys, keysSince: now(), keysBefore: self.keys }

  const first = await tell(tools, self, keys)
  // the hub may have taken the new key at an earlier attempt, of which the answer was lost
  const answer = !first.ok && first.why === 'signature-invalid' ? await tell(tools, renewed, keys) : first
  if (!answer.ok) {
    if (answer.why === 'key-in-use') await dropWaiting(db, 'next') // the next attempt makes another one
    return self
  }
  await takeNextKeys(db, renewed)
  return renewed
}
