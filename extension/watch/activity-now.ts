// One observation after the other: each asks what is in front, and hands the activity to the recorder.

import type { Activity } from '../../shared/core/activity.ts'
import type { PlatformPlace } from '../../shared/core/platform.ts'
import type { Millis } from '../../shared/core/time.ts'
import { recordingNow } from '../recording.ts'
import { campaignNow } from '../store/campaign.ts'
import type { Db } from '../store/db.ts'
import type { Glance } from './browser-events.ts'
import { type Recorded, record } from './recorder.ts'

/** Where the activity of an instant comes from. */
export interface ActivitySources {
  readonly db: () => Promise<Db>
  readonly now: () => Millis
  /** The id of this run of the browser. */
  readonly session: () => Promise<string>
  readonly glance: (places: readonly PlatformPlace[], idleAfterMs: Millis) => Promise<Glance>
  readonly heartbeatMs: Millis
}

/** Records what is in front now. `write`: what only confirms the running stretch is written as well. */
export type Observe = (write?: 'write') => Promise<void>

/**
 * Makes `observe`. Observations never overlap; a call while one waits its turn joins it, because it will see what the
 * caller wants seen.
 * @param after receives what an observation changed, still inside its turn
 */
export function createObserver(
  sources: ActivitySources,
  after: (recorded: Recorded) => Promise<void>,
): Observe {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  let writes = false
  const turn = async (): Promise<void> => {
    waiting = null
    const all = writes
    writes = false
    await after(await observeOnce(sources, all))
  }
  return write => {
    writes ||= write === 'write'
    waiting ??= last.then(turn)
    last = waiting.catch(() => undefined)
    return waiting
  }
}

async function observeOnce(
  { db, now, session, glance, heartbeatMs }: ActivitySources,
  writeAll: boolean,
): Promise<Recorded> {
  const store = await db()
  const at = now()
  const bundle = await campaignNow(store, at)
  const { idleAfterMs } = bundle.campaign.score
  const [seen, run, recording] = await Promise.all([
    glance(bundle.platforms, idleAfterMs),
    session(),
    recordingNow(store, bundle, at),
  ])
  const activity: Activity = { at, session: run, recording: recording.on, ...seen }
  return record(store, activity, { idleAfterMs, heartbeatMs, writeAll })
}
