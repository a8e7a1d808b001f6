// An agency has merged into another: its people go on there, with one consent, one browser and all their days.
import { dayOf } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { running } from '../campaigns.ts'
import { recount } from '../ingest/recount.ts'
import { isThereOn, lifetimes } from '../store/agencies.ts'
import { countChanged } from '../store/credits.ts'
import { moveEverybody } from '../store/move-members.ts'
import type { StoreContext } from '../store/store-context.ts'
import { inTransaction } from '../store/transaction.ts'
import { closeWeeks } from './close-week.ts'

/**
 * Moves everybody at once, never one by one: a single move could be read from two scores. Ended weeks are closed
 * first, so that the old agency keeps its last final.
 * @returns how many people moved
 */
export async function merge(
  hub: StoreContext,
  from: string,
  to: string,
  now: number,
): Promise<Result<number, 'refused'>> {
  const today = dayOf(now)
  const all = await lifetimes(hub.store)
  const [old, heir] = [all.find(one => one.id === from), all.find(one => one.id === to)]
  if (!old || !heir) return fail('refused', `there is no agency "${old ? to : from}"; see: agencies list`)
  if (old.validTo === null || old.validTo >= today)
    return fail('refused', `${from} has not ended; import its last day first (agencies import, valid_to)`)
  if (!heir.predecessors.some(one => one.id === from) || !isThereOn(heir, today))
    return fail('refused', `${to} does not follow ${from}; import it first (agencies import, predecessors)`)
  await closeWeeks(hub, now)
  const campaigns = running(hub.campaigns.campaigns, today)
  return inTransaction(hub.store, async step => {
    const ids = campaigns.map(one => one.id)
    const people = await moveEverybody(step, { from, to }, ids, today)
    for (const campaign of campaigns) {
      await recount(step, { campaign, campaigns: hub.campaigns }, to, today)
      await countChanged(step, to, campaign.id)
    }
    return ok(people)
  })
}
