// How every agreement is read: a schema in, a value or one clear sentence out. No `as` after this door.

import * as v from 'valibot'
import { FULL } from '../core/basis-points.ts'
import { isDayKey, isWeekKey } from '../core/day.ts'
import { fail, ok, type Result } from '../core/result.ts'

/** Reads foreign input; on failure `detail` names each faulty key and the reason, for people. */
export type Parse<T> = (input: unknown) => Result<T, 'invalid'>

const MAX_FAULTS_TOLD = 5

/** A parser that also tells what it reads, so that the door and its description cannot differ. */
export type Agreement<T> = Parse<T> & {
  readonly called: string
  readonly schema: v.GenericSchema<unknown, T>
}

/** Makes the parser of one agreement; `name` opens its error sentences. */
// @__NO_SIDE_EFFECTS__
export function parser<S extends v.GenericSchema>(name: string, schema: S): Agreement<v.InferOutput<S>> {
  const parse: Parse<v.InferOutput<S>> = input => {
    const read = v.safeParse(schema, input)
    if (read.success) return ok(read.output)
    const faults = read.issues.map(issue => `${pathOf(name, issue)}: ${issue.message}`)
    const more = faults.length > MAX_FAULTS_TOLD ? ` (and ${faults.length - MAX_FAULTS_TOLD} more)` : ''
    return fail('invalid', faults.slice(0, MAX_FAULTS_TOLD).join('; ') + more)
  }
  return Object.assign(parse, { called: name, schema })
}

/** JSON text → value, through the same parser. */
export function parseJson<T>(text: string, parse: Parse<T>): Result<T, 'invalid'> {
  try {
    return parse(JSON.parse(text))
  } catch (error) {
    return fail('invalid', `not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const pathOf = (name: string, issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).reduce(
    (path, { key }) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`),
    name,
  )

/** Text of our own: not empty, in Unicode NFC (TCVN 6909), without control characters. */
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(max),
    v.check(s => s === s.normalize('NFC'), 'must be in Unicode NFC'),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
    v.regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/, 'must hold no control characters'),
  )

/** The same text in both languages of the product. */
export const bothLanguages = (max: number) => v.object({ vi: text(max), en: text(max) })
export interface BothLanguages {
  readonly vi: string
  readonly en: string
}

/** Id of a campaign, platform, agency or unit: lower-case words joined by hyphens. */
export const slug = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
)

export const dayKey = v.pipe(v.string(), v.check(isDayKey, 'must be a day that exists, as YYYY-MM-DD'))
export const weekKey = v.pipe(v.string(), v.check(isWeekKey, 'must be a week that exists, as YYYY-Www'))

/** An epoch instant in ms, up to the year 9999. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999))
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000))
export const basisPoints = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FULL))
export const tenths = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))
