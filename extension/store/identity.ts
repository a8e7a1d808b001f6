// Who this device is to the hub.
import type { Millis } from '../../shared/core/time.ts'
import type { Enrolment } from '../../shared/wire/enrolment.ts'
import type { Db } from './db.ts'

export interface Identity extends Enrolment {
  readonly hubUrl: string
  readonly enrolledAt: Millis
  /** The private half is non-extractable. */
  readonly keys: CryptoKeyPair
  /** When the hub took these keys in the place of earlier ones; since the enrolment where there were none. */
  readonly keysSince?: Millis
  /** The keys before these: a hub that was restored from a backup may know no others. */
  readonly keysBefore?: CryptoKeyPair
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

/** The device is enrolled from now on. What another hub acknowledged does not count here. */
export async function keepIdentity(db: Db, self: Identity): Promise<void> {
  const tx = db.transaction(['identity', 'settings', 'outbox'], 'readwrite')
  await Promise.all([
    tx.objectStore('identity').put(self, 'self'),
    tx.objectStore('identity').delete('pending'),
    tx.objectStore('identity').delete('next'),
    tx.objectStore('settings').delete('acknowledged'),
    tx.objectStore('outbox').clear(),
    tx.done,
  ])
}

export async function dropIdentity(db: Db): Promise<void> {
  await db.clear('identity')
}
