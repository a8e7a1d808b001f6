// The device's key: made here, and never to be read out, not even by us.
import type { PublicKey } from '../../shared/wire/enrolment.ts'
import { KEY_ALGORITHM } from '../../shared/wire/signature.ts'
import type { Db } from './db.ts'
import type { Identity } from './schema.ts'

/** `pending`: for the enrolment; `next`: to replace the key in use. */
type Purpose = 'pending' | 'next'

/** Kept before it is sent anywhere, and the same at each attempt: an answer lost on the way costs no second key. */
export async function waitingKeys(db: Db, purpose: Purpose): Promise<CryptoKeyPair> {
  const kept = await db.get('identity', purpose)
  if (kept) return kept.keys
  const keys = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify'])
  await db.put('identity', { keys }, purpose)
  return keys
}

/** Is a key pair kept that the hub has not confirmed? */
export const hasWaitingKeys = async (db: Db, purpose: Purpose): Promise<boolean> =>
  (await db.getKey('identity', purpose)) !== undefined

/** The hub wants another key: the next attempt makes one. */
export const dropWaitingKeys = (db: Db, purpose: Purpose): Promise<void> => db.delete('identity', purpose)

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
