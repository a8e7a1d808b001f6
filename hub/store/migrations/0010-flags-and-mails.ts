// Migration 10: odd totals as a campaign lead is told of them, frozen each week; which office has had which digest.
export const flagsAndMails: readonly string[] = [
  `create table released_flags (
    scope text not null, campaign_id text not null, week text not null, release integer not null,
    cells text not null,
    primary key (scope, campaign_id, week))`,
  `create table digest_mails (
    agency_id text not null, week text not null, office_hash text not null, at bigint not null,
    primary key (agency_id, week, office_hash))`,
]
