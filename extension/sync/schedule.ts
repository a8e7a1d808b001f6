// When to send: one alarm, and only while something is due.
import { browser } from 'wxt/browser'
import { dayOf } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import { campaignNow } from '../store/campaign.ts'
import type { Db } from '../store/db.ts'
import { identity } from '../store/identity.ts'
import { hasDue } from '../store/outbox.ts'
import { trackedPlatforms } from '../store/platforms.ts'
import { NEVER_SENT, setting } from '../store/settings.ts'
import { retryAfter, sendAfter } from './backoff.ts'

export const SEND = 'send'

/** How long until the next attempt; null when nothing is due. `random` is from 0 up to 1. */
async function nextSend(db: Db, now: Millis, random: number): Promise<Millis | null> {
  const self = await identity(db)
  if (!self) return null
  const { failures } = (await setting(db, 'sync')) ?? NEVER_SENT
  if (!(await isDue(db, now))) return null
  return failures > 0
    ? retryAfter(failures, random)
    : sendAfter(dayOf(self.enrolledAt) === dayOf(now), random)
}

/** An erasure that the hub has not confirmed, or totals that it does not know. */
async function isDue(db: Db, now: Millis): Promise<boolean> {
  if (await setting(db, 'eraseDue')) return true
  if (!(await setting(db, 'consent'))) return false
  return hasDue(db, dayOf(now), trackedPlatforms(await campaignNow(db, now)))
}

/** Sets the alarm where none runs; changes that follow wait for the same one. */
export async function scheduleSend(db: Db, now: Millis, random: number): Promise<void> {
  if (await browser.alarms.get(SEND)) return
  const wait = await nextSend(db, now, random)
  if (wait !== null) await browser.alarms.create(SEND, { when: now + wait })
}
