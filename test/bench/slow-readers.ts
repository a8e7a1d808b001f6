// Listeners who read nothing must cost the others nothing: the hub lets them go.
import { setTimeout as wait } from 'node:timers/promises'
import { startBenchHub } from './bench-hub.ts'
import { type Listener, listenAll } from './listeners.ts'
import { mostKb, residentKb } from './memory.ts'
import { startReleasingHub } from './trigger-release.ts'

/** More than kernel and hub hold back for one who does not read. */
const RELEASES = 1000
const PATIENCE = 300

/** What became of `idle` listeners who read and `slow` ones who never do. */
export async function slowListeners(idle: number, slow: number) {
  const stand = await startBenchHub('SQLite')
  try {
    const hub = await startReleasingHub(stand)
    const readers = await listenAll(stand.port, idle, true)
    const deaf = await listenAll(stand.port, slow, false)
    while ((await createEventStreams(stand.port)) < idle + slow) await wait(100)
    const beforeMb = Math.round(residentKb(hub.pid) / 1024)
    let last = 0
    for (let i = 0; i < RELEASES && (await createEventStreams(stand.port)) > idle; i += 1)
      last = (await hub.release()).release
    await until(() => readers.every(one => one.heard.has(last)))
    const evicted = slow - Math.max(0, (await createEventStreams(stand.port)) - idle)
    const heard = readers.filter(one => one.heard.has(last)).length
    const mostMb = Math.round(mostKb(hub.pid) / 1024)
    for (const one of [...readers, ...deaf]) hangUp(one)
    await hub.stop()
    return { idle, heard, slow, evicted, beforeMb, mostMb }
  } finally {
    await stand.away()
  }
}

export const hangUp = ({ socket }: Listener): void => {
  socket
    .removeAllListeners('error')
    .on('error', () => undefined)
    .destroy()
}

export async function until(is: () => boolean): Promise<void> {
  for (let i = 0; i < PATIENCE && !is(); i += 1) await wait(100)
}

async function createEventStreams(port: number): Promise<number> {
  const { streams }: { streams: number } = await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()
  return streams
}
