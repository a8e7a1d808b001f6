// Open event streams: each listener gets the newest snapshot of its campaign, and a sign of life in between.

import type { Board } from '../published/board.ts'
import { type Coded, type Coding, coded, codedFirst } from './content-coding.ts'
import type { RawResponse } from './raw-response.ts'

/** An intermediary closes a stream that is silent for long. */
const BEAT_MS = 20_000

/** Events, or bytes, that may wait for a slow listener; one that falls further behind is let go and comes back by itself. */
const WAITING = 8
const WAITING_BYTES = 256 * 1024

/** Streams that one process keeps open. */
const MAX_STREAMS = 20_000

/** A reader as the hub sees it: a socket, or a stream where there is none. */
interface Listener {
  readonly campaign: string
  readonly coding: Coding
  last: number
  /** Does it keep up? */
  readonly keepsUp: () => boolean
  readonly write: (bytes: Uint8Array) => void
  readonly end: () => void
}

export interface EventStreams {
  /**
   * A stream that begins with the board (unless the listener has it already), or null when there are too many.
   * Its body is null where an outlet takes the bytes.
   */
  open(
    board: Board,
    reader: { readonly lastSeen: number | null; readonly coding: Coding },
    now: number,
    outlet?: RawResponse | null,
  ): { readonly body: ReadableStream<Uint8Array> | null } | null
  /** Tells a new board to everyone who listens to its campaign. */
  publish(board: Board, now: number): void
  /** A comment to everyone who has heard nothing for 20 s. */
  beat(now: number): void
  /** Ends every stream. */
  close(): void
  readonly size: () => number
}

const events = new WeakMap<Board, Coded>()
/** The same bytes for everyone who is told of a board. */
function event(board: Board): Coded {
  const { snapshot } = board
  const text = () => `id: ${snapshot.release}\nevent: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`
  const told = events.get(board) ?? coded(text())
  events.set(board, told)
  return told
}
const COMMENT = coded(': \n\n')
const HELLO = codedFirst('retry: 5000\n\n')

/** The open streams of one process. Whoever does not keep up is ended: a browser comes back by itself. */
export function createEventStreams(): EventStreams {
  const listeners = new Set<Listener>()
  const send = (to: Listener, piece: Coded, now: number): void => {
    if (!to.keepsUp()) {
      end(to)
      return
    }
    to.write(piece[to.coding])
    to.last = now
  }
  const end = (one: Listener): void => {
    if (listeners.delete(one)) one.end()
  }
  const begin = (one: Listener, board: Board, lastSeen: number | null): void => {
    listeners.add(one)
    send(one, HELLO, one.last)
    if (lastSeen === null || lastSeen < board.snapshot.release) send(one, event(board), one.last)
  }
  return {
    open: (board, { lastSeen, coding }, now, outlet = null) => {
      if (listeners.size >= MAX_STREAMS) return null
      const { campaign } = board.snapshot
      if (outlet) {
        begin(toSocket(outlet, { campaign, coding, last: now }, listeners), board, lastSeen)
        return { body: null }
      }
      let mine: Listener | undefined
      const body = new ReadableStream<Uint8Array>(
        {
          start: controller => {
            mine = toStream(controller, { campaign, coding, last: now })
            begin(mine, board, lastSeen)
          },
          cancel: () => {
            if (mine) listeners.delete(mine)
          },
        },
        { highWaterMark: WAITING },
      )
      return { body }
    },
    publish: (board, now) => {
      const piece = event(board)
      for (const one of [...listeners]) {
        if (one.campaign === board.snapshot.campaign) send(one, piece, now)
      }
    },
    beat: now => {
      for (const one of [...listeners]) if (now - one.last >= BEAT_MS) send(one, COMMENT, now)
    },
    close: () => {
      for (const one of [...listeners]) end(one)
    },
    size: () => listeners.size,
  }
}

type Reader = Pick<Listener, 'campaign' | 'coding' | 'last'>

function toSocket(outlet: RawResponse, reader: Reader, among: Set<Listener>): Listener {
  const one: Listener = {
    ...reader,
    keepsUp: () => outlet.behind() < WAITING_BYTES,
    write: bytes => outlet.write(bytes),
    end: () => outlet.end(),
  }
  outlet.take(() => among.delete(one))
  return one
}

const toStream = (controller: ReadableStreamDefaultController<Uint8Array>, reader: Reader): Listener => ({
  ...reader,
  keepsUp: () => (controller.desiredSize ?? 0) > 0,
  write: bytes => controller.enqueue(bytes),
  end: () => controller.close(),
})
