// What the hub holds of a person in the window, and what a report makes of it. Pure.
import type { DayKey } from '../shared/core/day.ts'
import type { PersonDay } from '../shared/core/score.ts'
import type { Report } from '../shared/wire/report.ts'
import { capped, type HeldDay } from './store/reports.ts'

/** A person's totals by browser, day and platform. */
export type Held = ReadonlyMap<string, HeldDay>

const keyOf = ({ device, day, platform }: Pick<HeldDay, 'device' | 'day' | 'platform'>): string =>
  `${device} ${day} ${platform}`

/** Totals of many people, by person. */
export function byMember(rows: readonly HeldDay[]): ReadonlyMap<string, Held> {
  const people = new Map<string, Map<string, HeldDay>>()
  for (const row of rows) {
    const mine = people.get(row.member) ?? new Map<string, HeldDay>()
    people.set(row.member, mine.set(keyOf(row), row))
  }
  return people
}

/**
 * The totals after a report: a row gives way to a larger seq only.
 * @returns null where no total inside the window changes: replays and overtaken rows
 */
export function withReport(
  held: Held,
  who: { readonly member: string; readonly device: string },
  report: Report,
  from: DayKey,
): Held | null {
  const after = new Map(held)
  let changed = false
  for (const { day, platform, seconds } of report.days) {
    if (day < from) continue
    const row = { ...who, day, platform, seconds, seq: report.seq }
    const old = held.get(keyOf(row))
    if (old && old.seq >= report.seq) continue
    after.set(keyOf(row), row)
    changed ||= seconds !== (old?.seconds ?? 0)
  }
  return changed ? after : null
}

/** All browsers added, at most 24 h a platform and day. */
export function personDays(held: Held): readonly PersonDay[] {
  const sums = new Map<string, PersonDay>()
  for (const { day, platform, seconds } of held.values()) {
    const key = `${day} ${platform}`
    sums.set(key, { day, platform, seconds: capped(seconds + (sums.get(key)?.seconds ?? 0)) })
  }
  return [...sums.values()]
}
