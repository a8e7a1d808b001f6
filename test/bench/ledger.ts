// What was acknowledged, written down by those who sent it; and whether the hub still has all of it, once.
import { setTimeout as wait } from 'node:timers/promises'
import { type HubConnection, sendReport } from '../../hub/sample/simulated-device.ts'
import { addDays, dayOf } from '../../shared/core/day.ts'
import { parseMe } from '../../shared/wire/me.ts'
import type { Report } from '../../shared/wire/report.ts'
import { routes } from '../../shared/wire/routes.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import type { Person } from './bench-hub.ts'

/** What happened, and what must be zero. */
export interface Tally {
  requests: number
  /** Sent again on purpose, whole or late. */
  resends: number
  /** Sent, and nobody waited for the answer. */
  lost: number
  acknowledged: number
  refused: number
  /** Rows that were acknowledged and are older now, or gone. */
  rowsLost: number
  /** Rows that hold more than anybody ever told. */
  doubles: number
}

export const newTally = (): Tally => ({
  requests: 0,
  resends: 0,
  lost: 0,
  acknowledged: 0,
  refused: 0,
  rowsLost: 0,
  doubles: 0,
})

/** One person's own book: the largest acknowledged `seq` of each row; a row holds its `seq` as its seconds. */
interface Book {
  readonly person: Person
  seq: number
  readonly acknowledged: Map<string, number>
  last: Report | null
}

export const openBooks = (people: readonly Person[]): readonly Book[] =>
  people.map(person => ({ person, seq: 0, acknowledged: new Map(), last: null }))

const DAYS_BACK = 3
const ROWS = 3

/** Seconds are the seq itself: what is stored tells which report it came from. */
function nextReport(book: Book, platforms: readonly string[], now: number): Report {
  book.seq += 1
  const today = dayOf(now)
  const rows = Array.from({ length: ROWS }, (_, i) => ({
    day: addDays(today, -((book.seq + i) % DAYS_BACK)),
    platform: platforms[(book.seq * (i + 1)) % platforms.length] ?? '',
    seconds: book.seq,
  }))
  const days = rows.filter(
    (row, i) => rows.findIndex(o => o.day === row.day && o.platform === row.platform) === i,
  )
  return { seq: book.seq, days }
}

async function put(line: HubConnection, book: Book, report: Report, tally: Tally): Promise<void> {
  tally.requests += 1
  const sent = await sendReport(line, book.person, report)
  if (!sent.ok) {
    if (sent.why !== 'offline') tally.refused += 1
    return
  }
  tally.acknowledged += 1
  for (const { day, platform } of report.days) {
    const row = `${day} ${platform}`
    book.acknowledged.set(row, Math.max(book.acknowledged.get(row) ?? 0, report.seq))
  }
}

/** Sends and does not wait: whether it arrived stays unknown. */
async function putAndLeave(
  line: HubConnection,
  book: Book,
  report: Report,
  tally: Tally,
  ms: number,
): Promise<void> {
  tally.requests += 1
  tally.lost += 1
  const leaving = new AbortController()
  const post = (request: Request) => line.post(new Request(request, { signal: leaving.signal }))
  const sent = sendReport({ ...line, post }, book.person, report)
  await wait(ms)
  leaving.abort()
  await sent
}

/** @param dice from 0 up to 1 */
async function step(
  line: HubConnection,
  book: Book,
  platforms: readonly string[],
  tally: Tally,
  random: () => number,
): Promise<void> {
  const report = nextReport(book, platforms, line.now())
  const turn = random()
  if (turn < 0.15) {
    await putAndLeave(line, book, report, tally, 4 * random())
  } else if (turn < 0.35 && book.last) {
    tally.resends += 1 // an older one overtakes, or comes once more
    await Promise.all([put(line, book, report, tally), put(line, book, book.last, tally)])
  } else if (turn < 0.5) {
    const later = nextReport(book, platforms, line.now())
    await Promise.all([put(line, book, later, tally), put(line, book, report, tally)])
  } else {
    await put(line, book, report, tally)
  }
  book.last = report
}

/** Everybody sends, one report after the other, until told to stop. */
export async function sendAll(
  line: HubConnection,
  books: readonly Book[],
  platforms: readonly string[],
  tally: Tally,
  stop: AbortSignal,
): Promise<void> {
  await Promise.all(
    books.map(async book => {
      while (!stop.aborted) {
        await step(line, book, platforms, tally, Math.random)
        await wait(2)
      }
    }),
  )
}

/** Asks for everything that is stored, and compares it with the books. */
export async function check(line: HubConnection, books: readonly Book[], tally: Tally): Promise<void> {
  for (const book of books) {
    const stored = await daysOf(line, book.person)
    for (const [row, seq] of book.acknowledged) if ((stored.get(row) ?? 0) < seq) tally.rowsLost += 1
    for (const seconds of stored.values()) if (seconds > book.seq) tally.doubles += 1
  }
}

async function daysOf(line: HubConnection, person: Person): Promise<ReadonlyMap<string, number>> {
  const targetUri = routes(line.hub).me()
  const parts = { method: 'GET', targetUri, body: new Uint8Array() }
  const headers = await signatureHeaders(parts, person.key, person.deviceId, line.now())
  const me = parseMe(await (await line.post(new Request(targetUri, { headers }))).json())
  if (!me.ok) throw new Error(me.detail)
  return new Map(me.value.days.map(one => [`${one.day} ${one.platform}`, one.seconds]))
}
