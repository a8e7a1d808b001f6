// What everything that reads and writes the store is handed: no room opens a database or reads the environment by itself.
import type { Campaigns } from '../campaigns.ts'
import type { HubConfig } from '../config.ts'
import type { Store } from './schema.ts'

export interface StoreContext {
  readonly store: Store
  readonly campaigns: Campaigns
  readonly config: HubConfig
}
