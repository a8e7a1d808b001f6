// GET /api/v1/team/overview: the agencies of a campaign lead's scope side by side. The look is written down for each.
import { addDays, dayOf, daysBetween, mondayOf, weekOf } from '../../shared/core/day.ts'
import { type LeadAgency, type Overview, parseOverview } from '../../shared/wire/overview.ts'
import type { AgencyScore, OfficialResult } from '../../shared/wire/snapshot.ts'
import type { TeamWeek } from '../../shared/wire/team.ts'
import { ownJson } from '../about.ts'
import { privateJson, type Route } from '../ask.ts'
import { newId } from '../dice.ts'
import { signedBy } from '../identity.ts'
import { officialResults } from '../official.ts'
import { chosenCampaign } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { agenciesOn } from '../store/agencies.ts'
import { closedWeeks } from '../store/releases.ts'
import { listResults } from '../store/results.ts'
import { addViews, teamsSince } from '../store/team.ts'
import { WEEKS_TOLD } from '../team-table.ts'

export const overview: Route = {
  method: 'GET',
  path: '/api/v1/team/overview',
  audience: 'device',
  about: {
    does: 'released cells of all agencies in the scope of a campaign lead or auditor; the look is written down',
    gives: ownJson(parseOverview),
    signed: true,
    refuses: ['role-missing', 'out-of-scope', 'campaign-unknown'],
  },
  answer: async (ask, parts) => {
    const signed = await signedBy(ask, parts)
    if (!signed.ok) return signed
    const { role, scope } = signed.value.device
    if (role === 'member') return refuse('role-missing', 'the overview is for campaign leads')
    const { campaigns, store, config } = parts
    if (scope !== 'all' && !campaigns.blocks.some(block => block.id === scope))
      return refuse(
        'out-of-scope',
        `your scope is ${scope}, one agency; the overview is for blocks and for all`,
      )
    const campaign = chosenCampaign(parts, null)
    if (!campaign) return refuse('campaign-unknown', 'no campaign is running')
    const now = parts.now()
    const today = dayOf(now)
    const weeks = await closedWeeks(store, campaign.id, WEEKS_TOLD)
    const tables = Map.groupBy(
      weeks.length ? await teamsSince(store, campaign.id, weeks.at(-1) ?? '') : [],
      row => row.agency_id,
    )
    const official = officialResults(await listResults(store), campaign)
    const { snapshot } = await parts.board(campaign)
    const shown = new Map(snapshot.agencies.map(one => [one.id, one]))
    const agencies = (await agenciesOn(store, today))
      .filter(one => scope === 'all' || one.block === scope)
      .map(({ code: _, ...agency }): LeadAgency => {
        const own = (tables.get(agency.id) ?? []).map(row => JSON.parse(row.cells) as TeamWeek)
        return {
          ...agency,
          ...standing(shown.get(agency.id), own, weeks[0] ?? null, official.get(agency.id)),
        }
      })
    const views = agencies.map(({ id }) => {
      const line = { at: now, role, week: weeks[0] ?? weekOf(today), what: 'view' as const }
      return { agency_id: id, view_id: newId(parts.dice), ...line }
    })
    await addViews(store, views)
    const told: Overview = {
      version: 1,
      campaign: campaign.id,
      minGroup: config.minGroup,
      sample: config.sample,
      at: now,
      week: weeks[0] ?? null,
      weeks: weeks.length,
      closes: addDays(mondayOf(weekOf(today)), 6),
      daysOver: daysBetween(mondayOf(weekOf(today)), today),
      agencies,
    }
    return privateJson(told)
  },
}

/** @param tables its released weeks, any order */
function standing(
  score: AgencyScore | undefined,
  tables: readonly TeamWeek[],
  newest: string | null,
  official: readonly OfficialResult[] = [],
): Omit<LeadAgency, 'id' | 'name' | 'level' | 'block' | 'headcount'> {
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
