// One setting inside a transaction that is already open.
import type { Settings } from './schema.ts'

/** The store `settings` of a transaction, as far as reading goes. */
interface SettingsStore {
  readonly get: (key: keyof Settings) => Promise<Settings[keyof Settings] | undefined>
}

/** The setting, or undefined where it was never set. Each key is written with its own type only, so the type holds. */
export const settingIn = async <K extends keyof Settings>(
  store: SettingsStore,
  key: K,
): Promise<Settings[K] | undefined> => (await store.get(key)) as Settings[K] | undefined
