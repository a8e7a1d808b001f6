// What every exchange with a hub needs.
import type { Millis } from '../../shared/core/time.ts'
import type { HubFetch } from '../hub-client.ts'
import type { Db } from '../store/db.ts'

export interface SyncContext {
  readonly db: Db
  readonly fetch: HubFetch
  readonly now: () => Millis
}
