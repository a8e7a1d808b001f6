// What a route is: its address, who may call it, what it is asked and answers; and how a body is read.
import { fail, ok, type Result } from '../../shared/core/result.ts'
import type { Reason } from '../../shared/wire/problem.ts'
import type { Answer } from './answer.ts'
import type { Context } from './context.ts'
import type { Refusal } from './problem.ts'
import type { RawResponse } from './raw-response.ts'
import type { RouteDocs } from './route-docs.ts'

/** One request, with the pieces that routes look at. */
export interface RouteRequest {
  readonly request: Request
  readonly url: URL
  /** Who is counted for it; null: nobody. */
  readonly from: string | null
  /** Where an answer that stays open may be written; null: its body is a stream. */
  readonly outlet: RawResponse | null
  /** A named parameter of the path; empty where the route has none such. */
  readonly param: (name: string) => string
  /** A query parameter; an empty one counts as absent. */
  readonly query: (name: string) => string | null
}

/**
 * Who may call from another origin. `public`: any page · `device`: extensions, which prove themselves
 * by signature · `page`: nobody, it is a document · `operator`: nobody
 */
export type Audience = 'public' | 'device' | 'page' | 'operator'

/** One URL of the hub. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** A Hono pattern: `/api/v1/campaigns/:id`. */
  readonly path: string
  readonly audience: Audience
  /** What `/openapi.json` tells of it. */
  readonly docs: RouteDocs
  readonly answer: (request: RouteRequest, context: Context) => Promise<Answer | Refusal>
}

/** Bodies at most this long (contract). */
const MAX_BODY_BYTES = 64 * 1024

/** The whole body, or a refusal as soon as it is too long. */
export async function readBody(request: Request): Promise<Result<Uint8Array<ArrayBuffer>, 'body-too-large'>> {
  const told = request.headers.get('content-length')
  if (Number(told ?? 0) > MAX_BODY_BYTES) return refuseLarge()
  // HTTP holds a sender to the length that was told: such a body is read at once, without a stream.
  if (told !== null && /^\d+$/.test(told)) {
    const body = new Uint8Array(await request.arrayBuffer())
    return body.byteLength > MAX_BODY_BYTES ? refuseLarge() : ok(body)
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > MAX_BODY_BYTES) return refuseLarge()
    chunks.push(chunk)
  }
  return ok(new Uint8Array(Buffer.concat(chunks)))
}

const refuseLarge = () => ({
  ok: false as const,
  why: 'body-too-large' as const,
  detail: `a body has at most ${MAX_BODY_BYTES} bytes; send fewer days in one report`,
})

/** Bytes → a value of the agreement; a body that is not JSON and one that does not fit differ in their reason. */
export function readJson<T, W extends Reason>(
  body: Uint8Array,
  parse: (input: unknown) => Result<T, W>,
): Result<T, W | 'not-json'> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return fail('not-json', 'the body cannot be read as JSON in UTF-8; send it again')
  }
  return parse(value)
}
