// Listens to the hub's stream of releases: one connection for the whole page, given up where a proxy swallows it.

import { readSnapshot } from './parse-snapshot.ts'
import type { Heard, Source } from './poll.ts'

/** A stream that is silent for so long from its start never comes: some proxies hold events back. */
const FIRST_EVENT_WITHIN_MS = 10_000
const CLOSED = 2

/** Streams one URL; `giveUp` is called once where it does not work, and the source is then dead. */
export function streamed(url: string, hear: (heard: Heard) => void, giveUp: () => void): Source {
  let line: EventSource | null = null
  let watchdog = 0
  let over = false
  const close = (): void => {
    clearTimeout(watchdog)
    line?.close()
    line = null
  }
  const fail = (): void => {
    close()
    over = true
    giveUp()
  }
  const told = (event: MessageEvent): void => {
    clearTimeout(watchdog)
    const heard = read(event.data)
    over = heard?.final ?? false
    if (over) close()
    if (heard) hear(heard)
  }
  const open = (): void => {
    line = new EventSource(url)
    line.addEventListener('snapshot', told)
    line.onerror = () => (line?.readyState === CLOSED ? fail() : hear('offline'))
    watchdog = window.setTimeout(fail, FIRST_EVENT_WITHIN_MS)
  }
  return {
    wake(on) {
      if (!on) close()
      else if (!line && !over) open()
    },
  }
}

function read(data: unknown) {
  try {
    return readSnapshot(JSON.parse(String(data)))
  } catch {
    return null
  }
}
