// What does the extension cost? Minutes at rest and minutes of work in a real windowed Chromium, as figures for an hour.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { RecordedRequest } from '../journey/recording-proxy.ts'
import type { Tab } from '../scenes/scene-stage.ts'
import { OUTSIDE } from '../scenes/scenes.ts'
import { Stage } from '../scenes/stage.ts'
import { buildControl } from './control.ts'
import { peer, peersIn } from './peers.ts'
import { median, table } from './table.ts'

const HOSTS = ['s-van-ban.tayninh.gov.vn', 's-mot-cua.tayninh.gov.vn'] as const
/** A person changes the platform every ten minutes. */
const STAY_S = 600
/** Events closer than this are one wake-up: a worker once awake stays so for half a minute. */
const BURST_MS = 1000
/** Reports leave about every twenty minutes (extension/sync/backoff.ts). */
const REPORTS_A_DAY = (8 * 60) / 20

/** What one worker did while it was watched. */
interface Watched {
  readonly wakes: number
  /** Transactions that wrote, and writes to `storage.local`. */
  readonly writes: number
  /** Milliseconds of processor time of the extension's process. */
  readonly cpuMs: number
  /** Megabytes in use on the worker's heap at the end. */
  readonly heapMb: number
}

export async function overhead(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: 'string', default: '10' } },
  })
  const minutes = Number(values.minutes)
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-bench-'))
  const others = [peer('control', buildControl(folder)), ...peersIn(process.env.PEERS_DIR)]
  const stage = await Stage.build(join(folder, 'stage'), HOSTS, { others: others.map(one => one.folder) })
  try {
    const rows: string[][] = []
    const ids = [stage.id, ...others.map(({ id }) => id)]
    const names = ['Nhịp Số', ...others.map(({ name }) => name)]
    await stage.inExtension(joinedYesterday, null)
    for (const [scene, play] of [
      ['at rest', rest],
      ['at work', work],
    ] as const) {
      const page = await stage.open(scene === 'at rest' ? OUTSIDE : HOSTS[0])
      await stage.wait(20) // looks that follow a change of what is in front, and the last report
      const watches: (() => Promise<Watched>)[] = []
      for (const id of ids) watches.push(await watch(stage, id)) // in turn: a process is known by its work
      await play(stage, page, minutes)
      for (const [i, done] of watches.entries()) rows.push(row(names[i] ?? '', scene, await done(), minutes))
    }
    await stage.says({ do: 'sync' })
    print(rows, reportBytes(stage), minutes)
  } finally {
    await stage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs in the extension: on the first day reports leave each minute, which is no usual day. */
function joinedYesterday(): Promise<void> {
  return new Promise((done, failed) => {
    const opened = indexedDB.open('nhipso')
    opened.onerror = () => failed(opened.error)
    opened.onsuccess = () => {
      const tx = opened.result.transaction('identity', 'readwrite')
      const all = tx.objectStore('identity').openCursor()
      all.onsuccess = () => {
        const cursor = all.result
        if (cursor) cursor.update({ ...cursor.value, enrolledAt: cursor.value.enrolledAt - 86_400_000 })
      }
      tx.oncomplete = () => {
        opened.result.close()
        done()
      }
      tx.onerror = () => failed(tx.error)
    }
  })
}

/** A page outside the catalogue is in front; the person works there. */
const rest = (stage: Stage, _: Tab, minutes: number): Promise<void> => stage.work(minutes * 60)

/** Two platforms in turn; the first change comes in the middle. */
async function work(stage: Stage, page: Tab, minutes: number): Promise<void> {
  for (let left = minutes * 60, turn = 1; left > 0; turn += 1) {
    const stay = Math.min(turn === 1 ? STAY_S / 2 : STAY_S, left)
    await stage.work(stay)
    left -= stay
    if (left > 0) await stage.go(page, HOSTS[turn % 2] ?? HOSTS[0])
  }
}

/** Begins to watch an extension's worker; what it returns ends the watch. */
async function watch(stage: Stage, id: string): Promise<() => Promise<Watched>> {
  await stage.inWorker(id, countEvents, null)
  const pid = await processOf(stage, id)
  const before = cpuMs(pid)
  return async () => {
    const cpu = cpuMs(pid) - before
    const seen = await stage.inWorker(id, readCounts, BURST_MS)
    return { ...seen, cpuMs: cpu, heapMb: (await stage.heapOf(id)) / 1e6 }
  }
}

interface Counts {
  at: number[]
  writes: number
}

/** Runs in the worker: from now on counts the events that reach it, and what it writes. */
function countEvents(): void {
  const place = globalThis as { counts?: Counts }
  const first = place.counts === undefined
  place.counts = { at: [], writes: 0 }
  if (!first) return
  const count = (): void => void place.counts?.at.push(performance.now())
  const events = [
    chrome.alarms?.onAlarm,
    chrome.tabs.onActivated,
    chrome.tabs.onUpdated,
    chrome.tabs.onRemoved,
    chrome.tabs.onReplaced,
    chrome.windows.onFocusChanged,
    chrome.idle?.onStateChanged,
    chrome.runtime.onMessage,
  ] as ({ addListener(listener: () => void): void } | undefined)[]
  for (const event of events) event?.addListener(count)
  const wrote = (): void => {
    if (place.counts) place.counts.writes += 1
  }
  const known = new WeakSet<IDBTransaction>()
  const store = IDBObjectStore.prototype as unknown as Record<string, (...all: unknown[]) => unknown>
  for (const name of ['put', 'add', 'delete', 'clear']) {
    const real = store[name]
    store[name] = function (this: IDBObjectStore, ...all: unknown[]) {
      if (!known.has(this.transaction)) wrote()
      known.add(this.transaction)
      return real?.apply(this, all)
    }
  }
  const local = chrome.storage.local as unknown as { set(all: object): Promise<void> }
  const set = local.set.bind(local)
  local.set = all => {
    wrote()
    return set(all)
  }
}

/** Runs in the worker: events in bursts, and writes. A worker that was stopped meanwhile has lost them: an error. */
function readCounts(burstMs: number): { wakes: number; writes: number } {
  const { counts } = globalThis as { counts?: Counts }
  if (!counts) throw new Error('the worker started anew, and what was counted is gone')
  const wakes = counts.at.filter((at, i) => i === 0 || at - (counts.at[i - 1] ?? 0) > burstMs).length
  return { wakes, writes: counts.writes }
}

/** The process in which an extension runs: the one that works when its worker is told to. */
async function processOf(stage: Stage, id: string): Promise<number> {
  const before = new Map(extensionProcesses(stage).map(pid => [pid, cpuMs(pid)]))
  await stage.inWorker(
    id,
    ms => {
      const until = performance.now() + ms
      while (performance.now() < until);
    },
    600,
  )
  const worked = [...before].map(([pid, ms]) => [pid, cpuMs(pid) - ms] as const)
  const [most] = worked.sort((a, b) => b[1] - a[1])
  if (!most) throw new Error('no process of an extension runs')
  return most[0]
}

const extensionProcesses = (stage: Stage): readonly number[] =>
  stage
    .processes()
    .filter(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process'))

/** Processor time of a process so far; the kernel counts in hundredths of a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Bytes of the middle report of the run: its body, and with its request line and headers. */
function reportBytes({ sent }: Stage): { body: number; whole: number } {
  const reports = sent.filter(({ method, status }) => method === 'PUT' && status === 200)
  const headBytes = ({ method, path, headers }: RecordedRequest): number =>
    Object.entries(headers).reduce(
      (bytes, [name, value]) => bytes + `${name}: ${value}\r\n`.length,
      `${method} ${path} HTTP/1.1\r\n\r\n`.length,
    )
  const body = median(reports.map(one => one.body.length))
  return { body, whole: body + median(reports.map(headBytes)) }
}

const row = (name: string, scene: string, seen: Watched, minutes: number): string[] => {
  const anHour = (value: number): string => Math.round((value * 60) / minutes).toString()
  return [
    `${name}, ${scene}`,
    anHour(seen.wakes),
    anHour(seen.writes),
    anHour(seen.cpuMs),
    seen.heapMb.toFixed(1),
  ]
}

function print(rows: readonly string[][], report: { body: number; whole: number }, minutes: number): void {
  console.log(`\noverhead, as figures for an hour, from ${minutes} minutes at rest and ${minutes} at work`)
  console.log('a wake-up is a burst of events that reach the worker: the most that it can start anew\n')
  console.log(table(['', 'wake-ups', 'writes', 'CPU ms', 'heap MB'], rows))
  const kilobytes = (bytes: number): string => ((bytes * REPORTS_A_DAY) / 1000).toFixed(1)
  console.log(`\na report: ${report.body} bytes of totals, ${report.whole} with all headers;`)
  console.log(
    `${REPORTS_A_DAY} reports in a working day: ${kilobytes(report.body)} kB of totals, ${kilobytes(report.whole)} kB with headers`,
  )
}
