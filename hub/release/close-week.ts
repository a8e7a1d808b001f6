// A whole week → its frozen final: scores as of its Sunday, the mean M of each level, the team tables.

import { type BasisPoints, FULL } from '../../shared/core/basis-points.ts'
import { campaignState } from '../../shared/core/calendar.ts'
import {
  addDays,
  addWeeks,
  type DayKey,
  dayOf,
  mondayOf,
  startOfDay,
  type WeekKey,
  weekOf,
} from '../../shared/core/day.ts'
import { ranks } from '../../shared/core/rank.ts'
import { agencyMean } from '../../shared/core/score.ts'
import { type Agency, type Campaign, LEVELS, type Level } from '../../shared/wire/campaign.ts'
import type { TeamWeek } from '../../shared/wire/team.ts'
import { contribution, windowStart } from '../ingest/credit.ts'
import { agenciesOn } from '../store/agencies.ts'
import { type Cohort, putCohort } from '../store/cohorts.ts'
import { changedOn, markReleased } from '../store/credits.ts'
import { addFinal } from '../store/finals.ts'
import { addFlags } from '../store/flags.ts'
import { enrolments, firstEnrolment } from '../store/members.ts'
import {
  addMean,
  addRelease,
  closedWeeks,
  meansBefore,
  putReleasedScore,
  releasedScore,
} from '../store/releases.ts'
import { agencyDays, firstDay } from '../store/reports.ts'
import type { Store, Trx } from '../store/schema.ts'
import type { StoreContext } from '../store/store-context.ts'
import { addTeamWeek } from '../store/team.ts'
import { inTransaction } from '../store/transaction.ts'
import { yieldToEventLoop } from '../yield.ts'
import { weekFlags } from './anomaly-cells.ts'
import { type AgencyNumbers, type Cell, cellOf, peopleOf, wholeWeeks } from './score-cell.ts'
import { type CampaignWeek, releasesTeams, teamEnd } from './team-week.ts'

/** Weeks further back cannot be scored any more: their window reaches behind the kept days. */
const CATCH_UP_WEEKS = 12

/** Closes every week that has ended and is not closed yet, the oldest first. Returns how many it closed. */
export async function closeWeeks(hub: StoreContext, now: number): Promise<number> {
  let closed = 0
  for (const campaign of hub.campaigns.campaigns) {
    for (const week of await weeksToClose(hub.store, campaign, now)) {
      await closeWeek(hub, campaign, week, now)
      closed += 1
    }
  }
  return closed
}

const sundayOf = (week: WeekKey): DayKey => addDays(mondayOf(week), 6)

async function weeksToClose(store: Store, campaign: Campaign, now: number): Promise<readonly WeekKey[]> {
  const last = addWeeks(weekOf(dayOf(now)), -1)
  const [newest] = await closedWeeks(store, campaign.id, 1)
  if (newest !== undefined && newest >= last) return []
  const begun = await firstEnrolment(store)
  if (begun === null) return []
  const oldest = addWeeks(last, 1 - CATCH_UP_WEEKS)
  const next = newest === undefined ? weekOf(dayOf(begun)) : addWeeks(newest, 1)
  const weeks: WeekKey[] = []
  for (let week = next > oldest ? next : oldest; week <= last; week = addWeeks(week, 1)) {
    if (campaignState(campaign, sundayOf(week)) === 'running') weeks.push(week)
  }
  return weeks
}

/** One agency at the end of a week. */
interface WeekEnd {
  readonly agency: Agency
  readonly numbers: AgencyNumbers
  /** The team table; null where another campaign tells it. */
  readonly team: { readonly cohort: Cohort; readonly cells: TeamWeek } | null
  readonly cell: Cell
  /** A, the mean credit: what the mean of the level is made of. */
  readonly mean: BasisPoints
  /** The live score of this Sunday stays: too few people's data changed after it. */
  readonly kept: boolean
}

async function closeWeek(hub: StoreContext, campaign: Campaign, week: WeekKey, now: number): Promise<void> {
  const means = await meansBefore(hub.store, campaign.id, week)
  const ends: WeekEnd[] = []
  for (const agency of await agenciesOn(hub.store, sundayOf(week))) {
    const mean = means.get(agency.level) ?? campaign.score.priorMean
    ends.push(await weekEnd(hub, { campaign, week }, agency, mean))
    await yieldToEventLoop()
  }
  const flags = releasesTeams(hub.campaigns, campaign, week) ? await flagsOf(hub, week, ends) : []
  await inTransaction(hub.store, async step => {
    const [newest] = await closedWeeks(step, campaign.id, 1)
    if (newest !== undefined && newest >= week) return // another process was quicker
    const release = await addRelease(step, { campaign_id: campaign.id, at: now, kind: 'weekly', week })
    const settled: WeekEnd[] = []
    for (const end of ends)
      settled.push(await settle(step, { campaign, week, k: hub.config.minGroup, means }, end))
    await freeze(step, { campaign, week }, settled, { release, at: now })
    const about = { campaign_id: campaign.id, week, release }
    const rows = flags.map(one => ({ ...about, scope: one.scope, cells: JSON.stringify(one.flags) }))
    if (rows.length > 0) await addFlags(step, rows)
  })
}

const flagsOf = ({ store, config }: StoreContext, week: WeekKey, ends: readonly WeekEnd[]) =>
  weekFlags(
    store,
    week,
    ends.map(({ agency, numbers: { enrolled } }) => ({ agency, enrolled })),
    config.minGroup,
  )

/** By what a week is settled: the minimum group k, and M of each level. */
interface Settling extends CampaignWeek {
  readonly k: number
  readonly means: ReadonlyMap<Level, BasisPoints>
}

/**
 * A final that follows a live score of the same Sunday would tell, by its difference, about the people whose data
 * changed in between. Where they are fewer than k, the live score is the final. Only changes that came on that Sunday
 * are counted: a later one may speak of the new week.
 */
async function settle(step: Trx, { campaign, week, k, means }: Settling, end: WeekEnd): Promise<WeekEnd> {
  const { agency } = end
  const sunday = sundayOf(week)
  const live = await releasedScore(step, agency.id, campaign.id)
  if (live?.day !== sunday || (await changedOn(step, agency.id, campaign.id, sunday)) >= k) return end
  const { state, score, tier } = live
  const prior = means.get(agency.level) ?? campaign.score.priorMean
  const mean = score === null ? end.mean : publishedMean(score, peopleOf(end.numbers), prior, campaign)
  return { ...end, cell: { state, score, tier }, mean, kept: true }
}

/** A as anybody can work it out from a released score: S = (N·A + 10·M) / (N + 10). */
function publishedMean(
  score: number,
  people: number,
  prior: BasisPoints,
  { score: rules }: Campaign,
): BasisPoints {
  const sum = score * 10 * (people + rules.priorPeople) - rules.priorPeople * prior
  return Math.min(FULL, Math.max(0, Math.floor(sum / people)))
}

async function weekEnd(
  hub: StoreContext,
  { campaign, week }: CampaignWeek,
  agency: Agency,
  mean: number,
): Promise<WeekEnd> {
  const { store, campaigns, config } = hub
  const sunday = sundayOf(week)
  const people = await agencyDays(store, agency.id, windowStart(sunday), sunday)
  const joinedBy = startOfDay(addDays(sunday, 1))
  const joined = (await enrolments(store, agency.id)).filter(m => m.enrolled_at < joinedBy)
  const teams = joined.map(m => people.get(m.member_id) ?? [])
  const credits = teams.map(days => contribution(days, sunday, agency.level, { campaign, campaigns }))
  const numbers: AgencyNumbers = {
    headcount: agency.headcount,
    enrolled: joined.length,
    contributors: credits.filter(c => c.contributes).length,
    creditSum: credits.reduce((sum, c) => sum + c.total, 0),
    weeks: wholeWeeks(await firstDay(store, agency.id), sunday),
  }
  const team = releasesTeams(campaigns, campaign, week)
    ? await teamEnd(hub, { campaign, week }, agency, { joined, days: people })
    : null
  const cell = cellOf(numbers, mean, campaign.score, config.minGroup)
  const own = agencyMean(numbers.creditSum, peopleOf(numbers))
  return { agency, numbers, team, cell, mean: own, kept: false }
}

async function freeze(
  step: Trx,
  { campaign, week }: CampaignWeek,
  ends: readonly WeekEnd[],
  released: { readonly release: number; readonly at: number },
): Promise<void> {
  const placed = ranks(
    ends.map(({ agency: { id, level, block }, cell }) => {
      return { id, level, block, score: cell.state === 'ranked' ? cell.score : null }
    }),
  )
  for (const { agency, team, cell, kept } of ends) {
    const key = { agency_id: agency.id, campaign_id: campaign.id }
    const place = placed.get(agency.id)
    await addFinal(step, { ...key, week, ...cell, rank: place?.rank ?? null, rank_of: place?.of ?? null })
    await putReleasedScore(step, { ...key, ...cell, ...released, day: sundayOf(week) })
    if (team) {
      await putCohort(step, agency.id, team.cohort)
      await addTeamWeek(step, { ...key, week, ...released, cells: JSON.stringify(team.cells) })
    }
    if (!kept) await markReleased(step, agency.id, campaign.id, released.at)
  }
  for (const level of LEVELS) {
    const means = ends.filter(e => e.agency.level === level && e.cell.score !== null).map(e => e.mean)
    if (means.length === 0) continue
    const mean = Math.floor(means.reduce((sum, m) => sum + m, 0) / means.length)
    await addMean(step, { campaign_id: campaign.id, level, week, mean_bp: mean })
  }
}
