// Forgetting: all that was counted on this device, in one step.
import type { Db } from './db.ts'

/** Erases times, queue and traces of counting. The identity stays until the hub has confirmed its own erasure. */
export async function eraseCounted(db: Db): Promise<void> {
  const tx = db.transaction(['segments', 'days', 'outbox', 'settings'], 'readwrite')
  const settings = tx.objectStore('settings')
  await Promise.all([
    tx.objectStore('segments').clear(),
    tx.objectStore('days').clear(),
    tx.objectStore('outbox').clear(),
    settings.delete('open'),
    settings.delete('acknowledged'),
    settings.delete('pause'),
    tx.done,
  ])
}
