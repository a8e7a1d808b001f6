// Requests over plain kept-alive sockets: the sender costs little, so that what is measured is the other end.
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface Shot {
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>
  /** From the moment at which a request was due to its answer, sorted. */
  readonly latenciesMs: readonly number[]
  readonly ms: number
}

interface Wish {
  readonly port: number
  readonly connections: number
  /** Requests a second; as many as the connections carry where it is left out. */
  readonly rate?: number
}

/** Sends every request once, each connection one after the other. */
export async function shoot(requests: readonly Buffer[], { port, connections, rate }: Wish): Promise<Shot> {
  const statuses = new Map<number, number>()
  const latenciesMs: number[] = []
  const began = performance.now()
  let next = 0
  const run = async (): Promise<void> => {
    const line = await open(port)
    for (let i = next++; i < requests.length; i = next++) {
      const due = rate === undefined ? performance.now() : began + (i / rate) * 1000
      if (due > performance.now()) await wait(due - performance.now())
      const status = await line.ask(requests[i] ?? Buffer.alloc(0))
      latenciesMs.push(performance.now() - due)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    line.socket.destroy()
  }
  await Promise.all(Array.from({ length: connections }, run))
  return { statuses, latenciesMs: latenciesMs.sort((a, b) => a - b), ms: performance.now() - began }
}

async function open(port: number): Promise<{ socket: Socket; ask: (request: Buffer) => Promise<number> }> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let answered: ((status: number) => void) | null = null
  let failed: ((error: Error) => void) | null = null
  let head = ''
  let left = -1
  let status = 0
  socket.on('data', (data: Buffer) => {
    let at = 0
    if (left < 0) {
      head += data.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      status = Number(head.slice(9, 12))
      left = Number(/content-length: (\d+)/i.exec(head.slice(0, end))?.[1] ?? 0)
      at = data.length - (head.length - end - 4)
    }
    left -= data.length - at
    if (left > 0) return
    head = ''
    left = -1
    answered?.(status)
  })
  socket.on('error', error => failed?.(error))
  socket.on('close', () => failed?.(new Error('the connection was closed')))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    failed = reject
  })
  const ask = (request: Buffer): Promise<number> =>
    new Promise((resolve, reject) => {
      answered = resolve
      failed = reject
      socket.write(request)
    })
  return { socket, ask }
}

/** A request as it stands on the wire. */
export const written = (
  method: string,
  path: string,
  host: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Buffer => {
  const all = {
    host,
    ...headers,
    ...(body ? { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` } : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`)
}

/** The value below which `part` of sorted ones lie. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

export const perSecond = ({ latenciesMs, ms }: Shot): number => latenciesMs.length / (ms / 1000)
