// The worker without its browser: looks, alarms and commands over one store. It remembers nothing itself.
import { browser } from 'wxt/browser'
import type { Millis } from '../shared/core/time.ts'
import { parseCommand } from '../shared/wire/messages.ts'
import type { Reply } from '../shared/wire/reply.ts'
import { obey } from './commands.ts'
import type { Post } from './hub-client.ts'
import { showIcon, showTrouble } from './icon.ts'
import { policyNow } from './policy.ts'
import { remind } from './remind.ts'
import { type Db, keptOpen } from './store/db.ts'
import { identity } from './store/identity.ts'
import { setting } from './store/settings.ts'
import { enrol } from './sync/enrol.ts'
import { forget } from './sync/erase-at-hub.ts'
import { refreshWhenOld } from './sync/refresh.ts'
import { SEND, scheduleSend } from './sync/schedule.ts'
import { send } from './sync/send.ts'
import { createLook, type Eyes, type Look } from './watch/activity-now.ts'
import { HEARTBEAT, keepHeartbeat } from './watch/heartbeat.ts'
import type { Recorded } from './watch/recorder.ts'

const RESUME = 'resume'

export interface World extends Omit<Eyes, 'db'> {
  readonly post: Post
  /** From 0 up to 1. */
  readonly dice: () => number
  /** Told after each look whether a platform is in front. */
  readonly looked: (inFront: boolean) => void
}

export interface Worker {
  /** Something may have changed: look, and never mind the answer. */
  readonly wake: () => void
  readonly look: Look
  readonly onAlarm: (name: string) => Promise<void>
  readonly onMessage: (message: unknown) => Promise<Reply>
}

export function createWorker({ post, dice, looked, ...eyes }: World): Worker {
  const { now, heartbeatMs } = eyes
  const db = keptOpen()
  const look = createLook({ ...eyes, db }, async ({ open, began }: Recorded) => {
    const store = await db()
    looked(open !== null)
    await keepHeartbeat(open !== null, began, heartbeatMs)
    await keepResume(store, now())
    await showIcon(store, now())
    await scheduleSend(store, now(), dice())
    await remind(store, now())
  })
  const wake = (): void => void look().catch(failed)
  const inTurn = oneAtATime()

  const onAlarm = async (name: string): Promise<void> => {
    if (name === HEARTBEAT || name === RESUME) return look('write')
    if (name !== SEND) return
    await inTurn(async () => sendDue({ db: await db(), post, now }, dice()))
    await showIcon(await db(), now())
  }
  const onMessage = async (message: unknown): Promise<Reply> => {
    const command = parseCommand(message)
    if (!command.ok) return command
    const hands = async () => {
      const store = await db()
      const reply = await obey(command.value, { db: store, post, now, look: () => look('write') })
      await showIcon(store, now())
      await scheduleSend(store, now(), dice())
      return reply
    }
    return (SLOW.has(command.value.do) ? inTurn(hands) : hands()).catch(asReply)
  }
  return { wake, look, onAlarm: name => onAlarm(name).catch(failed), onMessage }
}

/** Commands that speak to the hub: one after the other, and never beside a send. */
const SLOW: ReadonlySet<string> = new Set(['consent', 'withdraw', 'enrol', 'sync', 'erase'])

async function sendDue(tools: { db: Db; post: Post; now: () => Millis }, dice: number): Promise<void> {
  if (await setting(tools.db, 'eraseDue')) await forget(tools)
  await refreshWhenOld(tools)
  if ((await send(tools)) === 'device-unknown') await joinByPolicy(tools)
  await scheduleSend(tools.db, tools.now(), dice)
}

/** A hub that has lost its database: where the policy brings a code, the person need not do anything. */
async function joinByPolicy(tools: { db: Db; post: Post; now: () => Millis }): Promise<void> {
  const { enrolmentCode, hubUrl } = await policyNow()
  const self = await identity(tools.db)
  if (!enrolmentCode || !self) return
  const joined = await enrol(tools, enrolmentCode, hubUrl ?? self.hubUrl)
  if (joined.ok) await send(tools)
}

/** A pause ends by itself: somebody has to look then. */
async function keepResume(db: Db, now: Millis): Promise<void> {
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

const told = (error: unknown): void => console.error(error)

/** What cannot be written cannot be told by the store: the icon says it. */
function failed(error: unknown): void {
  told(error)
  if (isFull(error)) void showTrouble().catch(told)
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

const asReply = (error: unknown): Reply => {
  told(error)
  if (isFull(error))
    return { ok: false, why: 'storage-full', detail: 'the browser could not write: the disk is full' }
  return { ok: false, why: 'internal', detail: error instanceof Error ? error.message : String(error) }
}
