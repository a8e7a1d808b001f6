// The hub's log: one line a request, no address and no id of a person.
import { pino } from 'pino'

/** Where the hub writes what it did: pino, or anything with these two. */
export interface Logger {
  info(event: object, message?: string): void
  error(event: object, message?: string): void
}

/** JSON lines on stderr. @param level `info`, `warn` … as LOG_LEVEL says */
export const createLogger = (level: string): Logger =>
  pino({ level }, pino.destination({ dest: 2, sync: false }))
