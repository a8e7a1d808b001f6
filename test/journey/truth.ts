// What was in front of a browser without a screen, by the wall clock of the script that put it there.

export class Truth {
  readonly #totals = new Map<string, number>()
  #host: string | null = null
  #since = 0

  /** From now on `host` is what the person attends to (null: none of the platforms). */
  front(host: string | null): void {
    const now = Date.now()
    if (this.#host !== null) this.#totals.set(this.#host, this.of(this.#host))
    this.#host = host
    this.#since = now
  }

  /** Milliseconds for a host so far. */
  of(host: string): number {
    const running = this.#host === host ? Date.now() - this.#since : 0
    return (this.#totals.get(host) ?? 0) + running
  }
}
