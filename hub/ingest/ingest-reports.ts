// A checked report → stored days, the person's credit and the agency's sums: one transaction, then the receipt.

import { addDays, type DayKey } from '../../shared/core/day.ts'
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { HUB_RETENTION_DAYS } from '../../shared/core/retention.ts'
import type { Report } from '../../shared/wire/report.ts'
import type { Campaigns } from '../campaigns.ts'
import type { Values } from '../store/bulk-statement.ts'
import { isStoreDown } from '../store/db.ts'
import { type KnownDevice, reported } from '../store/members.ts'
import { heldDays, putDays } from '../store/reports.ts'
import type { Store, Trx } from '../store/schema.ts'
import { inTransaction } from '../store/transaction.ts'
import { windowStart } from './credit.ts'
import { createGroupCommit, type GroupCommit } from './group-commit.ts'
import { byMember, personDays, withReport } from './merge-report.ts'
import { moveCredits } from './update-sums.ts'

/** May every row be taken in? The detail names the first one that may not. */
export function acceptable(
  report: Report,
  today: DayKey,
  tracked: ReadonlySet<string>,
): Result<Report, 'day-in-future' | 'day-too-old' | 'platform-unknown'> {
  const oldest = addDays(today, -HUB_RETENTION_DAYS)
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
export type Inbox = GroupCommit<Incoming, number | null>

/** @param most how many reports may wait @param committed told how many were written together */
export const createInbox = (
  store: Store,
  campaigns: Campaigns,
  most: number,
  committed: (reports: number) => void,
): Inbox =>
  createGroupCommit(async all => {
    const outcomes = await takeInAll(store, campaigns, all)
    committed(all.length)
    return outcomes
  }, most)

type Outcome = PromiseSettledResult<number | null>

/** One transaction for all. Where it fails for one of them, each goes alone: a bad report harms no other. */
async function takeInAll(
  store: Store,
  campaigns: Campaigns,
  all: readonly Incoming[],
): Promise<readonly Outcome[]> {
  try {
    return await inTransaction(store, async step => {
      const outcomes = new Map<Incoming, number | null>()
      for (const round of rounds(all)) {
        const kept = await takeIn(step, campaigns, round)
        for (const one of round) outcomes.set(one, kept.get(one.device.deviceId) ?? null)
      }
      return all.map(one => ({ status: 'fulfilled', value: outcomes.get(one) ?? null }) as const)
    })
  } catch (error) {
    if (all.length === 1 || isStoreDown(error)) throw error
    return (await Promise.all(all.map(one => takeInAll(store, campaigns, [one]).catch(failed)))).flat()
  }
}

const failed = (reason: unknown): Outcome[] => [{ status: 'rejected', reason }]

/** In their order, parted so that in each part everybody stands once and the day is the same. */
function rounds(all: readonly Incoming[]): readonly (readonly Incoming[])[] {
  const parts: { readonly today: DayKey; readonly people: Set<string>; readonly some: Incoming[] }[] = []
  for (const one of all) {
    const { memberId } = one.device
    const last = parts.findLastIndex(part => part.people.has(memberId) || part.today !== one.today)
    const part = parts[last + 1] ?? { today: one.today, people: new Set(), some: [] }
    part.people.add(memberId)
    part.some.push(one)
    parts[last + 1] = part
  }
  return parts.map(part => part.some)
}

/** Stores reports of different people and moves the scores by what they changed. Returns the rows kept, by device. */
async function takeIn(
  step: Trx,
  campaigns: Campaigns,
  round: readonly Incoming[],
): Promise<ReadonlyMap<string, number>> {
  const there = await reported(
    step,
    round.map(({ device, now }) => [device.agencyId, device.deviceId, now]),
  )
  const levels = new Map(there.map(({ device, level }) => [device, level]))
  const known = round.flatMap(one => {
    const level = levels.get(one.device.deviceId)
    return level ? [{ ...one, level }] : []
  })
  const [first] = known
  if (!first) return new Map()
  const { today } = first
  const from = windowStart(today)
  const asked = known.map(({ device }) => [device.agencyId, device.memberId, from, today])
  const held = byMember(await heldDays(step, asked))
  const kept = new Map(known.map(({ device }) => [device.deviceId, 0]))
  for (const { device } of await putDays(step, known.flatMap(rowsOf))) {
    kept.set(device, (kept.get(device) ?? 0) + 1)
  }
  const changed = known.flatMap(({ device, report, level }) => {
    const who = { member: device.memberId, device: device.deviceId }
    const after = withReport(held.get(who.member) ?? [], who, report, from)
    return after ? [{ agency: device.agencyId, member: who.member, level, days: personDays(after) }] : []
  })
  await moveCredits(step, campaigns, changed, today)
  return kept
}

const rowsOf = ({ device, report }: Incoming): readonly Values[] =>
  report.days.map(({ day, platform, seconds }) => [
    device.agencyId,
    device.deviceId,
    day,
    platform,
    device.memberId,
    seconds,
    report.seq,
  ])
