// The worker without its browser: observations, alarms and commands over one store. It remembers nothing itself.
import { browser } from 'wxt/browser'
import type { Cause } from '../shared/core/activity.ts'
import type { Millis } from '../shared/core/time.ts'
import { parseCommand } from '../shared/wire/messages.ts'
import type { Reply } from '../shared/wire/reply.ts'
import { runCommand } from './commands.ts'
import type { HubFetch } from './hub-client.ts'
import { showIcon, showTrouble } from './icon.ts'
import { policyNow } from './policy.ts'
import { showReminder } from './reminder.ts'
import type { Db } from './store/db.ts'
import { identity } from './store/identity.ts'
import { setting } from './store/settings.ts'
import { thinOnceADay } from './store/thin.ts'
import type { SyncContext } from './sync/context.ts'
import { enrol } from './sync/enrol.ts'
import { eraseHereAndAtHub } from './sync/erase-at-hub.ts'
import { refreshCampaignWhenOld } from './sync/refresh-campaign.ts'
import { SEND, scheduleSend } from './sync/schedule.ts'
import { send } from './sync/send.ts'
import { type ActivitySources, createObserver, type Observe, type Observed } from './watch/activity-now.ts'
import type { Watched } from './watch/focus-poll.ts'
import { HEARTBEAT, keepHeartbeat } from './watch/heartbeat.ts'
import { FOCUS_POLL, keepFocusPoll } from './watch/silent-focus.ts'

/** The alarm that ends a pause. */
const RESUME = 'resume'

export interface WorkerContext extends ActivitySources {
  readonly fetch: HubFetch
  /** From 0 up to 1. */
  readonly random: () => number
  /** Called after each observation. */
  readonly onObserved: (watched: Watched) => void
}

export interface Worker {
  /** Something may have changed: observe, and never mind the result. */
  readonly wake: (cause: Cause) => void
  readonly observe: Observe
  readonly onAlarm: (name: string) => Promise<void>
  readonly onMessage: (message: unknown) => Promise<Reply>
}

/** The parts of the worker, for the browser's events. */
export function createWorker({ fetch, random, onObserved, ...sources }: WorkerContext): Worker {
  const { db, now, heartbeatMs } = sources
  const showAndSchedule = async (store: Db): Promise<void> => {
    await showIcon(store, now())
    await scheduleSend(store, now(), random())
  }
  const observe = createObserver(sources, async ({ open, began, watched }: Observed) => {
    const store = await db()
    onObserved(watched)
    await keepFocusPoll(store, watched.attended && !watched.earning)
    await keepHeartbeat(open !== null, began, heartbeatMs)
    await scheduleResume(store, now())
    await showAndSchedule(store)
    await showReminder(store, now())
    void thinOnceADay(store, now()).catch(reportError)
  })
  const inTurn = oneAtATime()

  const onAlarm = async (name: string): Promise<void> => {
    if (name === HEARTBEAT || name === FOCUS_POLL) return observe('poll', 'write')
    if (name === RESUME) return observe('event', 'write')
    if (name !== SEND) return
    await inTurn(async () => sendDue({ db: await db(), fetch, now }, random()))
    await showIcon(await db(), now())
  }
  const onMessage = async (message: unknown): Promise<Reply> => {
    const command = parseCommand(message)
    if (!command.ok) return command
    const run = async (): Promise<Reply> => {
      const store = await db()
      const reply = await runCommand(command.value, {
        db: store,
        fetch,
        now,
        observe: () => observe('event', 'write'),
      })
      await showAndSchedule(store)
      return reply
    }
    return (SPEAK_TO_HUB.has(command.value.do) ? inTurn(run) : run()).catch(errorReply)
  }
  return {
    wake: cause => void observe(cause).catch(reportError),
    observe,
    onAlarm: name => onAlarm(name).catch(reportError),
    onMessage,
  }
}

/** Commands that speak to the hub: one after the other, and never beside a send. */
const SPEAK_TO_HUB: ReadonlySet<string> = new Set(['consent', 'withdraw', 'enrol', 'sync', 'erase'])

async function sendDue(context: SyncContext, random: number): Promise<void> {
  if (await setting(context.db, 'eraseDue')) await eraseHereAndAtHub(context)
  await refreshCampaignWhenOld(context)
  if ((await send(context)) === 'device-unknown') await enrolByPolicy(context)
  await scheduleSend(context.db, context.now(), random)
}

/** A hub that has lost its database: where the policy brings a code, the person need not do anything. */
async function enrolByPolicy(context: SyncContext): Promise<void> {
  const { enrolmentCode, hubUrl } = await policyNow()
  const self = await identity(context.db)
  if (!enrolmentCode || !self) return
  const enrolled = await enrol(context, { code: enrolmentCode, hubUrl: hubUrl ?? self.hubUrl })
  if (enrolled.ok) await send(context)
}

/** A pause ends by itself: its end is observed. */
async function scheduleResume(db: Db, now: Millis): Promise<void> {
  const until = (await setting(db, 'pause'))?.until
  if (until && until > now) await browser.alarms.create(RESUME, { when: until })
}

function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

const log = (error: unknown): void => console.error(error)

/** What cannot be written leaves no trace in the store: the icon shows it. */
function reportError(error: unknown): void {
  log(error)
  if (isFull(error)) void showTrouble().catch(log)
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

const errorReply = (error: unknown): Reply => {
  log(error)
  if (isFull(error))
    return { ok: false, why: 'storage-full', detail: 'the browser could not write: the disk is full' }
  return { ok: false, why: 'internal', detail: error instanceof Error ? error.message : String(error) }
}
