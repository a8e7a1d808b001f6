// Released counts of odd totals, by the scope of a campaign lead.
import type { WeekKey } from '../../shared/core/day.ts'
import { type LeadFlag, parseLeadFlags } from '../../shared/wire/overview.ts'
import { parseJson } from '../../shared/wire/parse.ts'
import type { ReleasedFlagsRow, Store, Trx } from './schema.ts'

/** Keeps which cells of a week a scope was told. */
export const addFlags = (step: Trx, rows: readonly ReleasedFlagsRow[]): Promise<unknown> =>
  step.insertInto('released_flags').values(rows).execute()

/** What a scope was told of a week; undefined where it was released before this was kept. */
export const flagsOfScope = (store: Store, scope: string, campaign: string, week: WeekKey) =>
  store
    .selectFrom('released_flags')
    .selectAll()
    .where('scope', '=', scope)
    .where('campaign_id', '=', campaign)
    .where('week', '=', week)
    .executeTakeFirst()

/** Everything that was ever told of odd totals. */
export const releasedFlags = (store: Store): Promise<readonly ReleasedFlagsRow[]> =>
  store.selectFrom('released_flags').selectAll().execute()

/** A frozen row → its cells. Only this hub wrote it: one that does not fit is damage, and is named. */
export function releasedFlagsOf({ scope, week, cells }: ReleasedFlagsRow): LeadFlag[] {
  const read = parseJson(cells, parseLeadFlags)
  if (read.ok) return read.value
  throw new Error(`the released odd signs of ${scope} in ${week} cannot be read: ${read.detail}`)
}
