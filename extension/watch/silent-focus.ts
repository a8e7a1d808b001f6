// Has this browser ever changed its focus without an event? Then it is asked at rest too, once a minute.
import { browser } from 'wxt/browser'
import type { Millis } from '../../shared/core/time.ts'
import type { Db } from '../store/db.ts'
import { setSetting, setting } from '../store/settings.ts'

/** The alarm that asks at rest. */
export const FOCUS_POLL = 'focus-poll'

/** An event that comes this late was only slow. */
const LATE_MS: Millis = 2000

/** Makes the two ears of one suspicion: an event that told of the focus, and a poll that found it changed. */
export function createSilenceWatch(db: () => Promise<Db>, now: () => Millis) {
  let toldAt = Number.NEGATIVE_INFINITY
  const remember = async (): Promise<void> => setSetting(await db(), 'focusSilent', true)
  return {
    told: (): void => {
      toldAt = now()
    },
    /** Where no event tells of the same change soon, the browser is remembered as silent. */
    suspect: (): void => {
      const found = now()
      setTimeout(() => {
        if (Math.abs(toldAt - found) > LATE_MS) void remember()
      }, LATE_MS)
    },
  }
}

/** Starts or stops the alarm: it runs where the focus was ever silent, while somebody is there and nothing earns. */
export async function keepFocusPoll(db: Db, atRest: boolean): Promise<void> {
  if (!atRest || !(await setting(db, 'focusSilent'))) return void (await browser.alarms.clear(FOCUS_POLL))
  if (!(await browser.alarms.get(FOCUS_POLL))) await browser.alarms.create(FOCUS_POLL, { periodInMinutes: 1 })
}
