// A wrong weekly final → a correction beside it, with its reason. The final itself stays as it was released.

import { type BasisPoints, FULL } from '../../shared/core/basis-points.ts'
import { addDays, type DayKey, mondayOf, type WeekKey } from '../../shared/core/day.ts'
import { ranks } from '../../shared/core/rank.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { tierOf } from '../../shared/core/score.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import { asOf, type Lifetime, lifetimes } from '../store/agencies.ts'
import { addCorrection, type Final, finalsSince } from '../store/finals.ts'
import { addRelease, meansBefore, putReleasedScore, releasedScore } from '../store/releases.ts'
import type { Store, Trx } from '../store/schema.ts'
import { teamWeekOf } from '../store/team.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Cell } from './score-cell.ts'

/** What the operator wishes to put right. */
export interface Wish {
  readonly campaign: Campaign
  readonly week: WeekKey
  readonly agency: string
  /** Told wherever the corrected score is told. */
  readonly reason: string
  /** Take the score back instead of counting it by another headcount. */
  readonly withdraw: boolean
}

/**
 * Counts one final anew by the headcount that the roll now tells for its Sunday, or takes it back. The new score is
 * worked out from what was released before, never from anybody's day totals: a correction tells nothing new about a
 * person. Ranks of the same week move with it.
 * @returns how many finals it changed
 */
export const correct = (
  store: Store,
  wish: Wish,
  k: number,
  now: number,
): Promise<Result<number, 'refused'>> =>
  inTransaction(store, async step => {
    const { campaign, week, agency, reason } = wish
    const finals = (await finalsSince(step, campaign.id, week)).filter(final => final.week === week)
    const old = finals.find(final => final.agency_id === agency)
    if (!old) return fail('refused', `${agency} has no final of ${week} in ${campaign.id}; see: release list`)
    const cell = await anew(step, wish, old, k)
    if (!cell.ok) return cell
    const changed = reranked(finals, { ...old, ...cell.value }, await lifetimes(step))
    const about = { campaign_id: campaign.id, at: now, week, reason }
    const release = await addRelease(step, { ...about, kind: 'correction' })
    for (const { reason: _, ...row } of changed) await addCorrection(step, { ...row, release })
    await showAtOnce(
      step,
      { agency, campaign: campaign.id, sunday: sundayOf(week) },
      { ...cell.value, release, at: now },
    )
    return ok(changed.length)
  })

const sundayOf = (week: WeekKey): DayKey => addDays(mondayOf(week), 6)

/** What the cell should have been. */
async function anew(step: Trx, wish: Wish, old: Final, k: number): Promise<Result<Cell, 'refused'>> {
  if (wish.withdraw) {
    if (old.score === null) return fail('refused', `${wish.agency} has no score in ${wish.week} to take back`)
    return ok({ state: 'suppressed', score: null, tier: null })
  }
  const { campaign, week, agency } = wish
  const told = await teamWeekOf(step, agency, campaign.id, week)
  const then = told?.headcount ?? null
  const one = (await lifetimes(step)).find(other => other.id === agency)
  const headcount = one ? asOf(one, sundayOf(week)).headcount : null
  if (old.score === null || then === null || headcount === null || headcount === then) {
    const hint = 'import the headcount of that Sunday first (agencies import, valid_from), or --withdraw'
    return fail('refused', `there is nothing to count anew for ${agency} in ${week}: ${hint}`)
  }
  const most = told?.enrolled.told ? mayHaveJoined(told.enrolled.value, k) : Number.POSITIVE_INFINITY
  if (most > then) {
    // N was perhaps the number of people who had joined, which was not told: it must not be told by this either.
    return fail(
      'refused',
      `${agency} cannot be counted anew in ${week}: its roll was full or outdated; --withdraw`,
    )
  }
  if (headcount < k) return ok({ state: 'suppressed', score: null, tier: null })
  if (most > headcount) {
    const why = `up to ${most} people may have joined by then, and the roll now tells ${headcount}`
    return fail('refused', `${agency} cannot be counted anew in ${week}: ${why}; --withdraw`)
  }
  const mean = meanOf(await meansBefore(step, campaign.id, week), one, campaign)
  const score = byHeadcount(old.score, { then, now: headcount }, mean, campaign.score.priorPeople)
  return ok({ state: old.state, score, tier: tierOf(score, campaign.score.tiers) })
}

/** The membership that is told was frozen some weeks ago perhaps; fewer than k have come or gone since. */
const mayHaveJoined = (enrolled: number, k: number): number => enrolled + k - 1

const meanOf = (
  means: Awaited<ReturnType<typeof meansBefore>>,
  one: Lifetime | undefined,
  { score }: Campaign,
): BasisPoints => (one && means.get(one.level)) ?? score.priorMean

/** S·(N + 10) = Σx + 10·M: the sum of credits stays, the number of people changes. Tenths of a point. */
function byHeadcount(
  score: number,
  { then, now }: { readonly then: number; readonly now: number },
  mean: BasisPoints,
  prior: number,
): number {
  const sum = Math.max(0, score * 10 * (then + prior) - prior * mean)
  return Math.min(1000, Math.round((Math.min(sum, FULL * now) + prior * mean) / (now + prior) / 10))
}

/** The finals of a week with one cell changed: those that differ now, the ranks of others among them. */
function reranked(finals: readonly Final[], changed: Final, agencies: readonly Lifetime[]): readonly Final[] {
  const all = finals.map(final => (final.agency_id === changed.agency_id ? changed : final))
  const places = ranks(
    all.map(({ agency_id: id, state, score }) => {
      const { level = '', block = '' } = agencies.find(one => one.id === id) ?? {}
      return { id, level, block, score: state === 'ranked' ? score : null }
    }),
  )
  return all
    .map(final => {
      const place = places.get(final.agency_id)
      return { ...final, rank: place?.rank ?? null, rank_of: place?.of ?? null }
    })
    .filter((final, i) => final.agency_id === changed.agency_id || final.rank !== finals[i]?.rank)
}

/** Where the corrected final is what every surface still shows, it is shown corrected. */
async function showAtOnce(
  step: Trx,
  {
    agency,
    campaign,
    sunday,
  }: { readonly agency: string; readonly campaign: string; readonly sunday: DayKey },
  cell: Cell & { readonly release: number; readonly at: number },
): Promise<void> {
  const shown = await releasedScore(step, agency, campaign)
  if (shown?.day !== sunday) return
  await putReleasedScore(step, { ...shown, ...cell })
}
