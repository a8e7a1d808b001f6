// First station of the journey: what the browser showed at one instant.

import type { Millis } from './time.ts'

/** Id of a platform in the catalogue, for example `vbdh`. Never a host, never a URL. */
export type PlatformId = string

/**
 * Is the person there? `active`: input within the idle limit. `idle`: none for the whole limit.
 * `locked`: the screen is locked.
 */
export type Presence = 'active' | 'idle' | 'locked'

/** One sighting. It holds no address: the privacy cut (platform.ts) came before it. */
export interface Activity {
  /** When, by the machine's clock (epoch ms). */
  readonly at: Millis
  /** Which run of the browser saw it: a restart or a crash changes it. */
  readonly session: string
  /** The platform in the focused window's active tab, or null for anything else. */
  readonly platform: PlatformId | null
  readonly presence: Presence
  /** Consent given, not paused, a campaign running. */
  readonly recording: boolean
}
