// Exact times fade: of an old day only its totals stay.
import { addDays, dayOf, startOfDay } from '../../shared/core/day.ts'
import { EXACT_DAYS } from '../../shared/core/exact-times.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { Db } from './db.ts'
import { setSetting, setting } from './settings.ts'

/** Stretches that one transaction forgets: whoever records waits no longer than for these. */
const AT_ONCE = 500

/**
 * Forgets exact stretches that ended more than the chosen days ago, once a day, in small steps. Totals stay. Nothing is
 * done while a report waits: it is what the hub still has to be told.
 */
export async function thinOnceADay(db: Db, now: Millis): Promise<void> {
  const today = dayOf(now)
  if ((await setting(db, 'thinned')) === today || (await db.count('outbox')) > 0) return
  await setSetting(db, 'thinned', today)
  const days = (await setting(db, 'exactDays')) ?? EXACT_DAYS[0]
  const before = startOfDay(addDays(today, -days))
  while (await thin(db, before));
}

/** One step; true where there may be more. */
async function thin(db: Db, before: Millis): Promise<boolean> {
  const tx = db.transaction('segments', 'readwrite')
  const old = await tx.store.index('end').getAllKeys(IDBKeyRange.upperBound(before), AT_ONCE)
  const last = old.at(-1)
  // stretches never overlap: whoever began no later than the last of these ended no later either
  if (last !== undefined) await tx.store.delete(IDBKeyRange.upperBound(last))
  await tx.done
  return old.length === AT_ONCE
}
