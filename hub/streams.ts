// Open event streams: each listener gets the newest snapshot of its campaign, and a sign of life in between.
import type { Board } from './parts.ts'

/** An intermediary closes a stream that is silent for long. */
const BEAT_MS = 20_000

/** Events that may wait for a slow listener; one that falls further behind is let go and comes back by itself. */
const WAITING = 8

/** Streams that one process keeps open. */
const MAX_STREAMS = 20_000

interface Listener {
  readonly campaign: string
  readonly send: ReadableStreamDefaultController<Uint8Array>
  last: number
}

export interface Streams {
  /** A stream that begins with the board (unless the listener has it already), or null when there are too many. */
  open(board: Board, lastSeen: number | null, now: number): ReadableStream<Uint8Array> | null
  /** Tells a new board to everyone who listens to its campaign. */
  tell(board: Board, now: number): void
  /** A comment to everyone who has heard nothing for 20 s. */
  beat(now: number): void
  /** Ends every stream. */
  close(): void
  readonly size: () => number
}

const encoder = new TextEncoder()
const event = ({ snapshot }: Board): Uint8Array =>
  encoder.encode(`id: ${snapshot.release}\nevent: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`)
const COMMENT = encoder.encode(': \n\n')
const HELLO = encoder.encode('retry: 5000\n\n')

export function openStreams(): Streams {
  const listeners = new Set<Listener>()
  const send = (to: Listener, bytes: Uint8Array, now: number): void => {
    if ((to.send.desiredSize ?? 0) <= 0) {
      end(to)
      return
    }
    to.send.enqueue(bytes)
    to.last = now
  }
  const end = (one: Listener): void => {
    if (!listeners.delete(one)) return
    one.send.close()
  }
  return {
    open: (board, lastSeen, now) => {
      if (listeners.size >= MAX_STREAMS) return null
      let mine: Listener | undefined
      return new ReadableStream<Uint8Array>(
        {
          start: controller => {
            mine = { campaign: board.snapshot.campaign, send: controller, last: now }
            listeners.add(mine)
            send(mine, HELLO, now)
            if (lastSeen === null || lastSeen < board.snapshot.release) send(mine, event(board), now)
          },
          cancel: () => {
            if (mine) listeners.delete(mine)
          },
        },
        { highWaterMark: WAITING },
      )
    },
    tell: (board, now) => {
      const bytes = event(board)
      for (const one of [...listeners]) {
        if (one.campaign === board.snapshot.campaign) send(one, bytes, now)
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
