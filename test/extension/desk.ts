// A person at a machine: the clock, what is in front, the worker that may stop, and the hub at the other end.
import './fake-browser.ts' // first: what follows looks for a browser as soon as it is imported

import { createConnection, type Db, openStore } from '../../extension/store/db.ts'
import { shippedCampaign } from '../../extension/store/shipped.ts'
import { shippedAgencies } from '../../extension/store/shipped-agencies.ts'
import { confirmSighting } from '../../extension/watch/last-sighting.ts'
import { createWorker, type Worker } from '../../extension/worker.ts'
import type { PlatformId, Presence } from '../../shared/core/activity.ts'
import { dayOf } from '../../shared/core/day.ts'
import type { Segment } from '../../shared/core/segment.ts'
import type { Millis } from '../../shared/core/time.ts'
import type { Command } from '../../shared/wire/messages.ts'
import type { Reply } from '../../shared/wire/reply.ts'
import { fakeBrowser, freshMachine } from './fake-browser.ts'
import { CODE, HUB_URL, Hub } from './hub.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
const HEARTBEAT = 30 * SECOND

export const at = (local: string): Millis => Date.parse(`${local}+07:00`)

export class Desk {
  clock = at('2026-11-23T08:00:00')
  presence: Presence = 'active'
  /** A meeting is heard on the platform in front. */
  hears = false
  /** Changes when the browser starts again. */
  session = 'first run'
  readonly hub: Hub
  #front: PlatformId | null = null
  worker: Worker

  constructor() {
    freshMachine()
    this.hub = new Hub(() => this.clock, { ...shippedCampaign(dayOf(this.clock)), ...shippedAgencies() })
    this.worker = this.startWorker()
  }

  /** The browser stops workers when it likes: a new one knows only the store. */
  startWorker(): Worker {
    this.worker = createWorker({
      now: () => this.clock,
      random: () => 0.5,
      fetch: this.hub.fetch,
      session: async () => this.session,
      db: createConnection(),
      queryFront: async () => ({
        window: 1,
        platform: this.#front,
        presence: this.presence,
        listening: this.hears,
      }),
      heartbeatMs: HEARTBEAT,
      silenceMs: 3 * SECOND,
      onObserved: () => {},
    })
    return this.worker
  }

  async consents(): Promise<void> {
    await this.says({ do: 'consent', version: '2026-11' })
  }

  async joins(): Promise<void> {
    await this.consents()
    const reply = await this.says({ do: 'enrol', code: CODE, hubUrl: HUB_URL })
    if (!reply.ok) throw new Error(reply.detail)
  }

  readonly says = (command: Command): Promise<Reply> => this.worker.onMessage(command)

  /** A platform comes to the front; null: anything else. */
  async opens(platform: PlatformId | null): Promise<void> {
    this.#front = platform
    await this.worker.observe('event')
  }

  async becomes(presence: Presence): Promise<void> {
    this.presence = presence
    await this.worker.observe('event')
  }

  /** Time passes with the browser awake: the heartbeat beats while its alarm is set. */
  async works(ms: Millis): Promise<void> {
    const begin = this.clock
    const end = begin + ms
    while (this.clock + HEARTBEAT <= end) {
      this.clock += HEARTBEAT
      if (await fakeBrowser.alarms.get('heartbeat')) await this.worker.onAlarm('heartbeat')
    }
    this.clock = end
    // polls twice a second
    for (let poll = begin + SECOND; poll <= end; poll += SECOND) await confirmSighting(poll)
  }

  /** Time passes and nothing runs: the lid is closed, the process stopped. */
  sleeps(ms: Millis): void {
    this.clock += ms
  }

  async store(): Promise<Db> {
    return openStore()
  }

  /** Milliseconds kept for a platform on a day; undefined where nothing is kept. */
  async ms(platform: PlatformId, day = '2026-11-23'): Promise<Millis | undefined> {
    return (await (await this.store()).get('days', [day, platform]))?.ms
  }

  async segments(): Promise<readonly Segment[]> {
    return (await this.store()).getAll('segments')
  }
}
