// Listeners of the event stream over plain sockets: thousands of them in one process, some who never read.
import { connect, type Socket } from 'node:net'
import { constants, inflateRawSync } from 'node:zlib'

export interface Listener {
  readonly socket: Socket
  /** Releases heard so far, by number, and when, epoch ms. */
  readonly heard: Map<number, number>
  ended: boolean
}

/** One who reads asks as browsers do; one who does not, for as much as there is. */
const request = (reads: boolean): string =>
  `GET /api/v1/scores/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n${reads ? 'Accept-Encoding: gzip\r\n' : ''}\r\n`

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
      socket.write(request(reads))
      if (!reads) socket.pause()
      resolve(one)
    })
    if (reads) socket.on('data', readInto(one))
  })
}

/** Each piece ends on this; one that holds it by chance is read with the next. */
const PIECE_END = Buffer.from([0, 0, 0xff, 0xff])
const HEAD_END = '\r\n\r\n'
const GZIP_HEAD_BYTES = 10

/** Everybody is told the same pieces: each is unpacked once, so that thousands of readers cost little. */
const unpacked = new Map<string, number>()

/** The release that a piece tells, 0 where it tells none. */
function releaseIn(piece: Buffer): number {
  const key = piece.toString('latin1')
  const known = unpacked.get(key)
  if (known !== undefined) return known
  const text = inflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH }).toString()
  const release = Number(/(?:^|\n)id: (\d+)\nevent: snapshot\ndata: .*\n\n$/.exec(text)?.[1] ?? 0)
  unpacked.set(key, release)
  return release
}

function readInto(one: Listener): (data: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0)
  let begun = false
  return data => {
    waiting = waiting.length > 0 ? Buffer.concat([waiting, data]) : data
    const head = begun ? 0 : waiting.indexOf(HEAD_END)
    if (head < 0 || !waiting.subarray(-PIECE_END.length).equals(PIECE_END)) return
    const piece = begun ? waiting : waiting.subarray(head + HEAD_END.length + GZIP_HEAD_BYTES)
    begun = true
    waiting = Buffer.alloc(0)
    const release = releaseIn(piece)
    if (release > 0 && !one.heard.has(release)) one.heard.set(release, Date.now())
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
