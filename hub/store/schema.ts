// The tables, as Kysely reads them. Every key of what belongs to an agency starts with agency_id.
import type { Kysely, Transaction } from 'kysely'
import type { Level } from '../../shared/wire/campaign.ts'
import type { Role } from '../../shared/wire/enrolment.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'

/** 0 or 1: the portable truth value. */
type Bit = number

export interface AgencyRow {
  readonly agency_id: string
  readonly code: string | null
  readonly name_vi: string
  readonly name_en: string
  readonly level: Level
  readonly block: string
  /** What holds before the first of `headcounts`. */
  readonly headcount: number | null
  /** First and last day; null: since ever, for ever. */
  readonly valid_from: string | null
  readonly valid_to: string | null
}

/** The official number of people from a day on. */
interface HeadcountRow {
  readonly agency_id: string
  readonly valid_from: string
  readonly headcount: number
}

/** An agency that another one came from, on a day: merged into it, or split. */
interface PredecessorRow {
  readonly agency_id: string
  readonly predecessor_id: string
  readonly day: string
}

/** A code is kept as its SHA-256: the database cannot hand out invitations. */
export interface CodeRow {
  readonly agency_id: string
  readonly code_hash: string
  readonly kind: 'invite' | 'link'
  readonly role: Role
  readonly scope: string
  readonly unit_id: string | null
  /** Whose second browser a link adds. */
  readonly member_id: string | null
  readonly uses_left: number
  readonly created_at: number
  readonly expires_at: number
  readonly revoked_at: number | null
  /** People whom it invites; null for one that came before this was kept. */
  readonly uses: number | null
}

/** A unit (phòng, ban) inside an agency, as a code named it. */
export interface UnitRow {
  readonly agency_id: string
  readonly unit_id: string
  readonly name_vi: string
  readonly name_en: string
}

/** One person: no name, no address, no account. */
export interface MemberRow {
  readonly agency_id: string
  readonly member_id: string
  readonly unit_id: string | null
  readonly role: Role
  /** Agency id, block id or `all`: whose team tables a manager may see. */
  readonly scope: string
  readonly enrolled_at: number
}

/** One browser of a person, with the consent that was given in it. */
export interface DeviceRow {
  readonly agency_id: string
  readonly device_id: string
  readonly member_id: string
  /** `x.y` of the P-256 public key, base64url. */
  readonly public_key: string
  readonly enrolled_at: number
  readonly consent_version: string
  readonly consent_at: number
  readonly last_report_at: number | null
  /** Hash of the code it came with; null for one that came before this was kept. */
  readonly code_hash: string | null
  /** Shut out since then; null: it may sign. */
  readonly revoked_at: number | null
}

interface DeviceDayRow {
  readonly agency_id: string
  readonly device_id: string
  readonly day: string
  readonly platform: string
  readonly member_id: string
  readonly seconds: number
  readonly seq: number
}

export interface MemberCreditRow {
  readonly agency_id: string
  readonly campaign_id: string
  readonly member_id: string
  readonly as_of_day: string
  readonly total: number
  /** Any active time in the window. */
  readonly contributes: Bit
  /** Did this person's data change since the agency's last release? */
  readonly changed: Bit
}

/** Running sums over member_credits: a report moves them by its delta. */
export interface AgencyScoreRow {
  readonly agency_id: string
  readonly campaign_id: string
  readonly credit_sum: number
  readonly contributors: number
  readonly changed_members: number
  readonly as_of_day: string
  readonly released_at: number | null
}

export interface ReleaseRow {
  readonly release: number
  readonly campaign_id: string
  readonly at: number
  readonly kind: 'live' | 'weekly' | 'correction' | 'final'
  /** The closed week of a weekly final, or of its correction. */
  readonly week: string | null
  /** Why a final was corrected. */
  readonly reason: string | null
}

/** The newest released cell of an agency: all that any surface may show. */
export interface ReleasedScoreRow {
  readonly agency_id: string
  readonly campaign_id: string
  readonly release: number
  readonly state: AgencyScore['state']
  readonly score: number | null
  readonly tier: string | null
  readonly day: string
  readonly at: number
}

/** A frozen weekly final: only what was released. */
export interface WeeklyFinalRow {
  readonly agency_id: string
  readonly campaign_id: string
  readonly week: string
  readonly state: AgencyScore['state']
  readonly score: number | null
  readonly tier: string | null
  readonly rank: number | null
  readonly rank_of: number | null
}

/** What stands in the place of a frozen final since a release that says why. */
export interface CorrectionRow extends WeeklyFinalRow {
  readonly release: number
}

/** A line of the frozen final table of a campaign: all of it comes from weekly finals. */
export interface CampaignFinalRow {
  readonly agency_id: string
  readonly campaign_id: string
  readonly release: number
  readonly name_vi: string
  readonly name_en: string
  readonly level: Level
  readonly block: string
  readonly state: AgencyScore['state']
  /** The mean of its weekly finals. */
  readonly score: number | null
  readonly tier: string | null
  readonly rank: number | null
  readonly rank_of: number | null
  /** Weeks of which a score was released. */
  readonly weeks: number
  readonly last_score: number | null
}

/** M: the mean of A over the agencies that a weekly final released. */
interface WeeklyMeanRow {
  readonly campaign_id: string
  readonly level: Level
  readonly week: string
  readonly mean_bp: number
}

export interface ReleasedTeamRow {
  readonly agency_id: string
  readonly campaign_id: string
  readonly week: string
  readonly release: number
  readonly at: number
  /** A TeamWeek as JSON: the released cells, never recomputed. */
  readonly cells: string
}

/** The membership that team tables count: when it was frozen, and how many it had then. */
interface CohortRow {
  readonly agency_id: string
  readonly since_week: string
  readonly enrolled: number
  /** People who erased their data since and had sent something before. */
  readonly gone_reported: number
}

/** How many it had in each unit; '' for those who named none. */
interface CohortUnitRow {
  readonly agency_id: string
  readonly unit_id: string
  readonly enrolled: number
}

/** Who belongs to it and has not erased their data since. */
interface CohortMemberRow {
  readonly agency_id: string
  readonly member_id: string
  readonly unit_id: string | null
  /** Ever sent a day total. */
  readonly reported: Bit
}

/** What a campaign lead was told of odd totals; the cells as JSON. */
export interface ReleasedFlagsRow {
  /** A block, or `all`. */
  readonly scope: string
  readonly campaign_id: string
  readonly week: string
  readonly release: number
  readonly cells: string
}

/** That an office has had a digest: who asks again sends it to the others only. */
interface DigestMailRow {
  readonly agency_id: string
  readonly week: string
  /** SHA-256 of the address. */
  readonly office_hash: string
  readonly at: number
}

/** A manager's remark on a day of the agency. */
export interface NoteRow {
  readonly agency_id: string
  readonly note_id: string
  readonly day: string
  readonly note: string
  readonly at: number
}

/** A look at an agency's team numbers. Who looked is told by role, never by person. */
export interface ViewRow {
  readonly agency_id: string
  readonly view_id: string
  readonly at: number
  readonly role: Role
  readonly week: string
  readonly what: 'view' | 'export' | 'note' | 'digest'
}

/** An official result as it was published; never part of a score. */
export interface ResultRow {
  readonly agency_id: string
  readonly target: string
  /** As the source names it: `2026`, `2026-Q3`. */
  readonly period: string
  /** A decimal number with a point. */
  readonly value: string
  readonly unit: string | null
  readonly source: string
  /** Day of the publication. */
  readonly day: string
}

/** A published version of the widgets' script: never changed, never deleted. */
export interface ScriptRow {
  readonly version: string
  readonly body: string
  /** `sha384-…` */
  readonly integrity: string
  /** When it was published first. */
  readonly since: number
}

/** That an agency's site showed a snippet, by day: no reader, no path, no address of anybody. */
export interface SightingRow {
  readonly host: string
  readonly kind: 'image' | 'element' | 'frame'
  /** Of an element `1` (rolling) or the pinned version; of a frame its name; of an image its format. */
  readonly version: string
  readonly first_day: string
  readonly last_day: string
  /** On how many days. */
  readonly days: number
}

/** Counters by which one process notices what another wrote. */
interface MarkRow {
  readonly name: string
  readonly value: number
}

export interface Tables {
  agencies: AgencyRow
  headcounts: HeadcountRow
  agency_predecessors: PredecessorRow
  units: UnitRow
  codes: CodeRow
  members: MemberRow
  devices: DeviceRow
  device_days: DeviceDayRow
  member_credits: MemberCreditRow
  agency_scores: AgencyScoreRow
  releases: ReleaseRow
  released_scores: ReleasedScoreRow
  weekly_finals: WeeklyFinalRow
  weekly_means: WeeklyMeanRow
  corrections: CorrectionRow
  campaign_finals: CampaignFinalRow
  released_team: ReleasedTeamRow
  cohorts: CohortRow
  cohort_units: CohortUnitRow
  cohort_members: CohortMemberRow
  released_flags: ReleasedFlagsRow
  digest_mails: DigestMailRow
  notes: NoteRow
  views: ViewRow
  results: ResultRow
  scripts: ScriptRow
  sightings: SightingRow
  marks: MarkRow
}

/** The hub's store: handed to every function of this folder. */
export type Store = Kysely<Tables>
/** The store inside a transaction. */
export type Trx = Transaction<Tables>
