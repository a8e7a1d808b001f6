// What the database keeps, by store and by key: types alone. Others read it in tests and exports: a change needs a version step.
import type { DBSchema } from 'idb'
import type { PlatformId } from '../../shared/core/activity.ts'
import type { DayKey, DayTotal } from '../../shared/core/day.ts'
import type { ExactDays } from '../../shared/core/exact-times.ts'
import type { Language } from '../../shared/core/language.ts'
import type { OpenSegment, Segment } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { CampaignBundle } from '../../shared/wire/campaign.ts'
import type { Consent, Enrolment } from '../../shared/wire/enrolment.ts'
import type { Report } from '../../shared/wire/report.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'

export interface Schema extends DBSchema {
  /** The journal: never leaves the device, never overlaps itself. */
  segments: { key: Millis; value: Segment; indexes: { end: Millis } }
  days: { key: [DayKey, PlatformId]; value: DayTotal }
  /** The report on its way, by `seq`, until the hub has acknowledged it. */
  outbox: { key: number; value: Report }
  settings: { key: keyof Settings; value: Settings[keyof Settings] }
  /** `pending`: keys before the enrolment; `next`: those that shall replace the keys of `self`. */
  identity: { key: 'self' | 'pending' | 'next'; value: Identity | WaitingKeys }
}

/** Who this device is to the hub. */
export interface Identity extends Enrolment {
  readonly hubUrl: string
  readonly enrolledAt: Millis
  /** The private half is non-extractable. */
  readonly keys: CryptoKeyPair
  /** When the hub took these keys in the place of earlier ones; since the enrolment where there were none. */
  readonly keysSince?: Millis
  /** The keys before these: a hub that was restored from a backup may know no others. */
  readonly keysBefore?: CryptoKeyPair
}

/** A key pair that the hub has not confirmed yet: an answer lost on the way must not cost a second key. */
export interface WaitingKeys {
  readonly keys: CryptoKeyPair
}

/** What the person, the recorder and the sender remember between two wakes of the worker. */
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
  /** The published score of the own agency. */
  readonly standing: PublishedScore
  /** The person wants to be reminded; and the day on which that was last done. */
  readonly remind: boolean
  readonly reminded: DayKey
  /** The person asked to be erased, and the hub has not confirmed yet. */
  readonly eraseDue: true
  /** This browser has changed its focus without an event: it is asked at rest too. */
  readonly focusSilent: true
  /** Days after which exact stretches are forgotten; and the day on which that was last done. */
  /** How long the person only listened on a day: no more than the enough time counts. */
  readonly listened: { readonly day: DayKey; readonly ms: Millis }
  readonly exactDays: ExactDays
  readonly thinned: DayKey
}

/** What counting needs of a campaign: all but the agencies. */
export type CampaignRules = Omit<CampaignBundle, 'agencies' | 'blocks'>

/** The campaign as a hub last published it, and when it was fetched. */
interface KeptCampaign {
  readonly bundle: CampaignBundle
  readonly at: Millis
}

/** What everyone may see of the own agency: a snapshot of it alone, and when it was fetched. */
export interface PublishedScore {
  readonly snapshot: Snapshot
  readonly at: Millis
}

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
    readonly clockDifferenceMs?: Millis
  } | null
}

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
