// An answer that stays open: its bytes go straight to the socket. A stream object in between would cost more than all the rest.
import type { ServerResponse } from 'node:http'

/** Where the bytes of an open answer go. What is written before the head is sent waits for it. */
export class RawResponse {
  readonly #to: ServerResponse
  #waiting: Uint8Array[] | null = null

  constructor(to: ServerResponse) {
    this.#to = to
  }

  /** From now on the answer is written here. @param gone told once when the reader has left */
  take(gone: () => void): void {
    this.#waiting = []
    this.#to.once('close', gone)
  }

  write(bytes: Uint8Array): void {
    if (this.#to.headersSent) this.#put(bytes)
    else this.#waiting?.push(bytes)
  }

  end(): void {
    this.#to.end()
  }

  /** Bytes that the reader has not taken yet. */
  behind(): number {
    return this.#to.writableLength
  }

  /** Sends the head and what waited for it; false where nobody took the outlet. */
  begin(response: Response): boolean {
    if (this.#waiting === null) return false
    // The end of such an answer is the end of the connection: no frames around what is written.
    this.#to.removeHeader('transfer-encoding')
    const headers = { ...Object.fromEntries(response.headers), connection: 'close' }
    this.#to.writeHead(response.status, headers).flushHeaders()
    for (const bytes of this.#waiting) this.#put(bytes)
    this.#waiting = []
    return true
  }

  #put(bytes: Uint8Array): void {
    if (!this.#to.destroyed && !this.#to.writableEnded) this.#to.write(bytes)
  }
}
