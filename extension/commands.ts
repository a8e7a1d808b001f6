// Pages → background: each command done once, and an answer that a page can show.

import { type DayKey, dayOf } from '../shared/core/day.ts'
import type { Millis } from '../shared/core/time.ts'
import type { Command } from '../shared/wire/messages.ts'
import type { Reply } from '../shared/wire/reply.ts'
import type { Post } from './hub-client.ts'
import type { Db } from './store/db.ts'
import { eraseDays } from './store/erase.ts'
import { identity } from './store/identity.ts'
import { keepImported } from './store/imported-days.ts'
import { dropSetting, setSetting, setting } from './store/settings.ts'
import { enrol } from './sync/enrol.ts'
import { forget } from './sync/erase-at-hub.ts'
import { refresh } from './sync/refresh.ts'
import { refreshStanding } from './sync/refresh-scores.ts'
import { send } from './sync/send.ts'

export interface Hands {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
  /** Looks again at what is in front, so that a change of mind takes effect at once. */
  readonly look: () => Promise<void>
}

const DONE: Reply = { ok: true }

const notDone = (why: string, detail: string): Reply => ({ ok: false, why, detail })

/** Does what a page asked for. The command was parsed at the door. */
export async function obey(command: Command, hands: Hands): Promise<Reply> {
  const { db, look } = hands
  switch (command.do) {
    case 'consent':
      return consent(command.version, hands)
    case 'withdraw':
      return withdraw(command.erase, hands)
    case 'enrol':
      return join(command, hands)
    case 'pause':
      await setSetting(db, 'pause', { until: command.until })
      await look()
      return DONE
    case 'resume':
      await dropSetting(db, 'pause')
      await look()
      return DONE
    case 'sync':
      return sync(hands)
    case 'look':
      await look()
      return DONE
    case 'standing':
      return (await refreshStanding(hands)) ?? DONE
    case 'erase':
      return erase(command.day, hands)
    case 'import':
      await keepImported(db, command.days, dayOf(hands.now()))
      return DONE
    case 'remind':
      await setSetting(db, 'remind', command.on)
      return DONE
    case 'language':
      await setSetting(db, 'language', command.language)
      return DONE
  }
}

async function consent(version: string, hands: Hands): Promise<Reply> {
  const { db, now, look } = hands
  // A person who asked to be erased starts anew: the old traces go first.
  if ((await setting(db, 'eraseDue')) && (await forget(hands)) !== 'erased') {
    return notDone('erase-pending', 'the hub has not confirmed the erasure yet')
  }
  await setSetting(db, 'consent', { version, at: now() })
  await look()
  return DONE
}

/** Recording stops first: the look closes the running stretch, then nothing is left to grow. */
async function withdraw(erase: boolean, hands: Hands): Promise<Reply> {
  await dropSetting(hands.db, 'consent')
  await hands.look()
  if (!erase) return DONE
  return (await forget(hands)) === 'erased'
    ? DONE
    : notDone('erase-pending', 'erased on this device; the hub will be asked again')
}

async function join(
  { code, hubUrl, withoutUnit }: Extract<Command, { do: 'enrol' }>,
  hands: Hands,
): Promise<Reply> {
  const joined = await enrol(hands, code, hubUrl, withoutUnit)
  if (!joined.ok) return joined
  await refresh(hands)
  await hands.look()
  await send(hands)
  return DONE
}

/** Erased here at once; the hub is told by totals of nothing, now or as soon as it can be reached. */
async function erase(day: DayKey | null, hands: Hands): Promise<Reply> {
  const enrolled = (await identity(hands.db)) !== null
  await hands.look()
  await eraseDays(hands.db, day, enrolled)
  await hands.look()
  if (!enrolled) return DONE
  if (!(await setting(hands.db, 'consent'))) {
    return notDone('erase-here-only', 'erased on this device; without consent no report is sent')
  }
  const sent = await send(hands)
  return sent === 'acknowledged' || sent === 'nothing-due'
    ? DONE
    : notDone('erase-day-pending', 'erased on this device; the hub will be told again')
}

async function sync(hands: Hands): Promise<Reply> {
  const sent = await send(hands)
  if (sent === 'acknowledged' || sent === 'nothing-due') return DONE
  const difference = (await setting(hands.db, 'sync'))?.trouble?.clockDifferenceMs
  const detail = 'the report was not acknowledged'
  return difference === undefined
    ? notDone(sent, detail)
    : { ok: false, why: sent, detail, clockDifferenceMs: difference }
}
