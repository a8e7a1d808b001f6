// How current a released number is, in one word: an old number never looks new.

import type { Millis } from '../core/time.ts'
import type { Snapshot } from '../wire/snapshot.ts'

/** `fresh` · `stale`: older than the release promises · `final`: the campaign is over · `offline`: the hub is silent. */
export type Freshness = 'fresh' | 'stale' | 'final' | 'offline'

/** A reader's clock may be ahead of the hub's by so much before it calls a number stale. */
const CLOCK_TOLERANCE_MS = 120_000

/** How current a release is at an instant of the reader's clock. */
export function freshnessOf(release: Pick<Snapshot, 'at' | 'ttl' | 'final'>, now: Millis): Freshness {
  if (release.final) return 'final'
  return now - release.at > release.ttl * 1000 + CLOCK_TOLERANCE_MS ? 'stale' : 'fresh'
}
