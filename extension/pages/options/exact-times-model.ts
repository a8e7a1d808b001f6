// How long exact times stay on this device: the person's own choice.
import { signal } from '@preact/signals'
import { EXACT_DAYS, type ExactDays } from '../../../shared/core/exact-times.ts'
import type { Db } from '../../store/db.ts'
import { setting } from '../../store/settings.ts'
import type { SendCommand } from '../command.ts'

/** `days`: what holds now; `choose` keeps another number of days. */
export async function createExactTimes({ db, send }: { readonly db: Db; readonly send: SendCommand }) {
  const days = signal<ExactDays>((await setting(db, 'exactDays')) ?? EXACT_DAYS[0])
  const choose = async (chosen: ExactDays): Promise<void> => {
    days.value = chosen
    await send({ do: 'exact-days', days: chosen })
  }
  return { days, choose }
}
