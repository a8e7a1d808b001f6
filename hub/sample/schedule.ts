// When the next group of the sample reports: quickly while a newcomer looks on, then slowly enough to last the day.
import { setTimeout } from 'node:timers/promises'

const FIRST_MS = 8_000
const QUICK_MS = 45_000
const QUICK_WAVES = 20
/** Still within the two minutes after which something must have moved. */
const STEADY_MS = 90_000

const before = (turn: number): number => (turn === 0 ? FIRST_MS : turn < QUICK_WAVES ? QUICK_MS : STEADY_MS)

/** Does `work` again and again until it is stopped. A fault is told and does not end it. */
export function keepGoing(work: (turn: number) => Promise<unknown>): () => Promise<void> {
  const ending = new AbortController()
  const run = async () => {
    for (let turn = 0; !ending.signal.aborted; turn += 1) {
      await setTimeout(before(turn), undefined, { signal: ending.signal }).catch(() => undefined)
      if (!ending.signal.aborted) await work(turn).catch(error => console.error(`sample: ${String(error)}`))
    }
  }
  const running = run()
  return async () => {
    ending.abort()
    await running
  }
}
