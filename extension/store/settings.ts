// What the person, the recorder and the sender remember between two wakes of the worker.

import type { PlatformId } from '../../shared/core/activity.ts'
import type { DayKey } from '../../shared/core/day.ts'
import type { Language } from '../../shared/core/language.ts'
import type { OpenSegment } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { CampaignBundle } from '../../shared/wire/campaign.ts'
import type { Consent } from '../../shared/wire/enrolment.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import type { Db } from './db.ts'

/** Why the last attempt to send did not end with an acknowledgement. */
export type SyncTrouble =
  | 'offline'
  | 'busy'
  | 'clock-off'
  | 'device-unknown'
  /** Somebody else answers in the hub's place: a login page of the network, a proxy. */
  | 'not-the-hub'
  /** Another browser reports with this device's key: the profile was copied. */
  | 'copied'
  | 'refused'

export interface SyncState {
  /** The largest `seq` used so far; it never shrinks, also not across enrolments. */
  readonly seq: number
  readonly lastSentAt: Millis | null
  /** Attempts that failed in a row. */
  readonly failures: number
  readonly trouble: {
    readonly why: SyncTrouble
    readonly detail: string
    readonly at: Millis
    /** Own clock minus the hub's, where the clock is the trouble. */
    readonly clockDifferenceMs?: number
  } | null
}

/** The campaign as a hub last told it. */
interface KeptCampaign {
  readonly bundle: CampaignBundle
  readonly at: Millis
}

export interface Standing {
  readonly snapshot: Snapshot
  readonly at: Millis
}

export interface Settings {
  readonly open: OpenSegment
  readonly consent: Consent
  /** `until` null: until the person resumes. */
  readonly pause: { readonly until: Millis | null }
  readonly language: Language
  readonly campaign: KeptCampaign
  readonly sync: SyncState
  /** Seconds that the hub has acknowledged, by `day platform`. */
  readonly acknowledged: Readonly<Record<`${DayKey} ${PlatformId}`, number>>
  /** Milliseconds from an own export, by `day platform`: shown in the diary, never sent. */
  readonly imported: Readonly<Record<`${DayKey} ${PlatformId}`, Millis>>
  /** What everyone may see of the agency, as the hub last told it. */
  readonly standing: Standing
  /** The person wants to be reminded; and the day on which that was last done. */
  readonly remind: boolean
  readonly reminded: DayKey
  /** The person asked to be erased, and the hub has not confirmed yet. */
  readonly eraseDue: true
}

export const NEVER_SENT: SyncState = { seq: 0, lastSentAt: null, failures: 0, trouble: null }

/** One setting, or undefined where it was never set. Only this file writes them, so the type holds. */
export async function setting<K extends keyof Settings>(db: Db, key: K): Promise<Settings[K] | undefined> {
  return (await db.get('settings', key)) as Settings[K] | undefined
}

export async function setSetting<K extends keyof Settings>(
  db: Db,
  key: K,
  value: Settings[K],
): Promise<void> {
  await db.put('settings', value, key)
}

export async function dropSetting(db: Db, key: keyof Settings): Promise<void> {
  await db.delete('settings', key)
}
