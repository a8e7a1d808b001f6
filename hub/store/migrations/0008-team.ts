// Migration 8: frozen memberships, units, what managers note, and how many people a code invites.
export const team: readonly string[] = [
  `create table units (
    agency_id text not null, unit_id text not null, name_vi text not null, name_en text not null,
    primary key (agency_id, unit_id))`,
  `create table cohorts (
    agency_id text not null primary key, since_week text not null, enrolled integer not null,
    gone_reported integer not null)`,
  `create table cohort_units (
    agency_id text not null, unit_id text not null, enrolled integer not null,
    primary key (agency_id, unit_id))`,
  `create table cohort_members (
    agency_id text not null, member_id text not null, unit_id text, reported integer not null,
    primary key (agency_id, member_id))`,
  `create table notes (
    agency_id text not null, note_id text not null, day text not null, note text not null, at bigint not null,
    primary key (agency_id, note_id))`,
  'alter table codes add column uses integer',
]
