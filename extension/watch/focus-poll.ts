// Focus events may fall silent while the browser, queried, answers rightly. Then it is polled each second.
import type { Millis } from '../../shared/core/time.ts'
import type { Focus } from './browser-events.ts'

const POLL_MS: Millis = 1000

/** With no platform in front the polling ends after this many times: nothing may keep a worker awake for hours. */
const MOST_POLLS_AT_REST = 120

const sleep = (ms: Millis): Promise<void> => new Promise(done => setTimeout(done, ms))

/**
 * Makes `pollFocus`, to be called after each observation. Chromium reports a change of focus only where it differs
 * from what it reported last, and after its start or a new tab that is wrong: the next change would go unreported.
 * While the last event and the browser's answer disagree, the browser is queried again. `wake` is called when the answer
 * is not what the observation saw, also where the focus came just after it: no event would report that either.
 */
export function createFocusPoll(
  read: () => Promise<Focus>,
  wake: () => void,
): (inFront: boolean) => Promise<void> {
  let newest = 0
  return async inFront => {
    newest += 1
    const mine = newest
    for (let left = inFront ? Number.POSITIVE_INFINITY : MOST_POLLS_AT_REST; left >= 0; left -= 1) {
      const focus = await read()
      if (mine !== newest) return
      if (focus.actual !== focus.observed) return wake()
      if (focus.reported === focus.actual) return
      await sleep(POLL_MS)
    }
  }
}
