// The device's key: made here, and never to be read out, not even by us.
import type { PublicKey } from '../../shared/wire/enrolment.ts'
import { KEY_ALGORITHM } from '../../shared/wire/signature.ts'
import type { Db } from './db.ts'
import type { Identity } from './identity.ts'

/** `pending`: waits for the enrolment; `next`: waits for the hub to take it in the place of the key in use. */
type Waiting = 'pending' | 'next'

/** Kept before anybody hears of it, and the same at each attempt: an answer lost on the way costs no second key. */
export async function waitingKeys(db: Db, which: Waiting): Promise<CryptoKeyPair> {
  const kept = await db.get('identity', which)
  if (kept) return kept.keys
  const keys = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify'])
  await db.put('identity', { keys }, which)
  return keys
}

export const isWaiting = async (db: Db, which: Waiting): Promise<boolean> =>
  (await db.getKey('identity', which)) !== undefined

export const dropWaiting = (db: Db, which: Waiting): Promise<void> => db.delete('identity', which)

/** From here on the device signs with the next keys; those before the last are gone in the same step. */
export async function takeNextKeys(db: Db, renewed: Identity): Promise<void> {
  const tx = db.transaction('identity', 'readwrite')
  await Promise.all([tx.store.put(renewed, 'self'), tx.store.delete('next'), tx.done])
}

/** The public half, as it travels. */
export async function publicKeyOf(keys: CryptoKeyPair): Promise<PublicKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey)
  return { kty: 'EC', crv: 'P-256', x, y }
}
