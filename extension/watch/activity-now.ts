// One observation after the other: each asks what is in front, and hands the activity to the recorder.

import type { Activity, Cause } from '../../shared/core/activity.ts'
import type { PlatformPlace } from '../../shared/core/platform.ts'
import type { Millis } from '../../shared/core/time.ts'
import { recordingNow } from '../recording.ts'
import { campaignNow } from '../store/campaign.ts'
import type { Db } from '../store/db.ts'
import type { InFront } from './browser-events.ts'
import type { Watched } from './focus-poll.ts'
import { keepSighting, lastSighting } from './last-sighting.ts'
import { type Recorded, record } from './recorder.ts'

/** Where the activity of an instant comes from. */
export interface ActivitySources {
  readonly db: () => Promise<Db>
  readonly now: () => Millis
  /** The id of this run of the browser. */
  readonly session: () => Promise<string>
  readonly queryFront: (places: readonly PlatformPlace[], idleAfterMs: Millis) => Promise<InFront>
  readonly heartbeatMs: Millis
  readonly silenceMs: Millis
}

/** What an observation changed, and what the next poll must know of it. */
export interface Observed extends Recorded {
  readonly watched: Watched
}

/**
 * Records what is in front now. `cause`: whether an event told that it may have changed. `write`: what only confirms the
 * running stretch is written as well.
 */
export type Observe = (cause: Cause, write?: 'write') => Promise<void>

/**
 * Makes `observe`. Observations never overlap; a call while one waits its turn joins it, because it will see what the
 * caller wants seen.
 * @param after receives what an observation changed, still inside its turn
 */
export function createObserver(
  sources: ActivitySources,
  after: (observed: Observed) => Promise<void>,
): Observe {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  let writes = false
  let told = false
  const turn = async (): Promise<void> => {
    waiting = null
    const [writeAll, cause] = [writes, told ? 'event' : 'poll'] as const
    writes = false
    told = false
    await after(await observeOnce(sources, cause, writeAll))
  }
  return (cause, write) => {
    writes ||= write === 'write'
    told ||= cause === 'event'
    waiting ??= last.then(turn)
    last = waiting.catch(() => undefined)
    return waiting
  }
}

async function observeOnce(sources: ActivitySources, cause: Cause, writeAll: boolean): Promise<Observed> {
  const { db, now, session, queryFront } = sources
  const store = await db()
  const at = now()
  const bundle = await campaignNow(store, at)
  const { idleAfterMs, enoughSeconds } = bundle.campaign.score
  const [{ window, ...seen }, run, recording, previous] = await Promise.all([
    queryFront(bundle.platforms, idleAfterMs),
    session(),
    recordingNow(store, bundle, at),
    lastSighting(),
  ])
  const activity: Activity = { at, session: run, recording: recording.on, cause, previous, ...seen }
  const recorded = await record(store, activity, {
    ...sources,
    idleAfterMs,
    writeAll,
    listenMostMs: enoughSeconds * 1000,
  })
  const earning = recorded.open?.platform ?? null
  const { since } = await keepSighting(previous, at, earning)
  const attended = recording.on && (seen.presence === 'active' || earning !== null)
  return { ...recorded, watched: { window, attended, earning: earning !== null, since } }
}
