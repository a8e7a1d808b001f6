// A refusal → RFC 9457: a stable type, and a sentence that says what to do.
import { type Fail, fail } from '../../shared/core/result.ts'
import { type Problem, problemType, type Reason } from '../../shared/wire/problem.ts'
import type { Answer } from './answer.ts'

/** Why a request is not answered as wished. */
export type Refusal = Fail<Reason> & {
  /** When it may be worth another try, where that is known. */
  readonly retrySeconds?: number
}

/**
 * A refusal as a value.
 * @param detail what, where, what to do, in English
 * @param retrySeconds when to come back; none: it will not help
 */
export const refuse = (why: Reason, detail: string, retrySeconds?: number): Refusal =>
  retrySeconds === undefined ? fail(why, detail) : { ...fail(why, detail), retrySeconds }

const TITLES: Readonly<Record<Reason, readonly [status: number, title: string]>> = {
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This address takes other methods'],
  'host-unknown': [421, 'This host is not served here'],
  'body-too-large': [413, 'The body is too large'],
  'not-json': [400, 'The body is not JSON'],
  invalid: [422, 'The request does not fit the agreement'],
  'code-unknown': [403, 'The code is not known'],
  'code-used-up': [403, 'The code has been used up'],
  'code-expired': [403, 'The code is no longer valid'],
  'key-in-use': [409, 'This browser is enrolled already'],
  'signature-missing': [401, 'The request is not signed'],
  'signature-invalid': [401, 'The signature does not hold'],
  'device-unknown': [401, 'The device is not known'],
  'clock-off': [401, 'The clock of the device is off'],
  'day-in-future': [422, 'A day lies in the future'],
  'day-too-old': [422, 'A day is too old'],
  'day-too-long': [422, 'A day has more than 24 hours'],
  'platform-unknown': [422, 'A platform is not tracked'],
  'agency-unknown': [404, 'There is no such agency'],
  'campaign-unknown': [404, 'There is no such campaign'],
  'not-released': [404, 'Nothing has been released yet'],
  'format-unknown': [501, 'This format is not given'],
  'role-missing': [403, 'Your role does not allow this'],
  'out-of-scope': [403, 'This agency is outside your scope'],
  busy: [503, 'The hub is busy'],
  'too-many-requests': [429, 'Too many requests'],
  'store-unavailable': [503, 'The store cannot be written'],
  internal: [500, 'The hub made a mistake'],
}

/** The HTTP status with which a reason is told. */
export const statusOf = (why: Reason): number => TITLES[why][0]

const RETRY_SECONDS = 30

/** @param now the hub's clock, told where a clock is the trouble */
export function problemOf({ why, detail, retrySeconds }: Refusal, now: number): Answer {
  const [status, title] = TITLES[why]
  const problem: Problem = { type: problemType(why), title, status, detail }
  const told = why === 'clock-off' ? { ...problem, serverTime: now } : problem
  const later = status === 503 || status === 429
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    // A refusal that a proxy keeps for hours outlives its reason.
    'cache-control': status === 404 ? 'public, max-age=5' : 'no-store',
    ...(later ? { 'retry-after': String(retrySeconds ?? RETRY_SECONDS) } : {}),
  }
  return { status, headers, body: JSON.stringify(told) }
}
