// Long work lets requests pass: better-sqlite3 answers at once, so without this nothing else would run.
import { setImmediate } from 'node:timers/promises'

/** Waits until the event loop has seen to whatever else is waiting. */
export const yieldToEventLoop = (): Promise<void> => setImmediate()
