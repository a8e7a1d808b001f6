// The reminder, on or off: off is always possible, on only where the browser allows notifications.
import { signal } from '@preact/signals'
import type { Db } from '../../store/db.ts'
import { setting } from '../../store/settings.ts'
import type { SendCommand } from '../command.ts'

export interface RemindersContext {
  readonly db: Db
  readonly send: SendCommand
  /** Asks for the right to show notifications; only from a click. */
  readonly askToNotify: () => Promise<boolean>
}

/** `turn` switches; `refused`: the browser did not allow notifications. */
export async function createReminders({ db, send, askToNotify }: RemindersContext) {
  const on = signal((await setting(db, 'remind')) ?? false)
  const refused = signal(false)
  const turn = async (): Promise<void> => {
    const next = !on.value && (await askToNotify())
    refused.value = !on.value && !next
    if (!refused.value) await send({ do: 'remind', on: next })
    on.value = next
  }
  return { on, refused, turn }
}
