// What happens as time passes: weeks close, the day rolls over, live scores are released where the rule lets them.
import { addDays, addWeeks, type DayKey, dayOf, weekOf } from '../shared/core/day.ts'
import type { Agency, Campaign } from '../shared/wire/campaign.ts'
import { breathe } from './breath.ts'
import { running } from './campaigns.ts'
import { cellOf, wholeWeeks } from './cell.ts'
import { contribution, windowStart } from './credit.ts'
import { KEPT_DAYS } from './ingest.ts'
import { agenciesOn, agencyIds, findAgency } from './store/agencies.ts'
import { agenciesBehind, creditsOf, markReleased, scoresDue, setScore } from './store/credits.ts'
import type { Step, Store } from './store/db.ts'
import { countMembers } from './store/members.ts'
import { addRelease, meansBefore, putReleasedScore } from './store/releases.ts'
import { agencyDays, firstDay, forgetDaysBefore } from './store/reports.ts'
import type { AgencyScoreRow } from './store/schema.ts'
import { inOneStep } from './store/step.ts'
import { type Closing, closeWeeks } from './week.ts'

/** What one pass did. */
export interface Pass {
  /** Weekly finals that were frozen. */
  readonly closed: number
  /** Agencies whose live score was released. */
  readonly released: number
}

/**
 * One pass: everything that is due by now, and nothing twice. The minimum group holds always;
 * `atOnce` (the operator's `release now`) only skips the waiting time.
 */
export async function releaseDue(hub: Closing, now: number, atOnce = false): Promise<Pass> {
  const closed = await closeWeeks(hub, now)
  const today = dayOf(now)
  let released = 0
  for (const campaign of running(hub.campaigns.campaigns, today)) {
    await rollOver(hub, campaign, today)
    const before = now - (atOnce ? 0 : hub.config.releaseMinIntervalMs)
    released += await releaseLive(hub, campaign, now, before)
  }
  return { closed, released }
}

/** A new day moves the window: every credit is counted anew. That is no change of anybody's data. */
async function rollOver(hub: Closing, campaign: Campaign, today: DayKey): Promise<void> {
  for (const { agency_id } of await agenciesBehind(hub.store, campaign.id, today)) {
    await inOneStep(hub.store, step => recount(step, hub, campaign, agency_id, today))
    await breathe()
  }
}

/** Adds up an agency from its day totals; must give what the deltas gave. */
export async function recount(
  step: Step,
  { campaigns }: Pick<Closing, 'campaigns'>,
  campaign: Campaign,
  agencyId: string,
  today: DayKey,
): Promise<void> {
  const agency = await findAgency(step, agencyId)
  if (!agency) return
  const people = await agencyDays(step, agencyId, windowStart(today), today)
  let creditSum = 0
  let contributors = 0
  const credits = await creditsOf(step, agencyId, campaign.id)
  const counted = credits.map(old => {
    const days = people.get(old.member_id) ?? []
    const { total, contributes } = contribution(days, today, agency.level, campaign, campaigns)
    creditSum += total
    contributors += contributes
    return { ...old, total, contributes, as_of_day: today }
  })
  for (let i = 0; i < counted.length; i += ROWS_AT_ONCE) {
    await step
      .insertInto('member_credits')
      .values(counted.slice(i, i + ROWS_AT_ONCE))
      .onConflict(c =>
        c.columns(['agency_id', 'campaign_id', 'member_id']).doUpdateSet(e => ({
          total: e.ref('excluded.total'),
          contributes: e.ref('excluded.contributes'),
          as_of_day: e.ref('excluded.as_of_day'),
        })),
      )
      .execute()
  }
  const key = { agency_id: agencyId, campaign_id: campaign.id, as_of_day: today }
  await setScore(step, { ...key, credit_sum: creditSum, contributors })
}

const ROWS_AT_ONCE = 100

/** Day totals beyond their time are deleted, agency by agency. */
export async function forgetOldDays(store: Store, today: DayKey): Promise<void> {
  for (const id of await agencyIds(store)) {
    await forgetDaysBefore(store, id, addDays(today, -KEPT_DAYS))
    await breathe()
  }
}

const releaseLive = (hub: Closing, campaign: Campaign, now: number, before: number): Promise<number> =>
  inOneStep(hub.store, async step => {
    const there = new Map((await agenciesOn(step, dayOf(now))).map(one => [one.id, one]))
    const due = (await scoresDue(step, campaign.id, hub.config.minGroup, before)).flatMap(sums => {
      const agency = there.get(sums.agency_id)
      return agency ? [{ sums, agency }] : [] // an agency that has ended keeps its last final
    })
    if (due.length === 0) return 0
    const release = await addRelease(step, { campaign_id: campaign.id, at: now, kind: 'live', week: null })
    for (const { sums, agency } of due) await releaseOne(step, hub, campaign, agency, sums, release, now)
    return due.length
  })

async function releaseOne(
  step: Step,
  { config }: Closing,
  campaign: Campaign,
  agency: Agency,
  sums: AgencyScoreRow,
  release: number,
  at: number,
): Promise<void> {
  const day = dayOf(at)
  const means = await meansBefore(step, campaign.id, addWeeks(weekOf(day), 1))
  const cell = cellOf(
    {
      headcount: agency.headcount,
      enrolled: await countMembers(step, agency.id),
      contributors: sums.contributors,
      creditSum: sums.credit_sum,
      weeks: wholeWeeks(await firstDay(step, agency.id), day),
    },
    means.get(agency.level) ?? campaign.score.priorMean,
    campaign.score,
    config.minGroup,
  )
  const key = { agency_id: agency.id, campaign_id: campaign.id }
  await putReleasedScore(step, { ...key, release, ...cell, day, at })
  await markReleased(step, agency.id, campaign.id, at)
}
