// Activity → segment → day totals → kept, in one transaction: nothing is remembered outside the store.
import type { Activity } from '../../shared/core/activity.ts'
import { type DayKey, dayOf, dayTotals } from '../../shared/core/day.ts'
import {
  type CountingRules,
  credited,
  type OpenSegment,
  type Segment,
  step,
  withoutOverlap,
} from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'
import { differences } from '../store/days.ts'
import type { Db } from '../store/db.ts'
import { settingIn } from '../store/setting-in.ts'

/** What an observation changed: the stretch that runs now, whether it began just now, and whether any day total moved. */
export interface Recorded {
  readonly open: OpenSegment | null
  readonly began: boolean
  readonly counted: boolean
}

export interface RecordingRules extends CountingRules {
  /** Write also what only confirms the running stretch. */
  readonly writeAll: boolean
  /** So much of a day may be only listened to: the campaign's enough time. */
  readonly listenMostMs: Millis
}

/** A page whose title blinks wakes us each second: what confirms a stretch sooner than this is not written. */
const CONFIRMED_ENOUGH_IN_HEARTBEATS = 0.8

/**
 * Folds one activity into the store. The running stretch is credited as far as it was seen, so a total is never
 * behind by more than a heartbeat; a stretch that turns out shorter (idle is reported late) gives the rest back.
 */
export async function record(db: Db, heard: Activity, rules: RecordingRules): Promise<Recorded> {
  const tx = db.transaction(['settings', 'segments', 'days'], 'readwrite')
  const before = (await settingIn(tx.objectStore('settings'), 'open')) ?? null
  const listened = await listenedOn(dayOf(heard.at), tx.objectStore('settings'))
  const seen = { ...heard, listening: heard.listening && listened.ms < rules.listenMostMs }
  const { open, closed } = step(before, seen, rules)
  const began = open !== null && open.start !== before?.start
  if (open && before && !closed && !began && !rules.writeAll && confirmedLately(before, open, rules)) {
    await tx.done
    return { open: before, began, counted: false }
  }
  const journal = before ? await overlapping(tx.objectStore('segments').index('end'), before.start) : []
  const wasCredited = pieces(credited(before), journal)
  const kept = pieces(closed, journal)
  const nowCredited = closed ? kept : pieces(open?.start === before?.start ? credited(open) : null, journal)

  for (const segment of kept) await tx.objectStore('segments').put(segment)
  const changes = differences(dayTotals(wasCredited), dayTotals(nowCredited))
  for (const { day, platform, by } of changes) {
    const ms = (await tx.objectStore('days').get([day, platform]))?.ms ?? 0
    await tx.objectStore('days').put({ day, platform, ms: Math.max(0, ms + by) })
  }
  if (before && !began && open?.listening) {
    const untouched = before.listening ? seen.at - before.seen : rules.idleAfterMs
    const ms = listened.ms + Math.min(untouched, open.seen - open.start)
    await tx.objectStore('settings').put({ ...listened, ms }, 'listened')
  }
  if (open) await tx.objectStore('settings').put(open, 'open')
  else if (before) await tx.objectStore('settings').delete('open')
  await tx.done
  return { open, began, counted: changes.length > 0 }
}

const listenedOn = async (day: DayKey, settings: Parameters<typeof settingIn>[0]) => {
  const kept = await settingIn(settings, 'listened')
  return kept?.day === day ? kept : { day, ms: 0 }
}

const confirmedLately = (before: OpenSegment, open: OpenSegment, { heartbeatMs }: CountingRules): boolean =>
  before.listening === open.listening &&
  open.seen - before.seen < heartbeatMs * CONFIRMED_ENOUGH_IN_HEARTBEATS

/** The parts of a span that the journal does not cover yet: a clock that was set back relives minutes. */
const pieces = (span: Segment | null, journal: readonly Segment[]): readonly Segment[] =>
  span ? withoutOverlap(span, journal) : []

/** Segments of the journal that end after an instant. */
const overlapping = (
  ends: { getAll(range: IDBKeyRange): Promise<Segment[]> },
  after: number,
): Promise<readonly Segment[]> => ends.getAll(IDBKeyRange.lowerBound(after, true))
