// Extension → hub: cumulative day totals. All that ever leaves the device: device id, day, platform, seconds.
import * as v from 'valibot'
import { SECONDS_A_DAY } from '../core/day.ts'
import { fail, type Result } from '../core/result.ts'
import { count, dayKey, instant, parser, slug } from './parse.ts'

export const MAX_REPORT_ROWS = 600

const row = v.strictObject({
  /** Day of the campaign's zone. */
  day: dayKey,
  platform: slug,
  /** Active seconds of that day so far; a later report replaces it, it never adds to it. */
  seconds: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(SECONDS_A_DAY, 'a day has no more than 86400 seconds'),
  ),
})
export type ReportRow = v.InferOutput<typeof row>

const report = v.strictObject({
  /** Grows with every report of a device; a row is replaced only by a larger one. */
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  days: v.pipe(
    v.array(row),
    v.minLength(1),
    v.maxLength(MAX_REPORT_ROWS),
    v.check(
      rows => new Set(rows.map(r => `${r.day} ${r.platform}`)).size === rows.length,
      'the same day and platform stands twice',
    ),
    v.check(sumsFit, 'the platforms of one day add up to more than 86400 seconds'),
  ),
})
export type Report = v.InferOutput<typeof report>
export const parseReport = parser('report', report)

/**
 * The same where the hub takes a report in, with a reason of its own for a day that is longer than a day: that is the
 * fault of a clock, not of a program.
 */
export function readReport(input: unknown): Result<Report, 'invalid' | 'day-too-long'> {
  const read = parseReport(input)
  return read.ok || !hasLongDay(input) ? read : fail('day-too-long', read.detail)
}

const hasLongDay = (input: unknown): boolean =>
  v
    .safeParse(report, input)
    .issues?.some(({ requirement }) => requirement === SECONDS_A_DAY || requirement === sumsFit) ?? false

function sumsFit(rows: ReportRow[]): boolean {
  const sums = new Map<string, number>()
  for (const { day, seconds } of rows) sums.set(day, (sums.get(day) ?? 0) + seconds)
  return [...sums.values()].every(sum => sum <= SECONDS_A_DAY)
}

/** The hub's answer, given after commit. */
const receipt = v.object({
  seq: v.number(),
  /** Rows of this report that are now the newest; the others had already been overtaken. */
  kept: count,
  /** The hub's clock, epoch ms. */
  serverTime: instant,
})
export type Receipt = v.InferOutput<typeof receipt>
export const parseReceipt = parser('receipt', receipt)
