// Listeners of the event stream over plain sockets: thousands of them in one process, some who never read.
import { connect, type Socket } from 'node:net'

export interface Listener {
  readonly socket: Socket
  /** Releases heard so far, by number, and when, epoch ms. */
  readonly heard: Map<number, number>
  ended: boolean
}

const REQUEST = 'GET /api/v1/scores/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n'

/** Opens a stream. @param reads false: it asks, and never reads the answer */
function listen(port: number, reads: boolean): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const one: Listener = { socket, heard: new Map(), ended: false }
    socket.once('error', reject)
    socket.on('close', () => {
      one.ended = true
    })
    socket.once('connect', () => {
      socket.write(REQUEST)
      if (!reads) socket.pause()
      resolve(one)
    })
    if (reads) socket.on('data', readInto(one))
  })
}

/** The number of a release stands at the start of its event: the rest is not even looked at as text. */
function readInto(one: Listener): (data: Buffer) => void {
  let tail = Buffer.alloc(0)
  return data => {
    const bytes = tail.length > 0 ? Buffer.concat([tail, data]) : data
    for (let at = bytes.indexOf('id: '); at >= 0; at = bytes.indexOf('id: ', at + 1)) {
      const end = bytes.indexOf('\n', at)
      const release = Number(bytes.toString('latin1', at + 4, end))
      if (end > at && Number.isInteger(release) && !one.heard.has(release)) one.heard.set(release, Date.now())
    }
    tail = Buffer.from(bytes.subarray(-20))
  }
}

/** Opens many, some at a time, so that no queue of the kernel overflows. */
export async function listenAll(port: number, count: number, reads: boolean): Promise<readonly Listener[]> {
  const all: Listener[] = []
  while (all.length < count) {
    const some = Math.min(100, count - all.length)
    all.push(...(await Promise.all(Array.from({ length: some }, () => listen(port, reads)))))
  }
  return all
}
