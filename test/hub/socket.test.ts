// The hub behind a real socket: bodies that are too long, and streams whose bytes go straight to the socket.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEventStreams } from '../../hub/http/event-streams.ts'
import { RawResponse } from '../../hub/http/raw-response.ts'
import { serverOf } from '../../hub/http/server.ts'
import type { Board } from '../../hub/published/board.ts'
import { dayOf } from '../../shared/core/day.ts'
import { type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
let server: ReturnType<typeof serverOf>
let port: number
beforeEach(async () => {
  hub = await tryHub()
  server = serverOf({ fetch: hub.pass }, 0)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  port = typeof at === 'object' && at ? at.port : 0
})
afterEach(async () => {
  await hub.close()
  await new Promise(done => server.close(done))
})

/** Sends a request as it stands, and gathers what comes back. */
function ask(lines: readonly string[], body = '', at = port): { socket: Socket; heard: () => string } {
  const socket = connect(at, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', text => {
    heard += text
  })
  socket.on('error', () => undefined)
  socket.write(`${[...lines, 'Host: hub.test', '', ''].join('\r\n')}${body}`)
  return { socket, heard: () => heard }
}

const STREAM = ['GET /api/v1/scores/stream HTTP/1.1']
const streams = async () => (await (await hub.fetch('/readyz')).json()).streams

async function release() {
  const team = await Promise.all(Array.from({ length: 10 }, () => hub.person('so-noi-vu')))
  for (const one of team)
    await hub.report(one, [{ day: dayOf(hub.clock.now), platform: 'vbdh', seconds: 600 }])
  hub.clock.now += 900_000
  await hub.tick()
}

describe('a body over 64 KiB', () => {
  const code = JSON.stringify({ code: 'x'.repeat(70_000) })

  it('is refused by the length that it tells', async () => {
    const { heard, socket } = ask(
      ['POST /api/v1/enrolments HTTP/1.1', `Content-Length: ${code.length}`],
      code,
    )
    await vi.waitFor(() => expect(heard()).toContain('body-too-large'))
    expect(heard()).toMatch(/^HTTP\/1.1 413 /)
    socket.destroy()
  })

  it('is refused as soon as it is too long where it tells none', async () => {
    const chunk = `${code.length.toString(16)}\r\n${code}\r\n0\r\n\r\n`
    const { heard, socket } = ask(['POST /api/v1/enrolments HTTP/1.1', 'Transfer-Encoding: chunked'], chunk)
    await vi.waitFor(() => expect(heard()).toContain('body-too-large'))
    expect(heard()).toMatch(/^HTTP\/1.1 413 /)
    socket.destroy()
  })
})

describe('a stream over a socket', () => {
  it('has the headers of any answer, begins with the snapshot, and goes on with each release', async () => {
    const { heard, socket } = ask(STREAM)
    await vi.waitFor(() => expect(heard()).toContain('id: 0\n'))
    expect(heard()).toMatch(/^HTTP\/1.1 200 /)
    expect(heard().toLowerCase()).toContain('content-type: text/event-stream; charset=utf-8')
    expect(heard().toLowerCase()).toContain('access-control-allow-origin: *')
    await release()
    await vi.waitFor(() => expect(heard()).toContain('id: 1\n'))
    socket.destroy()
    await vi.waitFor(async () => expect(await streams()).toBe(0))
  })

  it('is compressed for a reader who takes that, piece by piece, and tells the same', async () => {
    const plain = ask(STREAM)
    const leaving = new AbortController()
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/scores/stream`, {
      headers: { 'accept-encoding': 'br, gzip;q=0.5' },
      signal: leaving.signal,
    })
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip'])
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    let heard = ''
    const reading = response.body!.pipeThrough(new TextDecoderStream()).pipeTo(
      new WritableStream({
        write: text => {
          heard += text
        },
      }),
    )
    await vi.waitFor(() => expect(heard).toContain('id: 0\n'))
    await release()
    await vi.waitFor(() => expect(heard).toMatch(/id: 1\n.*\n.*\n\n$/))
    hub.clock.now += 20_000
    await hub.tick()
    await vi.waitFor(() => expect(heard).toMatch(/\n\n: \n\n$/))
    await vi.waitFor(() => expect(plain.heard()).toContain(heard))
    plain.socket.destroy()
    leaving.abort()
    await reading.catch(() => undefined)
  })

  it.each(['', 'br, deflate', 'gzip;q=0', 'gzip; q=0.000, br'])(
    'is told as it is to a reader who says "%s"',
    async accepted => {
      const { heard, socket } = ask([...STREAM, `Accept-Encoding: ${accepted}`])
      await vi.waitFor(() => expect(heard()).toContain('id: 0\n'))
      expect(heard().toLowerCase()).not.toContain('content-encoding')
      socket.destroy()
    },
  )

  it('ends when the hub stops', async () => {
    const { heard, socket } = ask(STREAM)
    await vi.waitFor(() => expect(heard()).toContain('id: 0\n'))
    const ended = once(socket, 'end')
    const stopped = hub
    hub = await tryHub()
    await stopped.close()
    await ended
    socket.destroy()
  })

  it('is closed for a reader who takes nothing, and for nobody else', async () => {
    const streams = createEventStreams()
    const { agencies, ...snapshot } = await hub.snapshot()
    /** Much more than kernel and hub hold back. */
    const large = { ...snapshot, agencies: Array.from({ length: 2000 }, () => agencies).flat() }
    const board = (release: number) => ({ snapshot: { ...large, release } }) as unknown as Board
    const open = createServer((_, answer) => {
      const outlet = new RawResponse(answer)
      streams.open(board(0), { lastSeen: 0, coding: 'identity' }, 0, outlet)
      outlet.begin(new Response(null))
    }).listen(0, '127.0.0.1')
    await once(open, 'listening')
    const { port: other } = open.address() as AddressInfo
    const deaf = ask(STREAM, '', other)
    deaf.socket.pause()
    const { heard, socket } = ask(STREAM, '', other)
    await vi.waitFor(() => expect(streams.size()).toBe(2))
    let release = 0
    await vi.waitFor(
      async () => {
        release += 1
        streams.publish(board(release), 0)
        await vi.waitFor(() => expect(heard()).toContain(`id: ${release}\n`))
        expect(streams.size()).toBe(1)
      },
      { timeout: 25_000, interval: 1 },
    )
    for (const one of [deaf.socket, socket]) one.destroy()
    open.close()
  })
})
