// The checkpoint of a running stretch: an alarm while a platform is in front, none otherwise.
import { browser } from 'wxt/browser'
import { MINUTE_MS } from '../../shared/core/day.ts'
import { BRIEF_SILENCE_MS } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'

export const HEARTBEAT = 'heartbeat'

/** Chrome before 120 (the last for Windows 7 is 109) lets alarms fire at most once a minute. */
const HALF_MINUTE_SINCE_CHROME = 120

/** The browser's shortest alarm. */
export function heartbeatMs(userAgent: string): Millis {
  const chrome = /Chrome\/(\d+)/.exec(userAgent)?.[1]
  return chrome && Number(chrome) < HALF_MINUTE_SINCE_CHROME ? MINUTE_MS : MINUTE_MS / 2
}

/**
 * How long a worker that watches may be silent. Chromium's is kept awake by its polls: who was silent for longer slept
 * or was stopped. Firefox stops a quiet background though it polls, and tells every change by an event that wakes it.
 */
export const silenceMs = (userAgent: string): Millis =>
  userAgent.includes('Firefox/') ? (3 * MINUTE_MS) / 4 : BRIEF_SILENCE_MS

/**
 * Starts the alarm where it does not run yet (alarms may be lost with the browser), anew where a stretch has just
 * begun, so that it beats a whole heartbeat after the last word written; or stops it.
 */
export async function keepHeartbeat(running: boolean, began: boolean, every: Millis): Promise<void> {
  if (!running) return void (await browser.alarms.clear(HEARTBEAT))
  if (!began && (await browser.alarms.get(HEARTBEAT))) return
  await browser.alarms.create(HEARTBEAT, { periodInMinutes: every / MINUTE_MS })
}
