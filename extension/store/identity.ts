// Who this device is to the hub.
import type { Db } from './db.ts'
import type { Identity, WaitingKeys } from './schema.ts'

const isIdentity = (kept: Identity | WaitingKeys | undefined): kept is Identity =>
  kept !== undefined && 'deviceId' in kept

/** Null where this device has not enrolled. */
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

/** Keys that still wait for the hub go too. */
export async function dropIdentity(db: Db): Promise<void> {
  await db.clear('identity')
}
