// Queued → sent: the report that is due, signed, until the hub has acknowledged it.

import { dayOf } from '../../shared/core/day.ts'
import type { Millis } from '../../shared/core/time.ts'
import { parseReceipt, type Receipt, type Report } from '../../shared/wire/report.ts'
import { routes } from '../../shared/wire/routes.ts'
import type { Answer, Post, Refused } from '../hub-client.ts'
import { campaignNow, trackedPlatforms } from '../store/campaign.ts'
import type { Db } from '../store/db.ts'
import { type Identity, identity } from '../store/identity.ts'
import { acknowledge, fillOutbox } from '../store/outbox.ts'
import { NEVER_SENT, type SyncState, type SyncTrouble, setSetting, setting } from '../store/settings.ts'
import { askWhereItIs } from './hub-redirect.ts'
import { refresh } from './refresh.ts'
import { renewKey } from './renew.ts'

export interface Sending {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

export type Sent = 'not-enrolled' | 'nothing-due' | 'acknowledged' | SyncTrouble

/**
 * Sends what the hub does not know yet. Totals are cumulative and a larger `seq` wins, so a lost answer, a second
 * copy or a wrong order changes nothing.
 */
export async function send(tools: Sending): Promise<Sent> {
  const known = await identity(tools.db)
  if (!known) return 'not-enrolled'
  if (!(await mayLeave(tools.db))) return 'nothing-due'
  const first = await dueReport(tools)
  if (!first) return 'nothing-due'
  const self = await renewKey(tools, known)
  const answer = await put(tools, self, first)
  if (answer.ok || answer.why !== 'platform-unknown') return settle(tools, first, answer)

  // The catalogue has changed at the hub: learn it, and leave out what it does not count any more.
  await refresh(tools)
  const second = await dueReport(tools)
  if (!second) return 'nothing-due'
  return settle(tools, second, await put(tools, self, second))
}

/** Nothing leaves without consent, nor while an erasure is under way. */
const mayLeave = async (db: Db): Promise<boolean> =>
  (await setting(db, 'consent')) !== undefined && !(await setting(db, 'eraseDue'))

async function dueReport({ db, now }: Sending): Promise<Report | null> {
  const bundle = await campaignNow(db, now())
  return fillOutbox(db, dayOf(now()), trackedPlatforms(bundle))
}

const put = (tools: Sending, self: Identity, report: Report): Promise<Answer<Receipt>> =>
  askWhereItIs(
    tools,
    self,
    ({ hubUrl }) => ({ method: 'PUT', url: routes(hubUrl).reports(), body: JSON.stringify(report) }),
    parseReceipt,
  )

async function settle({ db, now }: Sending, report: Report, answer: Answer<Receipt>): Promise<Sent> {
  const before = (await setting(db, 'sync')) ?? NEVER_SENT
  if (answer.ok) {
    const trouble = isCopied(before, report, answer.value) ? copied(now()) : null
    await acknowledge(db, report, { lastSentAt: now(), trouble })
    return 'acknowledged'
  }
  const why = troubleOf(answer)
  await setSetting(db, 'sync', {
    ...before,
    failures: before.failures + 1,
    trouble: { why, detail: answer.detail, at: now(), ...clockDifference(answer, now()) },
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

function troubleOf({ why }: Refused): SyncTrouble {
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

const clockDifference = ({ why, serverTime }: Refused, now: Millis): { clockDifferenceMs?: Millis } =>
  why === 'clock-off' && serverTime !== undefined ? { clockDifferenceMs: now - serverTime } : {}
