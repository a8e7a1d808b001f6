// Migration 6: the final table of a campaign, and corrections of weekly finals beside the finals that stay.
export const summaryAndCorrections: readonly string[] = [
  'alter table releases add column reason text',
  `create table corrections (
    agency_id text not null, campaign_id text not null, week text not null, release integer not null,
    state text not null, score integer, tier text, rank integer, rank_of integer,
    primary key (agency_id, campaign_id, week, release))`,
  `create table campaign_finals (
    agency_id text not null, campaign_id text not null, release integer not null,
    name_vi text not null, name_en text not null, level text not null, block text not null,
    state text not null, score integer, tier text, rank integer, rank_of integer,
    weeks integer not null, last_score integer,
    primary key (agency_id, campaign_id))`,
]
