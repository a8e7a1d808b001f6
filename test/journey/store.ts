// The clock moved in the store: days of the past, written as the extension itself would have kept them.
import type { DayTotal } from '../../shared/core/day.ts'

/** Runs inside an extension page of any browser. */
export async function keepDays(rows: DayTotal[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('nhipso')
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => failed(opening.error)
  })
  const tx = db.transaction('days', 'readwrite')
  for (const row of rows) tx.objectStore('days').put(row)
  await new Promise(done => {
    tx.oncomplete = done
  })
  db.close()
}
