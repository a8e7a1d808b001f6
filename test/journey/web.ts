// The web as a person in the province sees it, on this machine: every host answers, and every request is remembered.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Visit {
  readonly host: string
  readonly path: string
}

/** A page of a platform. Its title and address hold words that must never be found anywhere else. */
export const SECRET = 'mat-4711'
const platformPage = (host: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Công văn ${SECRET}</title><h1>${host}</h1><input aria-label="Tìm">`

/** The smallest document that a PDF viewer opens. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>`

export class Web {
  readonly visits: Visit[] = []
  readonly #pages = new Map<string, string>()
  readonly #server = createServer((request, response) => this.#answer(request, response))

  /** Serves `html` at every path of a host. */
  page(host: string, html: string): void {
    this.#pages.set(host, html)
  }

  async listen(): Promise<number> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done))
    return (this.#server.address() as AddressInfo).port
  }

  close(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise(done => this.#server.close(() => done()))
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
