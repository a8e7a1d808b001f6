// Pages → background: each command done once, and an answer that a page can show.

import { type DayKey, dayOf } from '../shared/core/day.ts'
import type { Command } from '../shared/wire/messages.ts'
import type { Reply } from '../shared/wire/reply.ts'
import { eraseDays } from './store/erase.ts'
import { identity } from './store/identity.ts'
import { keepImported } from './store/imported-days.ts'
import { dropSetting, setSetting, setting } from './store/settings.ts'
import type { SyncContext } from './sync/context.ts'
import { enrol } from './sync/enrol.ts'
import { eraseHereAndAtHub } from './sync/erase-at-hub.ts'
import { refreshCampaign } from './sync/refresh-campaign.ts'
import { refreshPublishedScore } from './sync/refresh-scores.ts'
import { send } from './sync/send.ts'

export interface CommandContext extends SyncContext {
  /** Observes again what is in front, so that a change of mind takes effect at once. */
  readonly observe: () => Promise<void>
}

const DONE: Reply = { ok: true }

const failed = (why: string, detail: string): Reply => ({ ok: false, why, detail })

/** Does what a page asked for, and replies with success or a reason. The command has been parsed. */
export async function runCommand(command: Command, context: CommandContext): Promise<Reply> {
  const { db, observe } = context
  switch (command.do) {
    case 'consent':
      return consent(command.version, context)
    case 'withdraw':
      return withdraw(command.erase, context)
    case 'enrol':
      return joinAgency(command, context)
    case 'pause':
      await setSetting(db, 'pause', { until: command.until })
      await observe()
      return DONE
    case 'resume':
      await dropSetting(db, 'pause')
      await observe()
      return DONE
    case 'sync':
      return sendNow(context)
    case 'look':
      await observe()
      return DONE
    case 'standing':
      return (await refreshPublishedScore(context)) ?? DONE
    case 'erase':
      return eraseDiary(command.day, context)
    case 'import':
      await keepImported(db, command.days, dayOf(context.now()))
      return DONE
    case 'remind':
      await setSetting(db, 'remind', command.on)
      return DONE
    case 'exact-days':
      await setSetting(db, 'exactDays', command.days)
      return DONE
    case 'language':
      await setSetting(db, 'language', command.language)
      return DONE
  }
}

async function consent(version: string, context: CommandContext): Promise<Reply> {
  const { db, now, observe } = context
  // A person who asked to be erased starts anew: the old traces go first.
  if ((await setting(db, 'eraseDue')) && (await eraseHereAndAtHub(context)) !== 'erased') {
    return failed('erase-pending', 'the hub has not confirmed the erasure yet')
  }
  await setSetting(db, 'consent', { version, at: now() })
  await observe()
  return DONE
}

/** Recording stops first: the observation closes the running stretch, then nothing is left to grow. */
async function withdraw(erase: boolean, context: CommandContext): Promise<Reply> {
  await dropSetting(context.db, 'consent')
  await context.observe()
  if (!erase) return DONE
  return (await eraseHereAndAtHub(context)) === 'erased'
    ? DONE
    : failed('erase-pending', 'erased on this device; the hub will be asked again')
}

async function joinAgency(
  { code, hubUrl, withoutUnit }: Extract<Command, { do: 'enrol' }>,
  context: CommandContext,
): Promise<Reply> {
  const joined = await enrol(context, { code, hubUrl, ...(withoutUnit && { withoutUnit }) })
  if (!joined.ok) return joined
  await refreshCampaign(context)
  await context.observe()
  await send(context)
  return DONE
}

/** Erased here at once; totals of nothing go to the hub, now or as soon as it can be reached. */
async function eraseDiary(day: DayKey | null, context: CommandContext): Promise<Reply> {
  const enrolled = (await identity(context.db)) !== null
  await context.observe()
  await eraseDays(context.db, day, enrolled)
  await context.observe()
  if (!enrolled) return DONE
  if (!(await setting(context.db, 'consent'))) {
    return failed('erase-here-only', 'erased on this device; without consent no report is sent')
  }
  const sent = await send(context)
  return sent === 'acknowledged' || sent === 'nothing-due'
    ? DONE
    : failed('erase-day-pending', 'erased on this device; the hub will be told again')
}

async function sendNow(context: CommandContext): Promise<Reply> {
  const sent = await send(context)
  if (sent === 'acknowledged' || sent === 'nothing-due') return DONE
  const difference = (await setting(context.db, 'sync'))?.trouble?.clockDifferenceMs
  const detail = 'the report was not acknowledged'
  return difference === undefined
    ? failed(sent, detail)
    : { ok: false, why: sent, detail, clockDifferenceMs: difference }
}
