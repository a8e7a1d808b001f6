// Public answers: an entity tag, how long they stay fresh, and the short answer to who has them already.
import { createHash } from 'node:crypto'
import type { Answer } from './answer.ts'

/** Data (contract): fresh for 15 s, and shown longer rather than not at all. */
export const DATA_CACHE = 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400'

/** @returns 304 without a body where `If-None-Match` names this very body */
export function tagged(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Answer {
  return answered(request, body, etagOf(body), headers)
}

const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

function answered(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  etag: string,
  headers: Readonly<Record<string, string>>,
): Answer {
  const all = { ...headers, etag }
  return known(request, etag)
    ? { status: 304, headers: all, body: null }
    : { status: 200, headers: all, body }
}

/** A proxy that compresses makes the tag weak; the body is the same. */
function known(request: Request, etag: string): boolean {
  const held = request.headers.get('if-none-match')
  if (held === null) return false
  return held
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .some(tag => tag === etag || tag === '*')
}

/** JSON as it goes over the network. */
interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly etag: string
}

const written = new WeakMap<object, Written>()

/** JSON that anybody may read. The same value is written out, and its tag worked out, once only. */
export function publicJson(request: Request, value: object): Answer {
  const { bytes, etag } = written.get(value) ?? write(value)
  return answered(request, bytes, etag, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': DATA_CACHE,
  })
}

function write(value: object): Written {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const one = { bytes, etag: etagOf(bytes) }
  written.set(value, one)
  return one
}
