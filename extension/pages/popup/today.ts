// All that the popup shows, read from the store in one go.

import type { PlatformId } from '../../../shared/core/activity.ts'
import { type DayKey, dayOf } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { BothLanguages } from '../../../shared/wire/parse.ts'
import { type Recording, recordingNow } from '../../recording.ts'
import { mustJoinAgain } from '../../rejoin.ts'
import { dayNow } from '../../store/days.ts'
import type { Db } from '../../store/db.ts'
import type { PublishedScore, SyncState } from '../../store/schema.ts'
import { NEVER_SENT, setting } from '../../store/settings.ts'
import { type Criteria, criteriaOf, personDays } from '../criteria.ts'
import { readOwnData } from '../own-data.ts'

export interface PlatformTime {
  readonly id: PlatformId
  readonly name: BothLanguages
  readonly ms: Millis
}

/** What the extension is doing at this moment. */
export type Doing =
  | Exclude<Recording, { on: true }>
  | { readonly on: true; readonly platform: BothLanguages | null }
  | { readonly on: false; readonly why: 'no-permission' }

export interface Today {
  readonly day: DayKey
  readonly times: readonly PlatformTime[]
  readonly totalMs: Millis
  readonly doing: Doing
  readonly enrolled: { readonly mayOpenTeam: boolean; readonly hubUrl: string } | null
  readonly criteria: Criteria
  readonly published: PublishedScore | null
  /** The hub has lost this device, or the agency has ended: a new code is needed. */
  readonly joinAgain: boolean
  /** When all this was read. */
  readonly at: Millis
  readonly sync: SyncState
  /** The hub of this device is a sample province. */
  readonly sample: boolean
}

/** @param hasHosts may the extension recognise the platforms? */
export async function readToday(db: Db, now: Millis, hasHosts: boolean): Promise<Today> {
  const { bundle, days, self, expected, counting } = await readOwnData(db, now)
  const named = (id: PlatformId): BothLanguages =>
    bundle.platforms.find(p => p.id === id)?.name ?? { vi: id, en: id }
  const day = dayOf(now)
  const [rows, open, recording, sync, published] = await Promise.all([
    dayNow(db, day),
    setting(db, 'open'),
    recordingNow(db, bundle, now),
    setting(db, 'sync'),
    setting(db, 'standing'),
  ])
  return {
    day,
    times: rows.map(({ platform, ms }) => ({ id: platform, name: named(platform), ms })),
    totalMs: rows.reduce((sum, row) => sum + row.ms, 0),
    doing: doingNow(recording, hasHosts, open ? named(open.platform) : null),
    enrolled: self && { mayOpenTeam: self.role !== 'member', hubUrl: self.hubUrl },
    criteria: criteriaOf(personDays(days), day, expected, counting),
    published: published?.snapshot.agencies[0]?.id === self?.agencyId ? (published ?? null) : null,
    joinAgain: await mustJoinAgain(db, day),
    at: now,
    sync: sync ?? NEVER_SENT,
    sample: bundle.sample,
  }
}

function doingNow(recording: Recording, hasHosts: boolean, platform: BothLanguages | null): Doing {
  if (!recording.on) return recording
  return hasHosts ? { on: true, platform } : { on: false, why: 'no-permission' }
}
