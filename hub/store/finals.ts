// Weekly finals as they hold now: frozen rows stay, the newest correction of each stands before it.
import type { WeekKey } from '../../shared/core/day.ts'
import type { CampaignFinalRow, CorrectionRow, Store, Trx, WeeklyFinalRow } from './schema.ts'

/** The largest number that an integer column takes. */
const NEWEST = 2_147_483_647

/** A final, and why it was corrected; null where it was not. */
export interface Final extends WeeklyFinalRow {
  readonly reason: string | null
}

/** Writes the final row of a week, once: a second one of the same week is an error of the database. */
export const addFinal = (step: Trx, row: WeeklyFinalRow): Promise<unknown> =>
  step.insertInto('weekly_finals').values(row).execute()

/** Writes a correction of a closed week beside its final row, which stays as it was. */
export const addCorrection = (step: Trx, row: CorrectionRow): Promise<unknown> =>
  step.insertInto('corrections').values(row).execute()

/** The finals of a campaign from a week on, by week. @param before only corrections of earlier releases count */
export async function finalsSince(
  store: Store | Trx,
  campaign: string,
  week: WeekKey,
  before = NEWEST,
): Promise<readonly Final[]> {
  const frozen = await store
    .selectFrom('weekly_finals')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('week', '>=', week)
    .orderBy('week')
    .execute()
  const corrections = await store
    .selectFrom('corrections as c')
    .innerJoin('releases as r', 'r.release', 'c.release')
    .selectAll('c')
    .select('r.reason')
    .where('c.campaign_id', '=', campaign)
    .where('c.week', '>=', week)
    .where('c.release', '<', before)
    .orderBy('c.release')
    .execute()
  const newest = new Map(corrections.map(row => [`${row.agency_id} ${row.week}`, row]))
  return frozen.map(row => {
    const corrected = newest.get(`${row.agency_id} ${row.week}`)
    if (!corrected) return { ...row, reason: null }
    const { release: _, ...cell } = corrected
    return cell
  })
}

/** Freezes the final table of a campaign. */
export async function addCampaignFinals(step: Trx, rows: readonly CampaignFinalRow[]): Promise<void> {
  for (const row of rows) await step.insertInto('campaign_finals').values(row).execute()
}

/** The frozen final table; empty where none was decided. */
export const campaignFinals = (store: Store | Trx, campaign: string): Promise<readonly CampaignFinalRow[]> =>
  store.selectFrom('campaign_finals').selectAll().where('campaign_id', '=', campaign).execute()
