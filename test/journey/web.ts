// The web as a person in the province sees it, on this machine: every host answers, and every request is remembered.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createDoor, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Visit {
  readonly host: string
  readonly path: string
}

/** A page of a platform. Its title says where it is, as a stranger at the screen would tell it. Title and address hold words that must never be found anywhere else. */
export const SECRET = 'mat-4711'
const platformPage = (host: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${host} – công văn ${SECRET}</title><h1>${host}</h1><input aria-label="Tìm">`

/** The smallest document that a PDF viewer opens. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>`

/** The first byte of a TLS handshake. */
const TLS_HELLO = 0x16

/** A certificate that nobody vouches for: browsers are told to take it. */
function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  try {
    execFileSync('openssl', ['req', ...kind, '-subj', '/CN=test', '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    })
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export class Web {
  readonly visits: Visit[] = []
  readonly #sockets = new Set<Socket>()
  readonly #pages = new Map<string, string>()
  readonly #plain = createServer((request, response) => this.#answer(request, response))
  readonly #secure = createSecureServer(certificate(), (request, response) => this.#answer(request, response))
  /** Every host and port ends here: whoever greets as TLS does is let in by the secure door. */
  readonly #door = createDoor(socket => this.#let(socket))

  /** Serves `html` at every path of a host. */
  page(host: string, html: string): void {
    this.#pages.set(host, html)
  }

  async listen(): Promise<number> {
    await new Promise<void>(done => this.#door.listen(0, '127.0.0.1', done))
    return (this.#door.address() as AddressInfo).port
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    return new Promise(done => this.#door.close(() => done()))
  }

  #let(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy())
    socket.once('data', first => {
      socket.pause()
      const server = first[0] === TLS_HELLO ? this.#secure : this.#plain
      server.emit('connection', socket)
      socket.unshift(first)
      process.nextTick(() => socket.resume())
    })
  }

  /** Answers as a web server, and as a proxy (Firefox asks with the whole address). */
  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    this.visits.push({ host: url.hostname, path: url.pathname })
    if (url.pathname.endsWith('.pdf')) {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF)
      return
    }
    const html = this.#pages.get(url.hostname) ?? platformPage(url.hostname)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
  }
}
