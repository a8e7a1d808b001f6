// A closed week as a Snapshot: the finals as they hold now, with the change against the week before. Released rows only.
import { addDays, addWeeks, mondayOf, type WeekKey } from '../../shared/core/day.ts'
import type { AgencyScore, Snapshot } from '../../shared/wire/snapshot.ts'
import { type Final, finalsSince } from '../store/finals.ts'
import type { Store } from '../store/schema.ts'
import type { Board } from './board.ts'

/** The closed weeks that a board tells of, the newest first. */
export const weeksOf = ({ snapshot }: Board): readonly WeekKey[] =>
  [...new Set(snapshot.agencies.flatMap(one => one.trend.map(({ week }) => week)))].sort().reverse()

/** @param week one of `weeksOf` */
export async function weekSnapshot(
  store: Store,
  { snapshot, bundle }: Board,
  week: WeekKey,
): Promise<Snapshot> {
  const finals = await finalsSince(store, bundle.campaign.id, addWeeks(week, -1))
  const of = (wanted: WeekKey) =>
    new Map(finals.filter(one => one.week === wanted).map(one => [one.agency_id, one]))
  const [now, before] = [of(week), of(addWeeks(week, -1))]
  const day = addDays(mondayOf(week), 6)
  return {
    ...{ ...snapshot, week, day },
    agencies: snapshot.agencies.map(one => ({
      ...one,
      ...weekCell(now.get(one.id), before.get(one.id)),
      trend: one.trend.filter(final => final.week <= week),
    })),
  }
}

type WeekCell = Pick<AgencyScore, 'state' | 'score' | 'tier' | 'rank' | 'of' | 'change'>

function weekCell(final: Final | undefined, before: Final | undefined): WeekCell {
  if (!final) return { state: 'no-data', score: null, tier: null, rank: null, of: null, change: null }
  const { state, score, tier, rank, rank_of: of } = final
  const earlier = before?.score ?? null
  return { state, score, tier, rank, of, change: score === null || earlier === null ? null : score - earlier }
}
