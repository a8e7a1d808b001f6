// A slow line: 80 ms for each request, two more round trips for each new connection, 1.2 MB/s, gzip; it counts what it sends.
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

const ROUND_TRIP_MS = 80
const BYTES_A_MS = 1200

export interface Served {
  readonly type: string
  readonly body: string
}

export interface SlowNetwork {
  readonly url: string
  /** Bodies sent since the last `reset`, compressed. */
  readonly sent: () => { readonly requests: number; readonly bytes: number }
  readonly reset: () => void
  readonly close: () => Promise<void>
}

export async function openSlowNetwork(answer: (path: string) => Served | null): Promise<SlowNetwork> {
  let requests = 0
  let bytes = 0
  const greeted = new WeakSet<Socket>()
  const server: Server = createServer(async (request, response) => {
    const trips = greeted.has(request.socket) ? 1 : 3
    greeted.add(request.socket)
    const found = answer(new URL(request.url ?? '/', 'http://line').pathname)
    const body = gzipSync(found?.body ?? '', { level: 9 })
    await setTimeout(trips * ROUND_TRIP_MS + body.length / BYTES_A_MS)
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.type ?? 'text/plain',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
    })
    response.end(body)
    requests += 1
    bytes += body.length
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sent: () => ({ requests, bytes }),
    reset: () => {
      requests = 0
      bytes = 0
    },
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
