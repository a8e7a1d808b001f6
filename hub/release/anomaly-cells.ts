// Odd totals of a week → what a campaign lead may be told: people by kind over a whole scope, in ranges.
import { sizeBand } from '../../shared/core/band.ts'
import { addDays, type DayKey, mondayOf, type WeekKey } from '../../shared/core/day.ts'
import { mayTellShare } from '../../shared/core/suppress.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import { FLAG_KINDS, type FlagKind, type LeadFlag } from '../../shared/wire/overview.ts'
import type { Store, Trx } from '../store/schema.ts'
import { type Flagged, flaggedPeople } from './anomalies.ts'
import { releasedCell, suppressedCell } from './suppress-cell.ts'

/** One scope of a week. */
export interface ScopeFlags {
  /** A block, or `all`. */
  readonly scope: string
  readonly flags: readonly LeadFlag[]
}

/** @param ends agencies with the people who had joined by the week's Sunday */
export async function weekFlags(
  store: Store | Trx,
  week: WeekKey,
  ends: readonly { readonly agency: Pick<Agency, 'id' | 'block'>; readonly enrolled: number }[],
  k: number,
): Promise<readonly ScopeFlags[]> {
  const sunday: DayKey = addDays(mondayOf(week), 6)
  const flagged = await flaggedPeople(store, sunday)
  const scopes = ['all', ...new Set(ends.map(one => one.agency.block))]
  return scopes.map(scope => {
    const own = ends.filter(one => scope === 'all' || one.agency.block === scope)
    const enrolled = own.reduce((sum, one) => sum + one.enrolled, 0)
    return { scope, flags: flagCells(flagged, new Set(own.map(one => one.agency.id)), enrolled, k) }
  })
}

/**
 * Never by agency, never below k people, never as a number: neither one person who is flagged, nor the first who no
 * longer is, shows. Few and nearly all are hidden with one reason.
 */
export function flagCells(
  flagged: readonly Flagged[],
  agencies: ReadonlySet<string>,
  enrolled: number,
  k: number,
): readonly LeadFlag[] {
  const people = (kind: FlagKind) =>
    new Set(flagged.filter(one => one.kind === kind && agencies.has(one.agency)).map(one => one.member)).size
  return FLAG_KINDS.map(kind => {
    const count = people(kind)
    const told = count >= k && mayTellShare(count, enrolled)
    return { kind, people: told ? releasedCell(sizeBand(count, k)) : suppressedCell('one-sided') }
  })
}
