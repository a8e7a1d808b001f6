// Which browser is this? One question to the store for all requests of a moment.
import { createGroupCommit, type GroupCommit } from '../ingest/group-commit.ts'
import { findDevices, type KnownDevice } from '../store/members.ts'
import type { Store } from '../store/schema.ts'

/** Finds browsers by their id; null for one that is unknown or shut out. */
export type DeviceLookup = GroupCommit<string, KnownDevice | null>

/** One question for all requests of a moment. @param most how many may wait */
export const createDeviceLookup = (store: Store, most: number): DeviceLookup =>
  createGroupCommit(async ids => {
    const found = await findDevices(
      store,
      [...new Set(ids)].map(id => [id]),
    )
    const known = new Map(found.map(device => [device.deviceId, device]))
    return ids.map(id => ({ status: 'fulfilled', value: known.get(id) ?? null }))
  }, most)
