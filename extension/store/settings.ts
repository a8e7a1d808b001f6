// One setting at a time, by its key.
import type { Db } from './db.ts'
import type { Settings, SyncState } from './schema.ts'

/** The sync state of a device that has sent nothing yet. */
export const NEVER_SENT: SyncState = { seq: 0, lastSentAt: null, failures: 0, trouble: null }

/** One setting, or undefined where it was never set. Each key is written with its own type only, so the type holds. */
export const setting = async <K extends keyof Settings>(db: Db, key: K): Promise<Settings[K] | undefined> =>
  (await db.get('settings', key)) as Settings[K] | undefined

/** Keeps a setting in the place of the one before. */
export async function setSetting<K extends keyof Settings>(
  db: Db,
  key: K,
  value: Settings[K],
): Promise<void> {
  await db.put('settings', value, key)
}

/** Back to never set. */
export async function dropSetting(db: Db, key: keyof Settings): Promise<void> {
  await db.delete('settings', key)
}
