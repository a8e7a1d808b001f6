// Migration 1: the whole first schema. Migrations are never edited once released; a change is a new file.

/** Statements in the SQL that SQLite and PostgreSQL share. */
export const first: readonly string[] = [
  `create table agencies (
    agency_id text not null primary key,
    code text, name_vi text not null, name_en text not null,
    level text not null, block text not null, headcount integer)`,
  `create table codes (
    agency_id text not null, code_hash text not null,
    kind text not null, role text not null, scope text not null, unit_id text, member_id text,
    uses_left integer not null, created_at bigint not null, expires_at bigint not null, revoked_at bigint,
    primary key (agency_id, code_hash))`,
  'create index codes_by_hash on codes (code_hash)',
  `create table members (
    agency_id text not null, member_id text not null,
    unit_id text, role text not null, scope text not null, enrolled_at bigint not null,
    primary key (agency_id, member_id))`,
  `create table devices (
    agency_id text not null, device_id text not null,
    member_id text not null, public_key text not null, enrolled_at bigint not null,
    consent_version text not null, consent_at bigint not null, last_report_at bigint,
    primary key (agency_id, device_id),
    foreign key (agency_id, member_id) references members (agency_id, member_id))`,
  'create index devices_by_id on devices (device_id)',
  'create index devices_by_key on devices (public_key)',
  'create index devices_by_member on devices (agency_id, member_id)',
  `create table device_days (
    agency_id text not null, device_id text not null, day text not null, platform text not null,
    member_id text not null, seconds integer not null, seq bigint not null,
    primary key (agency_id, device_id, day, platform),
    foreign key (agency_id, device_id) references devices (agency_id, device_id))`,
  'create index device_days_by_member on device_days (agency_id, member_id, day, platform, seconds)',
  'create index device_days_by_day on device_days (agency_id, day)',
  `create table member_credits (
    agency_id text not null, campaign_id text not null, member_id text not null,
    as_of_day text not null, total integer not null, contributes integer not null, changed integer not null,
    primary key (agency_id, campaign_id, member_id))`,
  `create table agency_scores (
    agency_id text not null, campaign_id text not null,
    credit_sum integer not null, contributors integer not null, changed_members integer not null,
    as_of_day text not null, released_at bigint,
    primary key (agency_id, campaign_id))`,
  `create table releases (
    release integer not null primary key,
    campaign_id text not null, at bigint not null, kind text not null, week text)`,
  `create table released_scores (
    agency_id text not null, campaign_id text not null,
    release integer not null, state text not null, score integer, tier text, day text not null, at bigint not null,
    primary key (agency_id, campaign_id))`,
  `create table weekly_finals (
    agency_id text not null, campaign_id text not null, week text not null,
    state text not null, score integer, tier text, rank integer, rank_of integer,
    primary key (agency_id, campaign_id, week))`,
  `create table weekly_means (
    campaign_id text not null, level text not null, week text not null, mean_bp integer not null,
    primary key (campaign_id, level, week))`,
  `create table released_team (
    agency_id text not null, campaign_id text not null, week text not null,
    release integer not null, at bigint not null, cells text not null,
    primary key (agency_id, campaign_id, week))`,
  `create table views (
    agency_id text not null, view_id text not null,
    at bigint not null, role text not null, week text not null, what text not null,
    primary key (agency_id, view_id))`,
  'create table marks (name text not null primary key, value integer not null)',
]
