// Focus events may fall silent while the browser, asked, answers rightly. Then it is asked each second.
import type { Millis } from '../../shared/core/time.ts'
import type { Focus } from './browser-events.ts'

const RECHECK_MS: Millis = 1000

/** With no platform in front the asking ends after this many times: nothing may keep a worker awake for hours. */
const AT_MOST_AT_REST = 120

const sleep = (ms: Millis): Promise<void> => new Promise(done => setTimeout(done, ms))

/**
 * Makes `recheck`, to be called after each look. Chromium tells a change of focus only where it differs from what it
 * told last, and after its start or a new tab that is wrong: the next change would go untold. While the last event
 * and the answer disagree, the browser is asked again. `wake` is called when the answer is not what the look saw,
 * also where the focus came just after it: no event would tell of that either.
 */
export function createRecheck(
  ask: () => Promise<Focus>,
  wake: () => void,
): (inFront: boolean) => Promise<void> {
  let newest = 0
  return async inFront => {
    newest += 1
    const mine = newest
    for (let left = inFront ? Number.POSITIVE_INFINITY : AT_MOST_AT_REST; left >= 0; left -= 1) {
      const now = await ask()
      if (mine !== newest) return
      if (now.real !== now.seen) return wake()
      if (now.told === now.real) return
      await sleep(RECHECK_MS)
    }
  }
}
