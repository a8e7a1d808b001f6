// A change of focus that no event tells of is found by asking: often while something earns, seldom at rest, then not at all.

import type { Cause } from '../../shared/core/activity.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'

/** What an observation saw, as far as the next poll must know it. */
export interface Watched {
  /** The focused window; `NO_WINDOW` where none has the focus. */
  readonly window: number
  /** The person is there, and recording is on: otherwise an event wakes us, and nothing is to be found. */
  readonly attended: boolean
  readonly earning: boolean
  /** Since when nothing, or the same, has earned (epoch ms). */
  readonly since: Millis
}

export interface FocusPollTools {
  /** Asks which window has the focus. */
  readonly focusedWindow: () => Promise<number>
  /** Nothing has changed since the last sighting; false where that was too long ago to know. */
  readonly confirm: (at: Millis) => Promise<boolean>
  readonly wake: (cause: Cause) => void
  /** The focus has changed and no event told of it. */
  readonly onSilence: () => void
  readonly now: () => Millis
}

/** Focus is told, and answered, wrongly for some milliseconds (bursts on minimising, a window that is not focused yet). */
const SETTLING_MS: readonly Millis[] = [100, 250]
/** While something earns, and for a while after: a departure and a return are both found within half a second. */
const CLOSE_MS: Millis = 500
const CLOSE_FOR_MS: Millis = 2 * MINUTE_MS
const SELDOM_MS: Millis = 10_000
const SELDOM_FOR_MS: Millis = HOUR_MS / 3

/** How long until the `n`-th poll after an observation; null: there is no further one. */
function pauseBefore(n: number, { attended, earning, since }: Watched, at: Millis): Millis | null {
  if (!attended) return null
  const settling = SETTLING_MS[n]
  if (settling !== undefined) return settling
  const atRest = at - since
  if (earning || atRest < CLOSE_FOR_MS) return CLOSE_MS
  return atRest < SELDOM_FOR_MS ? SELDOM_MS : null
}

const sleep = (ms: Millis): Promise<void> => new Promise(done => setTimeout(done, ms))

/**
 * Makes `pollFocus`, to be called after each observation; a later call ends the polls of an earlier one. Chromium tells
 * a change of focus only where it differs from what it told last, and after its start, a new tab or a return that is
 * wrong: the next change goes untold. Asked, it answers rightly. A silence is therefore never taken for a promise.
 */
export function createFocusPoll(tools: FocusPollTools): (watched: Watched) => Promise<void> {
  let newest = 0
  return async watched => {
    newest += 1
    const mine = newest
    for (let n = 0; ; n += 1) {
      const pause = pauseBefore(n, watched, tools.now())
      if (pause === null) return
      await sleep(pause)
      if (mine !== newest) return
      const window = await tools.focusedWindow()
      if (mine !== newest) return
      if (window !== watched.window) {
        if (n >= SETTLING_MS.length) tools.onSilence()
        return tools.wake('poll')
      }
      if (!(await tools.confirm(tools.now())) && watched.earning) return tools.wake('poll')
    }
  }
}
