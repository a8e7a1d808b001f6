// Released team tables, and who looked at them.
import type { WeekKey } from '../../shared/core/day.ts'
import type { TeamWeek } from '../../shared/wire/team.ts'
import type { Step, Store } from './db.ts'
import type { ReleasedTeamRow, ViewRow } from './schema.ts'

export const addTeamWeek = (step: Step, row: ReleasedTeamRow): Promise<unknown> =>
  step.insertInto('released_team').values(row).execute()

/** The released weeks of an agency up to `week` (or up to now), the newest first. */
export function teamWeeks(
  store: Store,
  agency: string,
  campaign: string,
  week: WeekKey | null,
  limit: number,
) {
  const all = store
    .selectFrom('released_team')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
  const upTo = week === null ? all : all.where('week', '<=', week)
  return upTo.orderBy('week', 'desc').limit(limit).execute()
}

export const addView = (store: Store, row: ViewRow): Promise<unknown> =>
  store.insertInto('views').values(row).execute()

export const viewsOf = (store: Store, agency: string, limit: number): Promise<readonly ViewRow[]> =>
  store
    .selectFrom('views')
    .selectAll()
    .where('agency_id', '=', agency)
    .orderBy('at', 'desc')
    .orderBy('view_id')
    .limit(limit)
    .execute()

/** One released week of an agency, as it was told. */
export async function teamWeekOf(
  step: Step,
  agency: string,
  campaign: string,
  week: WeekKey,
): Promise<TeamWeek | null> {
  const row = await step
    .selectFrom('released_team')
    .select('cells')
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .where('week', '=', week)
    .executeTakeFirst()
  return row ? (JSON.parse(row.cells) as TeamWeek) : null
}

/** Every released week of every agency. */
export const releasedTeams = (store: Store): Promise<readonly ReleasedTeamRow[]> =>
  store.selectFrom('released_team').selectAll().execute()
