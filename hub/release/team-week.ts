// An agency's stored days of one week → its membership and the team table that is frozen with it.
import { FULL } from '../../shared/core/basis-points.ts'
import { isWorkingDay } from '../../shared/core/calendar.ts'
import { addDays, addWeeks, type DayKey, mondayOf, startOfDay, type WeekKey } from '../../shared/core/day.ts'
import { type PersonDay, secondsByDay } from '../../shared/core/score.ts'
import type { Agency, Campaign } from '../../shared/wire/campaign.ts'
import type { TeamWeek } from '../../shared/wire/team.ts'
import { type Campaigns, inOrder } from '../campaigns.ts'
import { type Cohort, cohortOf, invitedBy, unitsOf } from '../store/cohorts.ts'
import type { Store } from '../store/schema.ts'
import type { StoreContext } from '../store/store-context.ts'
import { releasedWeek, teamWeeks } from '../store/team.ts'
import { NOBODY, nextCohort } from './cohort.ts'
import { everKnown, teamWeek } from './team-cells.ts'
import type { PersonWeek, WeekRules } from './team-numbers.ts'

/** Nobody's day is told longer than this. */
const LONGEST_MINUTES = 480
const WEEK_DAYS = 7
/** A membership may stand for long; what it told a year ago is told by later weeks, too. */
const WEEKS_LOOKED_BACK = 52

/** Who had joined by the week's Sunday. */
interface Joined {
  readonly member_id: string
  readonly unit_id: string | null
}

/**
 * Only one campaign tells team tables of a week: two with different thresholds would tell, by their difference,
 * about the few people in between.
 */
export const releasesTeams = (campaigns: Campaigns, campaign: Campaign, week: WeekKey): boolean =>
  inOrder(campaigns.campaigns, addDays(mondayOf(week), 6))[0]?.id === campaign.id

/** A week of a campaign. */
export interface CampaignWeek {
  readonly campaign: Campaign
  readonly week: WeekKey
}

/** Who had joined by a week's Sunday, and what each person did in the window that ends with it. */
interface Presence {
  readonly joined: readonly Joined[]
  readonly days: ReadonlyMap<string, readonly PersonDay[]>
}

/** The membership and the released cells of an agency's week. */
export async function teamEnd(
  { store, campaigns, config }: StoreContext,
  { campaign, week }: CampaignWeek,
  agency: Agency,
  { joined, days }: Presence,
): Promise<{ readonly cohort: Cohort; readonly cells: TeamWeek }> {
  const k = config.minGroup
  const now = joined.map(({ member_id, unit_id }) => {
    return {
      member: member_id,
      unit: unit_id,
      reported: days.get(member_id)?.some(d => d.seconds > 0) ?? false,
    }
  })
  const cohort = nextCohort((await cohortOf(store, agency.id)) ?? NOBODY, now, week, k)
  const rules = weekRules(campaigns, { campaign, week }, agency, k)
  const people = cohort.members.map(({ member, unit }) => {
    return { unit, ...personWeek(days.get(member) ?? [], week, campaign, campaigns) }
  })
  const numbers = {
    headcount: agency.headcount,
    enrolled: cohort.enrolled,
    sizes: cohort.sizes,
    reported: cohort.goneReported + cohort.members.filter(one => one.reported).length,
    known: everKnown(await weeksOf(store, { campaign, week }, agency, cohort.since)),
    people,
    membersSince: cohort.since || null,
    invited: await invitedBy(store, agency.id, startOfDay(addDays(mondayOf(week), WEEK_DAYS))),
    units: await unitsOf(store, agency.id),
  }
  return { cohort, cells: teamWeek(week, numbers, rules) }
}

/** What was released of this membership up to now. */
async function weeksOf(
  store: Store,
  { campaign, week }: CampaignWeek,
  { id: agency }: Agency,
  since: WeekKey,
): Promise<readonly TeamWeek[]> {
  const before = { agency, campaign: campaign.id, week: addWeeks(week, -1) }
  const rows = await teamWeeks(store, before, WEEKS_LOOKED_BACK)
  return rows.map(releasedWeek).filter(one => one.detail?.membersSince === since)
}

const daysOf = (week: WeekKey): readonly DayKey[] =>
  Array.from({ length: WEEK_DAYS }, (_, i) => addDays(mondayOf(week), i))

function weekRules(
  { workdays }: Campaigns,
  { campaign: { score }, week }: CampaignWeek,
  { level }: Agency,
  k: number,
): WeekRules {
  const working = daysOf(week).filter(day => isWorkingDay(day, workdays)).length
  return {
    k,
    workdays: working,
    regularDays: Math.max(1, Math.ceil((working * score.regularShare) / FULL)),
    enoughMinutes: Math.round(score.enoughSeconds / 60),
    platforms: score.expected[level],
  }
}

/** What a person did in the week itself; the days before are the score's. */
function personWeek(
  days: readonly PersonDay[],
  week: WeekKey,
  { score }: Campaign,
  { workdays }: Campaigns,
): Omit<PersonWeek, 'unit'> {
  const own = days.filter(one => one.day >= mondayOf(week) && one.seconds > 0)
  const qualifying = [...secondsByDay(own, score)].filter(([, s]) => s >= score.qualifyingSeconds)
  return {
    days: qualifying.length,
    workdays: qualifying.filter(([day]) => isWorkingDay(day, workdays)).length,
    platforms: [...new Set(own.map(one => one.platform))],
    minutes: Math.min(LONGEST_MINUTES, median(qualifying.map(([, seconds]) => seconds)) / 60),
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
