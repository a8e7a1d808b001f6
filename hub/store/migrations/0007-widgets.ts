// Migration 7: every published version of the widgets' script, kept for good; and which agency sites show what, by day.
export const widgets: readonly string[] = [
  `create table scripts (
    version text not null primary key, body text not null, integrity text not null, since bigint not null)`,
  `create table sightings (
    host text not null, kind text not null, version text not null,
    first_day text not null, last_day text not null, days integer not null,
    primary key (host, kind, version))`,
]
