// Released cells of many agencies → the overview of a campaign lead. As many questions for forty agencies as for two.
import { addDays, dayOf, daysBetween, mondayOf, weekOf } from '../../shared/core/day.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import type { LeadAgency, Overview } from '../../shared/wire/overview.ts'
import type { AgencyScore, OfficialResult } from '../../shared/wire/snapshot.ts'
import type { TeamWeek } from '../../shared/wire/team.ts'
import { agenciesOn } from '../store/agencies.ts'
import { flagsOfScope, releasedFlagsOf } from '../store/flags.ts'
import { closedWeeks } from '../store/releases.ts'
import { listResults } from '../store/results.ts'
import type { StoreContext } from '../store/store-context.ts'
import { releasedWeek, teamsSince } from '../store/team.ts'
import type { Board } from './board.ts'
import { officialResults } from './official-results.ts'
import { WEEKS_TOLD } from './team-table.ts'

interface OverviewContext extends StoreContext {
  readonly now: () => number
  readonly board: (campaign: Campaign) => Promise<Board>
}

/** What a campaign lead sees: the agencies of a scope side by side. @param scope a block, or `all` */
export async function readOverview(
  context: OverviewContext,
  campaign: Campaign,
  scope: string,
): Promise<Overview> {
  const now = context.now()
  const today = dayOf(now)
  const weeks = await closedWeeks(context.store, campaign.id, WEEKS_TOLD)
  const agencies = (await agenciesOn(context.store, today)).filter(
    one => scope === 'all' || one.block === scope,
  )
  const columnsOf = await readColumns(context, campaign, weeks)
  const flags = weeks[0] && (await flagsOfScope(context.store, scope, campaign.id, weeks[0]))
  return {
    version: 1,
    campaign: campaign.id,
    minGroup: context.config.minGroup,
    sample: context.config.sample,
    at: now,
    week: weeks[0] ?? null,
    weeks: weeks.length,
    closes: addDays(mondayOf(weekOf(today)), 6),
    daysOver: daysBetween(mondayOf(weekOf(today)), today),
    agencies: agencies.map(({ code: _, ...agency }) => ({ ...agency, ...columnsOf(agency.id) })),
    ...(flags ? { flags: releasedFlagsOf(flags) } : {}),
  }
}

type AgencyColumns = Omit<LeadAgency, 'id' | 'name' | 'level' | 'block' | 'headcount'>

/** Reads everything once, and then answers for each agency. @param weeks closed weeks, the newest first */
async function readColumns(
  { store, board }: OverviewContext,
  campaign: Campaign,
  weeks: readonly string[],
): Promise<(agency: string) => AgencyColumns> {
  const oldest = weeks.at(-1)
  const rows = oldest === undefined ? [] : await teamsSince(store, campaign.id, oldest)
  const tables = Map.groupBy(rows, row => row.agency_id)
  const official = officialResults(await listResults(store), campaign)
  const { snapshot } = await board(campaign)
  const scores = new Map(snapshot.agencies.map(one => [one.id, one]))
  return agency => {
    const own = (tables.get(agency) ?? []).map(releasedWeek)
    return agencyColumns(scores.get(agency), own, weeks[0] ?? null, official.get(agency))
  }
}

/** @param tables its released weeks, any order */
function agencyColumns(
  score: AgencyScore | undefined,
  tables: readonly TeamWeek[],
  newest: string | null,
  official: readonly OfficialResult[] = [],
): AgencyColumns {
  const table = tables.find(one => one.week === newest)
  return {
    state: score?.state ?? 'no-data',
    score: score?.score ?? null,
    rank: score?.rank ?? null,
    of: score?.of ?? null,
    started: table !== undefined && (table.enrolled.told || table.enrolled.why !== 'too-few'),
    enrolledShare: table?.enrolledShare ?? null,
    activeShare: table?.activeShare ?? null,
    complete: tables.filter(one => one.activeShare.told).length,
    official: [...official],
  }
}
