// How current the figures are, always on screen: an old number never looks new.

import type { Millis } from '../core/time.ts'
import type { Snapshot } from '../wire/snapshot.ts'
import { machineTime } from './format.ts'
import { freshnessOf } from './freshness.ts'
import { freshnessText } from './freshness-text.ts'
import { useLanguage } from './language-context.ts'

export interface FreshnessProps {
  readonly release: Pick<Snapshot, 'at' | 'ttl' | 'final'>
  /** When the shown figure itself was released, where that is older than the release. */
  readonly at?: Millis
  readonly now: Millis
}

/** When the figures are of, and whether they are old, final or cut off from the hub. */
export function Freshness({ release, at = release.at, now }: FreshnessProps) {
  const freshness = freshnessOf(release, now)
  return (
    <time class={`freshness ${freshness}`} dateTime={machineTime(at)}>
      {freshnessText(freshness, at, useLanguage())}
    </time>
  )
}
