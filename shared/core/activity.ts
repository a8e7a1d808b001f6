// First station of the journey: what the browser showed at one instant.

import type { Millis } from './time.ts'

/** Id of a platform in the catalogue, for example `vbdh`. Never a host, never a URL. */
export type PlatformId = string

/**
 * Is the person there? `active`: input within the idle limit. `idle`: none for the whole limit.
 * `locked`: the screen is locked.
 */
export type Presence = 'active' | 'idle' | 'locked'

/** Why the browser was queried: an event told of a change, or nobody did and it was time to ask. */
export type Cause = 'event' | 'poll'

/** When the browser was last queried, and what earned then (null: nothing did). */
export interface Sighting {
  readonly at: Millis
  readonly earning: PlatformId | null
}

/** What one query of the browser saw. It holds no address: the privacy cut (platform.ts) came before it. */
export interface Activity {
  /** When, by the machine's clock (epoch ms). */
  readonly at: Millis
  /** Which run of the browser saw it: a restart or a crash changes it. */
  readonly session: string
  /** The platform in the focused window's active tab, or null for anything else. */
  readonly platform: PlatformId | null
  readonly presence: Presence
  /** The platform is one to which people listen, it is heard now, and the day's share of listening is not used up. */
  readonly listening: boolean
  /** Consent given, not paused, a campaign running. */
  readonly recording: boolean
  readonly cause: Cause
  /** The sighting before this one in the same run of the browser; null where there was none. */
  readonly previous: Sighting | null
}

/** Does the person only listen? Nothing was touched for the idle limit, and a meeting is heard. */
export const onlyListens = (a: Pick<Activity, 'presence' | 'listening'>): boolean =>
  a.presence === 'idle' && a.listening

/** The platform that earns at this instant: it is in front, the person is there or listens, and recording is on. */
export const earningOf = (a: Activity): PlatformId | null =>
  a.recording && (a.presence === 'active' || onlyListens(a)) ? a.platform : null
