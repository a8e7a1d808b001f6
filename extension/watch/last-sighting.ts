// The last sighting of this run of the browser: kept by the browser itself, so that a stopped worker loses no more than the time since the last poll.
import { browser } from 'wxt/browser'
import type { PlatformId, Sighting } from '../../shared/core/activity.ts'
import { BRIEF_SILENCE_MS } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'

const OBSERVED = 'sighting'
const CONFIRMED = 'confirmed'

/** What an observation saw, and since when it has been so (epoch ms): how long the browser has been at rest. */
interface Observation extends Sighting {
  readonly since: Millis
}

/** A poll that found an observation unchanged. It names the one it means: another may have come while it asked. */
interface Confirmation {
  readonly of: Millis
  readonly at: Millis
}

async function kept() {
  const all = await browser.storage.session.get([OBSERVED, CONFIRMED])
  const observed = all[OBSERVED] as Observation | undefined
  const confirmed = all[CONFIRMED] as Confirmation | undefined
  if (!observed) return null
  const at = confirmed?.of === observed.at ? confirmed.at : observed.at
  return { observed, last: { ...observed, at } }
}

/** The sighting before this one; null where the browser has just started. */
export const lastSighting = async (): Promise<Observation | null> => (await kept())?.last ?? null

/** Keeps what was observed; resolves with it. */
export async function keepSighting(
  before: Observation | null,
  at: Millis,
  earning: PlatformId | null,
): Promise<Observation> {
  const since = before?.earning === earning ? before.since : at
  const sighting = { at, earning, since }
  await browser.storage.session.set({ [OBSERVED]: sighting })
  return sighting
}

/**
 * A poll found nothing changed. False where that cannot be known: the last sighting is too long ago, the machine slept
 * or its clock was set.
 */
export async function confirmSighting(at: Millis): Promise<boolean> {
  const sighting = await kept()
  if (!sighting || at < sighting.last.at || at - sighting.last.at > BRIEF_SILENCE_MS) return false
  await browser.storage.session.set({ [CONFIRMED]: { of: sighting.observed.at, at } satisfies Confirmation })
  return true
}
