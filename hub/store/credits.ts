// Credits of people and their running sums by agency. The sums move by deltas; a roll-over adds them up anew.
import { sql } from 'kysely'
import { bulkStatement } from './bulk-statement.ts'
import type { AgencyScoreRow, Store, Trx } from './schema.ts'

/** What a person added to their agency so far. */
export interface HeldCredit {
  readonly campaign: string
  readonly member: string
  readonly total: number
  readonly contributes: number
  readonly changed: number
}

/** The credits of some people. Rows: agency, campaign, member. */
export const heldCredits = bulkStatement<HeldCredit>(
  3,
  rows => sql`
    with wanted (agency_id, campaign_id, member_id) as (${rows})
    select c.campaign_id as campaign, c.member_id as member, c.total, c.contributes, c.changed
    from wanted w cross join member_credits c
    where c.agency_id = w.agency_id and c.campaign_id = w.campaign_id and c.member_id = w.member_id`,
)

/** What each member of an agency is credited with in a campaign, as last counted. */
export const creditsOf = (store: Store | Trx, agency: string, campaign: string) =>
  store
    .selectFrom('member_credits')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .execute()

/** Rows: agency, campaign, member, as of which day, total, contributes, changed. */
export const putCredits = bulkStatement(
  7,
  rows => sql`
    insert into member_credits (agency_id, campaign_id, member_id, as_of_day, total, contributes, changed)
    select column1, column2, column3, column4,
      cast(column5 as integer), cast(column6 as integer), cast(column7 as integer)
    from (${rows}) as w where column1 <> ''
    on conflict (agency_id, campaign_id, member_id) do update set as_of_day = excluded.as_of_day,
      total = excluded.total, contributes = excluded.contributes, changed = excluded.changed`,
)

/**
 * Moves sums of agencies; the first report of an agency makes its row.
 * Rows: agency, campaign, credit sum, contributors, changed members, as of which day.
 */
export const moveScores = bulkStatement(
  6,
  rows => sql`
    insert into agency_scores
      (agency_id, campaign_id, credit_sum, contributors, changed_members, as_of_day, released_at)
    select column1, column2,
      cast(column3 as integer), cast(column4 as integer), cast(column5 as integer), column6, null
    from (${rows}) as w where column1 <> ''
    on conflict (agency_id, campaign_id) do update set
      credit_sum = agency_scores.credit_sum + excluded.credit_sum,
      contributors = agency_scores.contributors + excluded.contributors,
      changed_members = agency_scores.changed_members + excluded.changed_members`,
)

/** Agencies whose sums still speak of an earlier day, or were never made though people have joined. */
export async function agenciesBehind(
  store: Store,
  campaign: string,
  today: string,
): Promise<readonly string[]> {
  const sums = await store
    .selectFrom('agency_scores')
    .select(['agency_id', 'as_of_day'])
    .where('campaign_id', '=', campaign)
    .execute()
  const made = new Map(sums.map(row => [row.agency_id, row.as_of_day]))
  const joined = await store.selectFrom('members').select('agency_id').distinct().execute()
  const all = new Set([...made.keys(), ...joined.map(row => row.agency_id)])
  return [...all].filter(id => (made.get(id) ?? '') < today).sort()
}

/** The row from which an agency’s next release is made: never told as it is. */
export const scoreOf = (store: Store | Trx, agency: string, campaign: string) =>
  store
    .selectFrom('agency_scores')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .executeTakeFirst()

/** Replaces the sums by what was added up anew; who changed and when it was released stays. */
export const putScore = (
  step: Trx,
  row: Pick<AgencyScoreRow, 'agency_id' | 'campaign_id' | 'credit_sum' | 'contributors' | 'as_of_day'>,
): Promise<unknown> => {
  const { credit_sum, contributors, as_of_day } = row
  return step
    .insertInto('agency_scores')
    .values({ ...row, changed_members: 0, released_at: null })
    .onConflict(c =>
      c.columns(['agency_id', 'campaign_id']).doUpdateSet({ credit_sum, contributors, as_of_day }),
    )
    .execute()
}

/** Agencies of which enough people's data changed, and long enough after their last release. */
export const scoresDue = (step: Trx, campaign: string, minGroup: number, releasedBefore: number) =>
  step
    .selectFrom('agency_scores')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('changed_members', '>=', minGroup)
    .where(e => e.or([e('released_at', 'is', null), e('released_at', '<=', releasedBefore)]))
    .execute()

/** People whose data changed since the last release, the last time on this day. */
export async function changedOn(step: Trx, agency: string, campaign: string, day: string): Promise<number> {
  const row = await step
    .selectFrom('member_credits')
    .select(e => e.fn.countAll<number>().as('people'))
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .where('changed', '=', 1)
    .where('as_of_day', '=', day)
    .executeTakeFirst()
  return Number(row?.people ?? 0)
}

/** The number of people who changed, from their credits: for sums that were just added up anew. */
export const countChanged = (step: Trx, agency: string, campaign: string): Promise<unknown> =>
  step
    .updateTable('agency_scores')
    .set(e => ({
      changed_members: e
        .selectFrom('member_credits as c')
        .select(f => f.fn.countAll<number>().as('changed'))
        .whereRef('c.agency_id', '=', 'agency_scores.agency_id')
        .whereRef('c.campaign_id', '=', 'agency_scores.campaign_id')
        .where('c.changed', '=', 1),
    }))
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .execute()

/** From here on, changes count towards the next release. */
export async function markReleased(step: Trx, agency: string, campaign: string, at: number): Promise<void> {
  await step
    .updateTable('agency_scores')
    .set({ changed_members: 0, released_at: at })
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .execute()
  await step
    .updateTable('member_credits')
    .set({ changed: 0 })
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .where('changed', '=', 1)
    .execute()
}
