// How long to wait before the next attempt: longer after each failure, and never all devices at once.

import { MINUTE_MS } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'

const LONGEST_MS = 60 * MINUTE_MS
const DOUBLINGS = 6

/** On the day of enrolment a newcomer wants to see the line work; later the hub wants to sleep. */
const FIRST_DAY_MS = MINUTE_MS
const LATER_MS = 20 * MINUTE_MS

/** Spreads a time over ±20 %. `random` is from 0 up to 1. */
const spread = (ms: Millis, random: number): Millis => Math.round(ms * (0.8 + 0.4 * random))

/** After `failures` attempts in a row that failed: 1, 2, 4 … minutes, at most an hour. */
export const retryAfter = (failures: number, random: number): Millis =>
  spread(Math.min(LONGEST_MS, MINUTE_MS * 2 ** Math.min(DOUBLINGS, Math.max(0, failures - 1))), random)

/** After a change, while all goes well. */
export const sendAfter = (firstDay: boolean, random: number): Millis =>
  firstDay ? FIRST_DAY_MS : spread(LATER_MS, random)
