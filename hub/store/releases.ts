// What has been released: live cells, weekly finals, their means. Surfaces read these rows and nothing else.
import type { WeekKey } from '../../shared/core/day.ts'
import type { Level } from '../../shared/wire/campaign.ts'
import type { ReleasedScoreRow, ReleaseRow, Store, Tables, Trx } from './schema.ts'

/** Writes the next release; its number grows over all campaigns. */
export async function addRelease(
  step: Trx,
  row: Omit<ReleaseRow, 'release' | 'reason'> & { readonly reason?: string },
): Promise<number> {
  const newest = await step
    .selectFrom('releases')
    .select(e => e.fn.max('release').as('release'))
    .executeTakeFirst()
  const release = (newest?.release ?? 0) + 1
  await step
    .insertInto('releases')
    .values({ reason: null, ...row, release })
    .execute()
  return release
}

/** The newest releases first, at most `limit`. */
export const listReleases = (store: Store, limit: number): Promise<readonly ReleaseRow[]> =>
  store.selectFrom('releases').selectAll().orderBy('release', 'desc').limit(limit).execute()

/** The release of that number; undefined where there is none. */
export const releaseNumbered = (store: Store, release: number): Promise<ReleaseRow | undefined> =>
  store.selectFrom('releases').selectAll().where('release', '=', release).executeTakeFirst()

/** The newest release of a campaign; undefined before the first. */
export const lastRelease = (store: Store, campaign: string): Promise<ReleaseRow | undefined> =>
  store
    .selectFrom('releases')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .orderBy('release', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The weeks that are closed, the newest first. */
export const closedWeeks = async (
  store: Store | Trx,
  campaign: string,
  limit: number,
): Promise<readonly WeekKey[]> =>
  (
    await store
      .selectFrom('releases')
      .select('week')
      .where('campaign_id', '=', campaign)
      .where('kind', '=', 'weekly')
      .orderBy('week', 'desc')
      .limit(limit)
      .execute()
  ).flatMap(row => (row.week === null ? [] : [row.week]))

/** Keeps the released cell of an agency in place of the one before. */
export const putReleasedScore = (step: Trx, row: ReleasedScoreRow): Promise<unknown> => {
  const { agency_id: _, campaign_id: __, ...cell } = row
  return step
    .insertInto('released_scores')
    .values(row)
    .onConflict(c => c.columns(['agency_id', 'campaign_id']).doUpdateSet(cell))
    .execute()
}

/** The released cells of all agencies of a campaign. */
export const releasedScores = (store: Store, campaign: string): Promise<readonly ReleasedScoreRow[]> =>
  store.selectFrom('released_scores').selectAll().where('campaign_id', '=', campaign).execute()

/** The newest released cell of one agency. */
export const releasedScore = (
  step: Trx,
  agency: string,
  campaign: string,
): Promise<ReleasedScoreRow | undefined> =>
  step
    .selectFrom('released_scores')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .executeTakeFirst()

/** Keeps M of a level, basis points, as it was frozen with a week. */
export const addMean = (step: Trx, row: Tables['weekly_means']): Promise<unknown> =>
  step.insertInto('weekly_means').values(row).execute()

/** M of each level: the newest that was frozen before a week ended. */
export async function meansBefore(
  store: Store | Trx,
  campaign: string,
  week: WeekKey,
): Promise<ReadonlyMap<Level, number>> {
  const rows = await store
    .selectFrom('weekly_means')
    .select(['level', 'mean_bp'])
    .where('campaign_id', '=', campaign)
    .where('week', '<', week)
    .orderBy('week')
    .execute()
  return new Map(rows.map(row => [row.level, row.mean_bp]))
}

/** Every M that was frozen. */
export const allMeans = (store: Store, campaign: string) =>
  store.selectFrom('weekly_means').selectAll().where('campaign_id', '=', campaign).execute()
