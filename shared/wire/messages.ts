// Pages → background: commands. The background is the only writer of the store; pages read it.
import * as v from 'valibot'
import { EXACT_DAYS } from '../core/exact-times.ts'
import { diaryDays } from './diary.ts'
import { dayKey, instant, parser, text } from './parse.ts'

const command = v.variant('do', [
  /** The person ticked the consent text of this version. */
  v.strictObject({ do: v.literal('consent'), version: text(20) }),
  /** Stop recording at once, and forget the consent. With `erase`, also what device and hub hold. */
  v.strictObject({ do: v.literal('withdraw'), erase: v.boolean() }),
  v.strictObject({
    do: v.literal('enrol'),
    code: text(64),
    hubUrl: v.pipe(v.string(), v.url()),
    /** Name no unit, whatever the code says. */
    withoutUnit: v.optional(v.literal(true)),
  }),
  /** Pause until an instant; null: until resumed. */
  v.strictObject({ do: v.literal('pause'), until: v.nullable(instant) }),
  v.strictObject({ do: v.literal('resume') }),
  /** Send what is due now. */
  v.strictObject({ do: v.literal('sync') }),
  /** Look again at what is in front (a page asks before it reads, so that its numbers are of now). */
  v.strictObject({ do: v.literal('look') }),
  /** Ask the hub for the released score of my agency, and keep it for the time without a network. */
  v.strictObject({ do: v.literal('standing') }),
  /** Forget what was counted on a day, here and at the hub; null: on every day. */
  v.strictObject({ do: v.literal('erase'), day: v.nullable(dayKey) }),
  /** Show what an own export holds. A day becomes never shorter by it, and nothing of it is sent. */
  v.strictObject({ do: v.literal('import'), days: diaryDays }),
  /** Remind me quietly, at most once a day; off until the person switches it on. */
  v.strictObject({ do: v.literal('remind'), on: v.boolean() }),
  /** Keep exact times for so many days; of older days only totals stay. */
  v.strictObject({ do: v.literal('exact-days'), days: v.picklist(EXACT_DAYS) }),
  v.strictObject({ do: v.literal('language'), language: v.picklist(['vi', 'en']) }),
])
export type Command = v.InferOutput<typeof command>
export const parseCommand = parser('command', command)
