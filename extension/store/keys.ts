// The device's key: made here, and never to be read out, not even by us.
import type { PublicKey } from '../../shared/wire/enrolment.ts'
import { KEY_ALGORITHM } from '../../shared/wire/signature.ts'
import type { Db } from './db.ts'

/** The device's key pair before it is enrolled: made once, then the same at each attempt. */
export async function pendingKeys(db: Db): Promise<CryptoKeyPair> {
  const kept = await db.get('identity', 'pending')
  if (kept) return kept.keys
  const keys = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify'])
  await db.put('identity', { keys }, 'pending')
  return keys
}

export async function dropPendingKeys(db: Db): Promise<void> {
  await db.delete('identity', 'pending')
}

/** The public half, as it travels. */
export async function publicKeyOf(keys: CryptoKeyPair): Promise<PublicKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey)
  return { kty: 'EC', crv: 'P-256', x, y }
}
