// How current a released number is, in one word and in one sentence: an old number never looks new.

import type { Language } from '../core/language.ts'
import type { Millis } from '../core/time.ts'
import { liveWords } from '../text/live.ts'
import type { Snapshot } from '../wire/snapshot.ts'
import { instantText, updatedText } from './format.ts'

/** `fresh` · `stale`: older than the release promises · `final`: the campaign is over · `offline`: the hub is silent. */
export type Freshness = 'fresh' | 'stale' | 'final' | 'offline'

/** A reader's clock may be ahead of the hub's by so much before it calls a number stale. */
const CLOCK_TOLERANCE_MS = 120_000

/** How current a release is at an instant of the reader's clock. */
export function freshnessOf(release: Pick<Snapshot, 'at' | 'ttl' | 'final'>, now: Millis): Freshness {
  if (release.final) return 'final'
  return now - release.at > release.ttl * 1000 + CLOCK_TOLERANCE_MS ? 'stale' : 'fresh'
}

/** `Cập nhật lúc …`, or what is wrong and since when. */
export const freshnessText = (freshness: Freshness, at: Millis, lang: Language): string =>
  freshness === 'fresh' ? updatedText(at, lang) : `${liveWords(lang)[freshness]} ${instantText(at, lang)}`
