// What a person's browser has kept until now: written into the extension's own database, from inside one of its pages.
import type { Page } from 'playwright-core'
import { addDays, type DayKey, type DayTotal, weekdayOf } from '../../shared/core/day.ts'

/** One row of a store; with a key where the store has no key path. */
export interface Row {
  readonly store: 'days' | 'settings' | 'identity' | 'segments' | 'outbox'
  readonly value: unknown
  readonly key?: string
}

export const seedExtensionDb = (page: Page, rows: readonly Row[]): Promise<void> =>
  page.evaluate(writeRows, [...rows])

/** Runs inside an extension page of any browser. */
async function writeRows(rows: Row[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('nhipso')
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => failed(opening.error)
  })
  const tx = db.transaction([...new Set(rows.map(row => row.store))], 'readwrite')
  for (const { store, value, key } of rows) tx.objectStore(store).put(value, key)
  await new Promise<void>((done, failed) => {
    tx.oncomplete = () => done()
    tx.onerror = () => failed(tx.error)
  })
  db.close()
}

const MINUTE_MS = 60_000
const WORK_DAYS = 5

/** Minutes on each platform, day by day from the newest back; begun again when all are used. */
const MINUTES: readonly Readonly<Record<string, number>>[] = [
  {
    vbdh: 96,
    hkg: 41,
    'dichvucong-quoc-gia': 33,
    'dichvucong-tayninh': 18,
    'mot-cua-noi-vu': 12,
    'du-lieu-mo': 7,
    'csdl-tthc': 4,
  },
  { vbdh: 71, hkg: 12, 'dichvucong-quoc-gia': 25 },
  { vbdh: 118, 'dichvucong-tayninh': 22, 'mot-cua-noi-vu': 31 },
  { vbdh: 6 },
  { vbdh: 64, hkg: 55, 'dichvucong-quoc-gia': 14, 'csdl-tthc': 9 },
  {},
  { vbdh: 83, 'dichvucong-tayninh': 40, hkg: 16, 'du-lieu-mo': 11 },
]

/** Working days of a person who uses seven platforms, a few of them much; `count` days that end with `today`. */
export const sampleDays = (today: DayKey, count: number): readonly DayTotal[] =>
  Array.from({ length: count }, (_, ago) => addDays(today, -ago))
    .filter((day, ago) => weekdayOf(day) <= WORK_DAYS || ago === 0)
    .flatMap((day, i) =>
      Object.entries(MINUTES[i % MINUTES.length] ?? {}).map(([platform, minutes]) => ({
        day,
        platform,
        ms: minutes * MINUTE_MS,
      })),
    )
