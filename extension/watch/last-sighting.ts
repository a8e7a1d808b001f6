// The last sighting of this run of the browser: kept by the browser itself, so that a stopped worker loses no more than the time since the last poll.
import { browser } from 'wxt/browser'
import type { PlatformId, Sighting } from '../../shared/core/activity.ts'
import { BRIEF_SILENCE_MS } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'

const KEY = 'sighting'

/** A sighting, and since when it has been so (epoch ms): how long the browser has been at rest. */
export interface KeptSighting extends Sighting {
  readonly since: Millis
}

/** The sighting before this one; null where the browser has just started. */
export async function lastSighting(): Promise<KeptSighting | null> {
  const { [KEY]: kept } = await browser.storage.session.get(KEY)
  return (kept as KeptSighting | undefined) ?? null
}

/** Keeps what was seen; resolves with it. */
export async function keepSighting(
  before: KeptSighting | null,
  at: Millis,
  earning: PlatformId | null,
): Promise<KeptSighting> {
  const since = before?.earning === earning ? before.since : at
  const sighting = { at, earning, since }
  await browser.storage.session.set({ [KEY]: sighting })
  return sighting
}

/**
 * A poll found nothing changed. False where that cannot be known: the last sighting is too long ago, the machine slept
 * or its clock was set.
 */
export async function confirmSighting(at: Millis): Promise<boolean> {
  const kept = await lastSighting()
  if (!kept || at < kept.at || at - kept.at > BRIEF_SILENCE_MS) return false
  await browser.storage.session.set({ [KEY]: { ...kept, at } })
  return true
}
