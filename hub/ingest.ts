// A checked report → stored days, the person's credit and the agency's sums: one transaction, then the receipt.
import { addDays, type DayKey } from '../shared/core/day.ts'
import { fail, ok, type Result } from '../shared/core/result.ts'
import type { Campaign } from '../shared/wire/campaign.ts'
import type { Report, ReportRow } from '../shared/wire/report.ts'
import { type Batches, openBatches } from './batch.ts'
import { type Campaigns, running } from './campaigns.ts'
import { contribution, windowStart } from './credit.ts'
import { findAgency } from './store/agencies.ts'
import { creditOf, moveScore, putCredit } from './store/credits.ts'
import type { Step, Store } from './store/db.ts'
import { isStoreDown } from './store/db.ts'
import type { KnownDevice } from './store/members.ts'
import { deviceDays, personDays, putDays, reportedAt } from './store/reports.ts'
import { inOneStep } from './store/step.ts'

/** Day totals are kept so long; older ones are not taken in. */
export const KEPT_DAYS = 120

/** May every row be taken in? The detail names the first one that may not. */
export function acceptable(
  report: Report,
  today: DayKey,
  tracked: ReadonlySet<string>,
): Result<Report, 'day-in-future' | 'day-too-old' | 'platform-unknown'> {
  const oldest = addDays(today, -KEPT_DAYS)
  for (const [i, { day, platform }] of report.days.entries()) {
    const row = `days[${i}]`
    if (day > today) {
      return fail('day-in-future', `${row}: ${day} has not begun here, today is ${today}; check the clock`)
    }
    if (day < oldest) return fail('day-too-old', `${row}: ${day} is before ${oldest}; leave such days out`)
    if (!tracked.has(platform)) {
      return fail(
        'platform-unknown',
        `${row}: "${platform}" is not a tracked platform; fetch the campaign anew`,
      )
    }
  }
  return ok(report)
}

/** An accepted report on its way to the store. */
interface Incoming {
  readonly device: KnownDevice
  readonly report: Report
  readonly now: number
  readonly today: DayKey
}

/** Resolves to how many rows are now the newest; to null where the device was erased meanwhile. */
export type Inbox = Batches<Incoming, number | null>

/** @param most how many reports may wait @param committed told how many were written together */
export const openInbox = (
  store: Store,
  campaigns: Campaigns,
  most: number,
  committed: (reports: number) => void,
): Inbox =>
  openBatches(async all => {
    const outcomes = await takeInAll(store, campaigns, all)
    committed(all.length)
    return outcomes
  }, most)

/** One transaction for all. Where it fails for one of them, each goes alone: a bad report harms no other. */
async function takeInAll(
  store: Store,
  campaigns: Campaigns,
  all: readonly Incoming[],
): Promise<readonly PromiseSettledResult<number | null>[]> {
  try {
    return await inOneStep(store, async step => {
      const kept: PromiseSettledResult<number | null>[] = []
      for (const one of all) kept.push({ status: 'fulfilled', value: await takeIn(step, campaigns, one) })
      return kept
    })
  } catch (error) {
    if (all.length === 1 || isStoreDown(error)) throw error
    return Promise.allSettled(all.map(one => inOneStep(store, step => takeIn(step, campaigns, one))))
  }
}

/** Stores a report and moves the scores by what it changed. */
async function takeIn(
  step: Step,
  campaigns: Campaigns,
  { device, report, now, today }: Incoming,
): Promise<number | null> {
  const agency = await findAgency(step, device.agencyId)
  const before = await deviceDays(step, device, ...span(report))
  await reportedAt(step, device, now)
  if (!agency || !(await stillThere(step, device))) return null
  const kept = await putDays(step, device, report)
  const changed = changes(before, report, windowStart(today))
  if (!changed) return kept
  const days = await personDays(step, device.agencyId, device.memberId, windowStart(today), today)
  for (const campaign of running(campaigns.campaigns, today)) {
    const { total, contributes } = contribution(days, today, agency.level, campaign, campaigns)
    await move(step, device, campaign, today, total, contributes)
  }
  return kept
}

/** First and last day of a report. */
function span(report: Report): [DayKey, DayKey] {
  const days = report.days.map(row => row.day).sort()
  return [days[0] ?? '', days.at(-1) ?? '']
}

const stillThere = async (step: Step, device: KnownDevice): Promise<boolean> =>
  (await step
    .selectFrom('devices')
    .select('device_id')
    .where('agency_id', '=', device.agencyId)
    .where('device_id', '=', device.deviceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()) !== undefined

type Stored = Pick<ReportRow, 'day' | 'platform' | 'seconds'> & { readonly seq: number }

/** Does the report change any total inside the window? Replays and overtaken rows do not. */
function changes(before: readonly Stored[], report: Report, from: DayKey): boolean {
  const held = new Map(before.map(row => [`${row.day} ${row.platform}`, row]))
  return report.days.some(({ day, platform, seconds }) => {
    const old = held.get(`${day} ${platform}`)
    return day >= from && seconds !== (old?.seconds ?? 0) && report.seq > (old?.seq ?? 0)
  })
}

async function move(
  step: Step,
  { agencyId, memberId }: KnownDevice,
  campaign: Campaign,
  today: DayKey,
  total: number,
  contributes: 0 | 1,
): Promise<void> {
  const old = await creditOf(step, agencyId, campaign.id, memberId)
  const key = { agency_id: agencyId, campaign_id: campaign.id, as_of_day: today }
  await putCredit(step, { ...key, member_id: memberId, total, contributes, changed: 1 })
  await moveScore(step, {
    ...key,
    credit_sum: total - (old?.total ?? 0),
    contributors: contributes - (old?.contributes ?? 0),
    changed_members: 1 - (old?.changed ?? 0),
  })
}
