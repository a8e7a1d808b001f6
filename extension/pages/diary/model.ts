// The diary's state: one's own days, the stretch that is shown, and what the person may do with them.
import { computed, signal } from '@preact/signals'
import { type DayKey, dayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import type { Millis } from '../../../shared/core/time.ts'
import { parseDiary } from '../../../shared/wire/diary.ts'
import type { Command } from '../../../shared/wire/messages.ts'
import { parseJson } from '../../../shared/wire/parse.ts'
import type { Reply } from '../../../shared/wire/reply.ts'
import type { Post } from '../../hub-client.ts'
import type { Db } from '../../store/db.ts'
import { setting } from '../../store/settings.ts'
import type { Send } from '../command.ts'
import { criteriaOf, markedDays, personDays } from '../criteria.ts'
import { type Own, readOwn } from '../own-data.ts'
import { daysOfSpan, moved, type Span } from './date-ranges.ts'
import { csvOf, type Format, jsonOf, xlsxOf } from './exports.ts'
import { askHoldings, type Holdings } from './holdings.ts'
import { leaveUnit } from './leave-unit.ts'

export interface DiaryTools {
  readonly db: Db
  readonly send: Send
  readonly post: Post
  readonly now: () => Millis
}

type Refusal = Extract<Reply, { ok: false }>
export type DiaryDone = 'erased' | 'imported' | 'withdrawn'
export type DiaryModel = Awaited<ReturnType<typeof createDiary>>

export async function createDiary({ db, send, post, now }: DiaryTools) {
  const own = signal<Own>(await readOwn(db, now()))
  const consent = signal((await setting(db, 'consent')) ?? null)
  const today = signal(dayOf(now()))
  const span = signal<Span>('window')
  const day = signal<DayKey>(today.value)
  const refused = signal<Refusal | null>(null)
  const done = signal<DiaryDone | null>(null)
  const holdings = signal<Holdings | null>(null)
  const busy = signal(false)

  const rows = computed(() => personDays(own.value.days).filter(row => row.seconds > 0))
  const days = computed(() => daysOfSpan(span.value, day.value))
  const shown = computed(() => {
    const { bundle, calendar } = own.value
    return markedDays(rows.value, days.value, today.value, bundle.campaign.score, calendar)
  })
  const criteria = computed(() => {
    const { bundle, calendar, expected } = own.value
    return criteriaOf(rows.value, today.value, expected, bundle.campaign.score, calendar)
  })

  const refresh = async (): Promise<void> => {
    own.value = await readOwn(db, now())
    consent.value = (await setting(db, 'consent')) ?? null
    today.value = dayOf(now())
  }
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
  /** Reads a file of one's own: refused as a whole, or taken as a whole. */
  const importText = async (text: string): Promise<void> => {
    const read = parseJson(text, parseDiary)
    if (read.ok) return act({ do: 'import', days: read.value.days }, 'imported')
    await settle({ ok: false, why: 'file-unreadable', detail: read.detail }, 'imported')
  }
  const askHub = async (): Promise<void> => {
    const { self } = own.value
    if (!self) return
    busy.value = true
    const answer = await askHoldings(self, post, now())
    const told = 'ok' in answer
    holdings.value = told ? null : answer
    refused.value = told ? { ok: false, why: answer.why, detail: answer.detail } : null
    busy.value = false
  }
  /** True when the hub has taken the person out of their unit; what it holds is asked anew. */
  const leave = async (): Promise<boolean> => {
    const { self } = own.value
    if (!self) return false
    busy.value = true
    const answer = await leaveUnit(self, post, now())
    if (answer.ok) await askHub()
    else refused.value = { ok: false, why: answer.why, detail: answer.detail }
    busy.value = false
    return answer.ok
  }
  return {
    own,
    consent,
    today,
    span,
    day,
    rows,
    days,
    shown,
    criteria,
    refused,
    done,
    holdings,
    busy,
    refresh,
    importText,
    askHub,
    leaveUnit: leave,
    show: (to: Span) => {
      span.value = to
    },
    move: (by: 1 | -1) => {
      day.value = moved(span.value, day.value, by)
    },
    goTo: (to: DayKey) => {
      day.value = to
    },
    eraseDay: (which: DayKey) => act({ do: 'erase', day: which }, 'erased'),
    eraseAll: () => act({ do: 'erase', day: null }, 'erased'),
    withdraw: (erase: boolean) => act({ do: 'withdraw', erase }, 'withdrawn'),
    nameOf: (platform: string, language: Language) => nameIn(own.value, platform, language),
    fileOf: (format: Format, language: Language) => fileOf(format, language, rows.value, own.value, now()),
  }
}

const nameIn = ({ bundle }: Own, id: string, language: Language): string =>
  bundle.platforms.find(p => p.id === id)?.name[language] ?? id

async function fileOf(
  format: Format,
  language: Language,
  rows: ReturnType<typeof personDays>,
  own: Own,
  now: Millis,
): Promise<Blob> {
  const nameOf = (id: string): string => nameIn(own, id, language)
  const all = [...rows]
  if (format === 'xlsx') return xlsxOf(all, nameOf, language)
  if (format === 'csv') return new Blob([csvOf(all, nameOf, language)], { type: 'text/csv;charset=utf-8' })
  return new Blob([jsonOf(all, now)], { type: 'application/json' })
}
