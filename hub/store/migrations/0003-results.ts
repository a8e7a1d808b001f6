// Migration 3: official results, as the operator imports them. They stand beside the score, never inside it.
export const results: readonly string[] = [
  `create table results (
    agency_id text not null, target text not null, period text not null,
    value text not null, source text not null, day text not null,
    primary key (agency_id, target, period))`,
]
