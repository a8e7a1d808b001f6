// The popup's state: numbers of today, what is being done, and what the person may ask for.
import { signal } from '@preact/signals'
import { addDays, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { Command } from '../../../shared/wire/messages.ts'
import type { Reply } from '../../../shared/wire/reply.ts'
import type { Db } from '../../store/db.ts'
import type { Send } from '../command.ts'
import { type Overview, readOverview } from './today.ts'

export interface PopupTools {
  readonly db: Db
  readonly send: Send
  readonly now: () => Millis
  readonly hasHosts: () => Promise<boolean>
  readonly askForHosts: () => Promise<boolean>
}

export type PauseFor = '15-minutes' | 'hour' | 'today'

export type PopupModel = Awaited<ReturnType<typeof createPopup>>

/** Reads before it returns, so that the first frame has numbers. */
export async function createPopup({ db, send, now, hasHosts, askForHosts }: PopupTools) {
  const read = async (): Promise<Overview> => readOverview(db, now(), await hasHosts())
  const overview = signal(await read())
  /** The hub did not answer when the agency's score was asked for. */
  const silent = signal(false)
  const refused = signal<Extract<Reply, { ok: false }> | null>(null)

  /** Lets the background look, so that the numbers are of this second; then reads them. */
  const refresh = async (): Promise<void> => {
    const looked = await send({ do: 'look' })
    if (!looked.ok) refused.value = looked
    else if (refused.value?.why === 'storage-full') refused.value = null
    overview.value = await read()
  }
  /** Asks for the agency's score, once for each opening: what was kept shows meanwhile. */
  const lookUp = async (): Promise<void> => {
    if (!overview.value.enrolled) return
    silent.value = !(await send({ do: 'standing' })).ok
    overview.value = await read()
  }
  const act = async (command: Command): Promise<void> => {
    const reply = await send(command)
    refused.value = reply.ok ? null : reply
    await refresh()
  }
  return {
    overview,
    refused,
    silent,
    refresh,
    lookUp,
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
