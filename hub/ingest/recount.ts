// Day totals → credits and sums, all counted anew. Every new day does so, and says where the deltas had gone wrong.

import { addDays, type DayKey } from '../../shared/core/day.ts'
import { HUB_RETENTION_DAYS } from '../../shared/core/retention.ts'
import type { PersonDay } from '../../shared/core/score.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import { findAgency, type KnownAgency } from '../store/agencies.ts'
import { agenciesBehind, creditsOf, putScore, scoreOf } from '../store/credits.ts'
import { agencyDays } from '../store/reports.ts'
import type { MemberCreditRow, Trx } from '../store/schema.ts'
import type { StoreContext } from '../store/store-context.ts'
import { inTransaction } from '../store/transaction.ts'
import { yieldToEventLoop } from '../yield.ts'
import { type Contribution, type CreditRules, contribution, windowStart } from './credit.ts'

/** Sums that a recount found different from what the deltas had made of them. */
export interface Repaired {
  readonly agency: string
  readonly campaign: string
  /** People whose stored credit was not what their days give. */
  readonly credits: number
  /** By how much the stored sum differed from the sum of the stored credits, basis points. */
  readonly sum: number
  /** The same for the number of people who contribute. */
  readonly contributors: number
}

/** A new day moves the window: every credit is counted anew. That is no change of anybody's data. */
export async function rollOver(
  hub: StoreContext,
  campaign: Campaign,
  today: DayKey,
): Promise<readonly Repaired[]> {
  const repaired: Repaired[] = []
  for (const agency of await agenciesBehind(hub.store, campaign.id, today)) {
    const found = await inTransaction(hub.store, step =>
      recount(step, { campaign, campaigns: hub.campaigns }, agency, today),
    )
    if (found) repaired.push(found)
    await yieldToEventLoop()
  }
  return repaired
}

/**
 * Adds up an agency from its day totals; must give what the deltas gave.
 * @returns what the deltas had got wrong, null where nothing
 */
export async function recount(
  step: Trx,
  rules: CreditRules,
  agencyId: string,
  today: DayKey,
): Promise<Repaired | null> {
  const { campaign } = rules
  const agency = await findAgency(step, agencyId)
  if (!agency) return null
  const old = await creditsOf(step, agencyId, campaign.id)
  const people = await agencyDays(step, agencyId, windowStart(oldest(old, today)), today)
  const counting = counter(people, agency, rules)
  const wrong = await differences(step, { old, counting }, { agency: agencyId, campaign: campaign.id }, today)
  const kept = new Map(old.map(row => [row.member_id, row]))
  const key = { agency_id: agencyId, campaign_id: campaign.id, as_of_day: today }
  const counted = [...new Set([...kept.keys(), ...people.keys()])].map(member_id => {
    const changed = kept.get(member_id)?.changed ?? 0
    return { ...key, member_id, ...counting(member_id, today), changed }
  })
  for (let i = 0; i < counted.length; i += ROWS_AT_ONCE)
    await putCredits(step, counted.slice(i, i + ROWS_AT_ONCE))
  const credit_sum = counted.reduce((sum, one) => sum + one.total, 0)
  const contributors = counted.reduce((sum, one) => sum + one.contributes, 0)
  await putScore(step, { ...key, credit_sum, contributors })
  return wrong
}

const ROWS_AT_ONCE = 100

const oldest = (credits: readonly MemberCreditRow[], today: DayKey): DayKey =>
  credits.reduce((day, one) => (one.as_of_day < day ? one.as_of_day : day), today)

type Counting = (member: string, day: DayKey) => Contribution

/** What a person's days gave, or give, as of a day. */
const counter =
  (people: ReadonlyMap<string, readonly PersonDay[]>, { level }: KnownAgency, rules: CreditRules): Counting =>
  (member, today) => {
    const from = windowStart(today)
    const days = (people.get(member) ?? []).filter(({ day }) => day >= from && day <= today)
    return contribution(days, today, level, rules)
  }

/** The stored credits against what the days gave on the day of each; the stored sum against the stored credits. */
async function differences(
  step: Trx,
  { old, counting }: { readonly old: readonly MemberCreditRow[]; readonly counting: Counting },
  of: { readonly agency: string; readonly campaign: string },
  today: DayKey,
): Promise<Repaired | null> {
  const score = await scoreOf(step, of.agency, of.campaign)
  if (!score || score.as_of_day < addDays(today, -STILL_KEPT)) return null
  const credits = old.filter(row => counting(row.member_id, row.as_of_day).total !== row.total).length
  const sum = score.credit_sum - old.reduce((all, row) => all + row.total, 0)
  const contributors = score.contributors - old.reduce((all, row) => all + row.contributes, 0)
  const right = credits === 0 && sum === 0 && contributors === 0
  return right ? null : { ...of, credits, sum, contributors }
}

/** Beyond this the days that a credit was made of may be forgotten: nothing can be said. */
const STILL_KEPT = HUB_RETENTION_DAYS - 28

const putCredits = (step: Trx, rows: readonly MemberCreditRow[]): Promise<unknown> =>
  step
    .insertInto('member_credits')
    .values(rows)
    .onConflict(c =>
      c.columns(['agency_id', 'campaign_id', 'member_id']).doUpdateSet(e => ({
        total: e.ref('excluded.total'),
        contributes: e.ref('excluded.contributes'),
        as_of_day: e.ref('excluded.as_of_day'),
      })),
    )
    .execute()
