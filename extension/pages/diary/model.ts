// The diary's state: one's own days, and what the person may do with them.
import { type Signal, signal } from '@preact/signals'
import { type DayKey, dayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { parseDiary } from '../../../shared/wire/diary.ts'
import type { Command } from '../../../shared/wire/messages.ts'
import { parseJson } from '../../../shared/wire/parse.ts'
import type { Reply } from '../../../shared/wire/reply.ts'
import type { HubFetch } from '../../hub-client.ts'
import type { Db } from '../../store/db.ts'
import { setting } from '../../store/settings.ts'
import type { SendCommand } from '../command.ts'
import { type OwnData, readOwnData } from '../own-data.ts'
import { type Format, fileOf } from './exports.ts'
import type { Holdings } from './holdings.ts'
import { createHoldings } from './holdings-model.ts'
import { createOutcome, type DiaryDone, type Outcome } from './outcome.ts'
import { createShownDays } from './shown-days.ts'

export interface DiaryContext {
  readonly db: Db
  readonly send: SendCommand
  readonly fetch: HubFetch
  readonly now: () => Millis
}

export type DiaryModel = Awaited<ReturnType<typeof createDiary>>

/** Reads before it resolves, so that the first frame has days. */
export async function createDiary(context: DiaryContext) {
  const kept = await createKept(context)
  const outcome = createOutcome()
  const shown = createShownDays(kept.own, kept.today)
  const holdings = createHoldings(context, kept.own, outcome)
  return {
    ...kept,
    ...outcome,
    ...shown,
    ...holdings,
    ...createCommands(context, { ...outcome, holdings: holdings.holdings, refresh: kept.refresh }),
    nameOf: (platform: string, language: Language) => nameIn(kept.own.value, platform, language),
    /** The person's own days as a file. */
    fileOf: (format: Format, language: Language): Promise<Blob> => {
      const nameOf = (id: string): string => nameIn(kept.own.value, id, language)
      return fileOf(format, shown.rows.value, { nameOf, language, now: context.now() })
    },
  }
}

const nameIn = ({ bundle }: OwnData, id: string, language: Language): string =>
  bundle.platforms.find(p => p.id === id)?.name[language] ?? id

/** What the store holds, and the day on which it was read. */
async function createKept({ db, now }: DiaryContext) {
  const own = signal<OwnData>(await readOwnData(db, now()))
  const consent = signal((await setting(db, 'consent')) ?? null)
  const today = signal(dayOf(now()))
  const refresh = async (): Promise<void> => {
    own.value = await readOwnData(db, now())
    consent.value = (await setting(db, 'consent')) ?? null
    today.value = dayOf(now())
  }
  return { own, consent, today, refresh }
}

interface Affected extends Outcome {
  readonly holdings: Signal<Holdings | null>
  readonly refresh: () => Promise<void>
}

/** What the background is asked to do with one's own days. */
function createCommands({ send }: DiaryContext, { refused, done, busy, holdings, refresh }: Affected) {
  const settle = async (reply: Reply, when: DiaryDone): Promise<void> => {
    refused.value = reply.ok ? null : reply
    done.value = reply.ok ? when : null
    await refresh()
    busy.value = false
  }
  const act = async (command: Command, when: DiaryDone): Promise<void> => {
    busy.value = true
    holdings.value = null // what the hub holds may be changed by it
    await settle(await send(command), when)
  }
  return {
    eraseDay: (which: DayKey) => act({ do: 'erase', day: which }, 'erased'),
    eraseAll: () => act({ do: 'erase', day: null }, 'erased'),
    withdraw: (erase: boolean) => act({ do: 'withdraw', erase }, 'withdrawn'),
    /** Reads a file of one's own: refused as a whole, or taken as a whole. */
    importText: async (text: string): Promise<void> => {
      const read = parseJson(text, parseDiary)
      if (read.ok) return act({ do: 'import', days: read.value.days }, 'imported')
      await settle({ ok: false, why: 'file-unreadable', detail: read.detail }, 'imported')
    },
  }
}
