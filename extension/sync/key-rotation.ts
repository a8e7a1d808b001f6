// The key of a device changes from time to time: one that somebody has stolen is worth little for long.

import { DAY_MS } from '../../shared/core/day.ts'
import { routes } from '../../shared/wire/routes.ts'
import { fetchFromHub, type HubResult, parseEmpty } from '../hub-client.ts'
import { signedRequest } from '../signed-request.ts'
import { dropWaitingKeys, hasWaitingKeys, publicKeyOf, takeNextKeys, waitingKeys } from '../store/keys.ts'
import { doubtAcknowledged } from '../store/outbox.ts'
import type { Identity } from '../store/schema.ts'
import type { SyncContext } from './context.ts'

const ROTATE_AFTER_MS = 90 * DAY_MS

/**
 * The identity to sign with from here on: with a new key where the old one is 90 days old, or where a rotation has
 * begun and its end is not known. Both keys are kept until the hub has responded, so whatever is lost on the way, one
 * of them signs.
 */
export const rotateKeyWhenOld = async (context: SyncContext, self: Identity): Promise<Identity> =>
  context.now() - (self.keysSince ?? self.enrolledAt) >= ROTATE_AFTER_MS
    ? rotateKey(context, self)
    : finishRotation(context, self)

/** Ends a rotation that has begun, and begins none. */
export const finishRotation = async (context: SyncContext, self: Identity): Promise<Identity> =>
  (await hasWaitingKeys(context.db, 'next')) ? rotateKey(context, self) : self

/** Registers the key in use at the hub, signed by the one that the hub knows. */
async function putKey(
  { fetch, now }: SyncContext,
  signer: Identity,
  keys: CryptoKeyPair,
): Promise<HubResult<null>> {
  const body = JSON.stringify({ publicKey: await publicKeyOf(keys) })
  const request = { method: 'PUT', url: routes(signer.hubUrl).key(), body } as const
  return fetchFromHub(fetch, await signedRequest(signer, request, now()), parseEmpty)
}

/**
 * A hub that was restored from a backup knows the keys before: those register the ones in use, and what it had
 * acknowledged since is sent again. @returns is it worth sending the same once more?
 */
export async function registerKeyAgain(context: SyncContext, self: Identity): Promise<boolean> {
  if (!self.keysBefore) return false
  const { ok } = await putKey(context, { ...self, keys: self.keysBefore }, self.keys)
  if (ok) await doubtAcknowledged(context.db)
  return ok
}

async function rotateKey(context: SyncContext, self: Identity): Promise<Identity> {
  const { db, now } = context
  const keys = await waitingKeys(db, 'next')
  const rotated: Identity = { ...self, keys, keysSince: now(), keysBefore: self.keys }

  const first = await putKey(context, self, keys)
  // the hub may have taken the new key at an earlier attempt, of which the response was lost
  const result = !first.ok && first.why === 'signature-invalid' ? await putKey(context, rotated, keys) : first
  if (!result.ok) {
    if (result.why === 'key-in-use') await dropWaitingKeys(db, 'next') // the next attempt makes another one
    return self
  }
  await takeNextKeys(db, rotated)
  return rotated
}
