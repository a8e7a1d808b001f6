// A person → themselves: the days of a diary as a file, and back. It never goes to a hub.
import * as v from 'valibot'
import { SECONDS_A_DAY } from '../core/day.ts'
import { dayKey, instant, parser, slug } from './parse.ts'

/** Twenty years of four platforms a day. */
const MAX_DIARY_ROWS = 30_000

const row = v.strictObject({
  /** Day of the campaign's zone. */
  day: dayKey,
  platform: slug,
  /** Active seconds of that day. */
  seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SECONDS_A_DAY)),
})

/** Each day and platform once, and no day longer than a day. */
export const diaryDays = v.pipe(
  v.array(row),
  v.maxLength(MAX_DIARY_ROWS),
  v.check(
    rows => new Set(rows.map(r => `${r.day} ${r.platform}`)).size === rows.length,
    'the same day and platform stands twice',
  ),
  v.check(daysFit, 'the platforms of one day add up to more than 86400 seconds'),
)

const diary = v.strictObject({
  /** Says what the file is. */
  kind: v.literal('nhipso-diary'),
  version: v.literal(1),
  exportedAt: instant,
  days: diaryDays,
})
export type Diary = v.InferOutput<typeof diary>
export type DiaryRow = v.InferOutput<typeof row>
export const parseDiary = parser('diary', diary)

function daysFit(rows: DiaryRow[]): boolean {
  const sums = new Map<string, number>()
  for (const { day, seconds } of rows) sums.set(day, (sums.get(day) ?? 0) + seconds)
  return [...sums.values()].every(sum => sum <= SECONDS_A_DAY)
}
