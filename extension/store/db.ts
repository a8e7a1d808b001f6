// Where the journey rests on the device: the database `nhipso`. The only opening of IndexedDB.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { PlatformId } from '../../shared/core/activity.ts'
import type { DayKey, DayTotal } from '../../shared/core/day.ts'
import type { Segment } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { Report } from '../../shared/wire/report.ts'
import type { Identity, Pending } from './identity.ts'
import type { Settings } from './settings.ts'

/** Stores and keys are public (others read them in tests and exports): change one only with a version step. */
interface Schema extends DBSchema {
  /** The journal: never leaves the device, never overlaps itself. */
  segments: { key: Millis; value: Segment; indexes: { end: Millis } }
  days: { key: [DayKey, PlatformId]; value: DayTotal }
  /** The report on its way, by `seq`, until the hub has acknowledged it. */
  outbox: { key: number; value: Report }
  settings: { key: keyof Settings; value: Settings[keyof Settings] }
  /** `pending`: keys before the enrolment; `next`: those that shall replace the keys of `self`. */
  identity: { key: 'self' | 'pending' | 'next'; value: Identity | Pending }
}
export type Db = IDBPDatabase<Schema>

const NAME = 'nhipso'
const VERSION = 1

/** Opens the database. `gone` is told when the browser ends the connection, or a later version needs the place. */
export async function openStore(gone: () => void = () => undefined): Promise<Db> {
  const db: Db = await openDB<Schema>(NAME, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('segments', { keyPath: 'start' }).createIndex('end', 'end')
      fresh.createObjectStore('days', { keyPath: ['day', 'platform'] })
      fresh.createObjectStore('outbox', { keyPath: 'seq' })
      fresh.createObjectStore('settings')
      fresh.createObjectStore('identity')
    },
    blocking: () => {
      db.close()
      gone()
    },
    terminated: gone,
  })
  return db
}

/** One connection, opened when first needed and again when it was lost. */
export function keptOpen(): () => Promise<Db> {
  let store: Promise<Db> | null = null
  const forget = (): void => {
    store = null
  }
  return () => {
    store ??= openStore(forget).catch(error => {
      forget()
      throw error
    })
    return store
  }
}
