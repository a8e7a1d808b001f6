// Hub → everyone: why something was refused (RFC 9457), with a stable type and a sentence that says what to do.
import * as v from 'valibot'
import { instant, parser } from './parse.ts'

/** Every reason that the hub gives; the last part of `type`. */
export const REASONS = [
  'not-found',
  'method-not-allowed',
  'host-unknown',
  'body-too-large',
  'not-json',
  'invalid',
  'code-unknown',
  'code-used-up',
  'code-expired',
  'key-in-use',
  'signature-missing',
  'signature-invalid',
  'device-unknown',
  'clock-off',
  'day-in-future',
  'day-too-old',
  'day-too-long',
  'platform-unknown',
  'agency-unknown',
  'campaign-unknown',
  'not-released',
  'format-unknown',
  'role-missing',
  'out-of-scope',
  'busy',
  'too-many-requests',
  'store-unavailable',
  'internal',
] as const
export type Reason = (typeof REASONS)[number]

const PREFIX = 'urn:nhipso:problem:'
/** The `type` of an RFC 9457 problem document. */
export const problemType = (reason: Reason): string => `${PREFIX}${reason}`

const problem = v.looseObject({
  /** `urn:nhipso:problem:` and the reason. */
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  detail: v.optional(v.string()),
  /** The hub's clock (epoch ms), told where a clock is the trouble. */
  serverTime: v.optional(instant),
})
export type Problem = v.InferOutput<typeof problem>
export const parseProblem = parser('problem', problem)

/** The reason inside a `type`, or null where it is none of ours. */
export const reasonOf = (type: string): Reason | null =>
  REASONS.find(reason => type === problemType(reason)) ?? null
