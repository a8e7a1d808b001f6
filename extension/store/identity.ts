// Who this device is to the hub, and how it proves it: a key that cannot be read out, not even by us.
import type { Millis } from '../../shared/core/activity.ts'
import type { Enrolment, PublicKey } from '../../shared/wire/enrolment.ts'
import { KEY_ALGORITHM, signatureHeaders } from '../../shared/wire/signature.ts'
import type { Db } from './db.ts'

export interface Identity extends Enrolment {
  readonly hubUrl: string
  readonly enrolledAt: Millis
  /** The private half is non-extractable. */
  readonly keys: CryptoKeyPair
}

/** A key pair that waits for its enrolment: an answer lost on the way must not cost a second key. */
export interface Pending {
  readonly keys: CryptoKeyPair
}

const isIdentity = (kept: Identity | Pending | undefined): kept is Identity =>
  kept !== undefined && 'deviceId' in kept

export async function identity(db: Db): Promise<Identity | null> {
  const kept = await db.get('identity', 'self')
  return isIdentity(kept) ? kept : null
}

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

/** The device is enrolled from now on. What another hub acknowledged does not count here. */
export async function keepIdentity(db: Db, self: Identity): Promise<void> {
  const tx = db.transaction(['identity', 'settings', 'outbox'], 'readwrite')
  await Promise.all([
    tx.objectStore('identity').put(self, 'self'),
    tx.objectStore('identity').delete('pending'),
    tx.objectStore('settings').delete('acknowledged'),
    tx.objectStore('outbox').clear(),
    tx.done,
  ])
}

export async function dropIdentity(db: Db): Promise<void> {
  await Promise.all([db.delete('identity', 'self'), db.delete('identity', 'pending')])
}

/** The public half, as it travels. */
export async function publicKeyOf(keys: CryptoKeyPair): Promise<PublicKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey)
  return { kty: 'EC', crv: 'P-256', x, y }
}

export interface Errand {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly url: string
  readonly body?: string
}

/** A request that proves which device sent it. No cookie, no referrer. */
export async function signedRequest(self: Identity, errand: Errand, at: Millis): Promise<Request> {
  const body = new TextEncoder().encode(errand.body ?? '')
  const parts = { method: errand.method, targetUri: errand.url, body }
  const proof = await signatureHeaders(parts, self.keys.privateKey, self.deviceId, at)
  return plainRequest(errand, proof)
}

/**
 * A request without proof: enrolling, and reading what is public. `no-cache` lets the browser's own cache ask
 * with the ETag it keeps.
 */
export const plainRequest = (errand: Errand, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(errand.url, {
    method: errand.method,
    headers: errand.body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(errand.body === undefined ? {} : { body: errand.body }),
    // what is signed for one address is never carried to another; see sync/moved.ts
    redirect: errand.method === 'GET' ? 'follow' : 'error',
    credentials: 'omit',
    cache: errand.method === 'GET' ? 'no-cache' : 'no-store',
    referrerPolicy: 'no-referrer',
  })
