// The popup's state: numbers of today, what is being done, and what the person may ask for.
import { signal } from '@preact/signals'
import { addDays, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { Command } from '../../../shared/wire/messages.ts'
import type { Db } from '../../store/db.ts'
import type { SendCommand } from '../command.ts'
import type { Refusal } from '../refusal.ts'
import { readToday, type Today } from './today.ts'

export interface PopupContext {
  readonly db: Db
  readonly send: SendCommand
  readonly now: () => Millis
  readonly hasHosts: () => Promise<boolean>
  readonly askForHosts: () => Promise<boolean>
}

export type PauseFor = '15-minutes' | 'hour' | 'today'

export type PopupModel = Awaited<ReturnType<typeof createPopup>>

/** Reads before it resolves, so that the first frame has numbers. */
export async function createPopup({ db, send, now, hasHosts, askForHosts }: PopupContext) {
  const read = async (): Promise<Today> => readToday(db, now(), await hasHosts())
  const today = signal(await read())
  /** The hub did not respond when the agency's score was fetched. */
  const silent = signal(false)
  const refused = signal<Refusal | null>(null)

  /** Lets the background observe, so that the numbers are of this second; then reads them. */
  const refresh = async (): Promise<void> => {
    const observed = await send({ do: 'look' })
    if (!observed.ok) refused.value = observed
    else if (refused.value?.why === 'storage-full') refused.value = null
    today.value = await read()
  }
  /** Fetches the agency's published score, once for each opening: what was kept shows meanwhile. */
  const refreshScore = async (): Promise<void> => {
    if (!today.value.enrolled) return
    silent.value = !(await send({ do: 'standing' })).ok
    today.value = await read()
  }
  const act = async (command: Command): Promise<void> => {
    const reply = await send(command)
    refused.value = reply.ok ? null : reply
    await refresh()
  }
  return {
    today,
    refused,
    silent,
    refresh,
    refreshScore,
    pause: (span: PauseFor) => act({ do: 'pause', until: pauseEnd(span, now()) }),
    resume: () => act({ do: 'resume' }),
    sendNow: () => act({ do: 'sync' }),
    allow: async () => {
      await askForHosts()
      await refresh()
    },
  }
}

/** The instant at which a pause ends; today ends at midnight of the campaign's zone. */
export function pauseEnd(span: PauseFor, now: Millis): Millis {
  if (span === '15-minutes') return now + 15 * MINUTE_MS
  return span === 'hour' ? now + HOUR_MS : startOfDay(addDays(dayOf(now), 1))
}
