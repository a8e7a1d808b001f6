// Migration 5: agencies begin, end and follow one another; their headcounts are dated.
export const agencyHistory: readonly string[] = [
  'alter table agencies add column valid_from text',
  'alter table agencies add column valid_to text',
  `create table headcounts (
    agency_id text not null, valid_from text not null, headcount integer not null,
    primary key (agency_id, valid_from))`,
  `create table agency_predecessors (
    agency_id text not null, predecessor_id text not null, day text not null,
    primary key (agency_id, predecessor_id))`,
]
