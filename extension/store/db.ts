// Where the journey rests on the device: the database `nhipso`. The only opening of IndexedDB.
import { type IDBPDatabase, openDB } from 'idb'
import type { Schema } from './schema.ts'

export type Db = IDBPDatabase<Schema>

const NAME = 'nhipso'
const VERSION = 1

/** Opens the database. `onClose` is called when the browser ends the connection, or a later version needs the place. */
export async function openStore(onClose: () => void = () => undefined): Promise<Db> {
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
      onClose()
    },
    terminated: onClose,
  })
  return db
}

/** One connection, opened when first needed and again when it was lost. */
export function createConnection(): () => Promise<Db> {
  let store: Promise<Db> | null = null
  const drop = (): void => {
    store = null
  }
  return () => {
    store ??= openStore(drop).catch(error => {
      drop()
      throw error
    })
    return store
  }
}
