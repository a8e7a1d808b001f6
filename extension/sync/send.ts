// Queued → sent: the report that is due, signed, until the hub has acknowledged it.
import { dayOf } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import { parseReceipt, type Receipt, type Report } from '../../shared/wire/report.ts'
import { routes } from '../../shared/wire/routes.ts'
import type { HubFailure, HubResult } from '../hub-client.ts'
import { campaignNow } from '../store/campaign.ts'
import type { Db } from '../store/db.ts'
import { identity } from '../store/identity.ts'
import { acknowledge, fillOutbox } from '../store/outbox.ts'
import { trackedPlatforms } from '../store/platforms.ts'
import type { Identity, SyncState, SyncTrouble } from '../store/schema.ts'
import { NEVER_SENT, setSetting, setting } from '../store/settings.ts'
import type { SyncContext } from './context.ts'
import { requestWithRedirect } from './hub-redirect.ts'
import { rotateKeyWhenOld } from './key-rotation.ts'
import { refreshCampaign } from './refresh-campaign.ts'

export type SendOutcome = 'not-enrolled' | 'nothing-due' | 'acknowledged' | SyncTrouble

/**
 * Sends what the hub does not know yet. Totals are cumulative and a larger `seq` wins, so a lost response, a second
 * copy or a wrong order changes nothing.
 */
export async function send(context: SyncContext): Promise<SendOutcome> {
  const known = await identity(context.db)
  if (!known) return 'not-enrolled'
  if (!(await maySend(context.db))) return 'nothing-due'
  const first = await dueReport(context)
  if (!first) return 'nothing-due'
  const self = await rotateKeyWhenOld(context, known)
  const result = await putReport(context, self, first)
  if (result.ok || result.why !== 'platform-unknown') return recordOutcome(context, first, result)

  // The catalogue has changed at the hub: learn it, and leave out what it does not count any more.
  await refreshCampaign(context)
  const second = await dueReport(context)
  if (!second) return 'nothing-due'
  return recordOutcome(context, second, await putReport(context, self, second))
}

/** Nothing leaves without consent, nor while an erasure is under way. */
const maySend = async (db: Db): Promise<boolean> =>
  (await setting(db, 'consent')) !== undefined && !(await setting(db, 'eraseDue'))

async function dueReport({ db, now }: SyncContext): Promise<Report | null> {
  const bundle = await campaignNow(db, now())
  return fillOutbox(db, dayOf(now()), trackedPlatforms(bundle))
}

const putReport = (context: SyncContext, self: Identity, report: Report): Promise<HubResult<Receipt>> =>
  requestWithRedirect(context, self, {
    request: ({ hubUrl }) => ({
      method: 'PUT',
      url: routes(hubUrl).reports(),
      body: JSON.stringify(report),
    }),
    parse: parseReceipt,
  })

async function recordOutcome(
  { db, now }: SyncContext,
  report: Report,
  result: HubResult<Receipt>,
): Promise<SendOutcome> {
  const before = (await setting(db, 'sync')) ?? NEVER_SENT
  if (result.ok) {
    const trouble = isCopied(before, report, result.value) ? copied(now()) : null
    await acknowledge(db, report, { lastSentAt: now(), trouble })
    return 'acknowledged'
  }
  const why = troubleOf(result)
  await setSetting(db, 'sync', {
    ...before,
    failures: before.failures + 1,
    trouble: { why, detail: result.detail, at: now(), ...clockDifference(result, now()) },
  })
  return why
}

/**
 * At its first attempt a new report is newer than all that this device ever sent. Where the hub keeps less of it,
 * somebody else has sent a larger `seq` with the same key.
 */
const isCopied = ({ failures }: SyncState, { days }: Report, { kept }: Receipt): boolean =>
  failures === 0 && kept < days.length

const copied = (at: Millis): SyncState['trouble'] => ({
  why: 'copied',
  detail: 'a report of another browser with the same key is newer',
  at,
})

function troubleOf({ why }: HubFailure): SyncTrouble {
  switch (why) {
    case 'offline':
    case 'clock-off':
    case 'device-unknown':
      return why
    case 'busy':
    case 'too-many-requests':
    case 'store-unavailable':
    case 'internal':
      return 'busy'
    case 'unreadable':
      return 'not-the-hub'
    default:
      return 'refused'
  }
}

const clockDifference = ({ why, serverTime }: HubFailure, now: Millis): { clockDifferenceMs?: Millis } =>
  why === 'clock-off' && serverTime !== undefined ? { clockDifferenceMs: now - serverTime } : {}
