// Public answers: an entity tag, how long they stay fresh, and the short answer to who has them already.
import { createHash } from 'node:crypto'

/** Data (contract): fresh for 15 s, and shown longer rather than not at all. */
export const DATA_CACHE = 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400'

/** @returns 304 without a body where `If-None-Match` names this very body */
export function tagged(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const all = { ...headers, etag }
  if (known(request, etag)) return new Response(null, { status: 304, headers: all })
  return new Response(body, { headers: all })
}

/** A proxy that compresses makes the tag weak; the body is the same. */
const known = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .some(tag => tag === etag || tag === '*')

const texts = new WeakMap<object, string>()

/** JSON that anybody may read. The same value is written out once only. */
export function publicJson(request: Request, value: object): Response {
  const text = texts.get(value) ?? JSON.stringify(value)
  texts.set(value, text)
  return tagged(request, text, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': DATA_CACHE,
  })
}
