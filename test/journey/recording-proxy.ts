// A tap on the wire before the hub: passes everything on, and remembers every request with all its headers and body.
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  readonly status: number
}

export class RecordingProxy {
  readonly requests: RecordedRequest[] = []
  /** Port of the hub behind; change it when the hub restarts elsewhere. */
  hubPort = 0
  /** Somebody who answers in the hub's place; null: nobody. */
  inPlace: ((path: string, response: ServerResponse) => void) | null = null
  readonly #server = createServer((request, response) => void this.#pass(request, response))

  async listen(): Promise<number> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done))
    return (this.#server.address() as AddressInfo).port
  }

  close(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise(done => this.#server.close(() => done()))
  }

  /** Requests that came from the extension: browsers put its origin on them. */
  fromExtension(): readonly RecordedRequest[] {
    return this.requests.filter(r => /^(chrome|moz)-extension:/.test(String(r.headers.origin ?? '')))
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const note = (status: number): void => {
      const { method = 'GET', url: path = '/', headers } = request
      this.requests.push({ method, path, headers, body: body.toString('utf8'), status })
    }
    if (this.inPlace) {
      note(0)
      this.inPlace(request.url ?? '/', response)
      return
    }
    const onward = forward(
      {
        host: '127.0.0.1',
        port: this.hubPort,
        method: request.method,
        path: request.url,
        headers: request.headers,
      },
      answer => {
        note(answer.statusCode ?? 0)
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => {
      note(0)
      response.destroy()
    })
    response.on('close', () => onward.destroy())
    onward.end(body)
  }
}
