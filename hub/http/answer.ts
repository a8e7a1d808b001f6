// What a route answers with, before it becomes a `Response`.

/** What goes back. `dispatch` adds what every answer carries, and only then makes it a `Response`: headers are costly to change. */
export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null
}

/** JSON that must not be kept: it is meant for one device. */
export const privateJson = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
})

/** It is done, and there is nothing more to say. */
export const noContent: Answer = { status: 204, headers: { 'cache-control': 'no-store' }, body: null }
