// Around every route: who may call from where, what a browser may do with the answer, one log line, no surprise.
import type { Reason } from '../../shared/wire/problem.ts'
import { isStoreDown } from '../store/db.ts'
import { codeOf } from '../store/transaction.ts'
import type { Parts } from './context.ts'
import type { Policy } from './csp.ts'
import { problemOf, type Refusal, refuse } from './problem.ts'
import type { Answer, Ask, Audience, Route } from './route.ts'

const EXTENSION = /^(?:chrome|moz)-extension:\/\/[A-Za-z0-9-]{1,64}$/

/** Headers by which a browser lets another origin read the answer. */
function corsHeaders(audience: Audience, origin: string | null): Readonly<Record<string, string>> {
  if (audience === 'public') {
    return {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
    }
  }
  if (audience !== 'device') return {}
  // Any extension may try: the proof is the signature, never a cookie. A web page may not.
  if (origin === null || !EXTENSION.test(origin)) return { vary: 'Origin' }
  return { 'access-control-allow-origin': origin, vary: 'Origin' }
}

/** The answer to a browser's question before the request itself. */
export function preflight(audience: Audience, methods: readonly string[], origin: string | null): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: methods.join(', '),
      ...corsHeaders(audience, origin),
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers':
        'content-type, content-digest, signature, signature-input, last-event-id',
      'access-control-max-age': '86400',
    },
  })
}

/** What a browser may do with a page of ours; only embeds may be framed by others. */
function pageHeaders(path: string, policy: Policy): Readonly<Record<string, string>> {
  const framed = path.startsWith('/embed/')
  return {
    'content-security-policy': framed ? policy.frame : policy.page,
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(framed ? {} : { 'cross-origin-opener-policy': 'same-origin' }),
  }
}

/** Answers one request of a route; whatever goes wrong inside becomes a refusal with a reason. */
export async function pass(
  route: Route,
  request: Request,
  pieces: Pieces,
  { from, outlet }: Pick<Ask, 'from' | 'outlet'>,
  parts: Parts,
): Promise<Response> {
  const way = wayOf(request, route.path, route.audience, parts)
  const { url } = way
  const ask = {
    request,
    url,
    from,
    outlet,
    piece: (name: string) => pieces[name] ?? '',
    query: (name: string) => url.searchParams.get(name)?.trim() || null,
  }
  const counted = route.audience === 'device' ? await parts.gate.address(from) : null
  const answer =
    counted ??
    misdirected(url, route, parts) ??
    unreadable(url) ??
    (await route.answer(ask, parts).catch(error => surprise(error, route, parts)))
  return 'why' in answer ? turnAway(answer, way, parts) : sent(answer, way, parts)
}

/** Probes of the operator's machines come by any name. */
const misdirected = ({ hostname }: URL, { audience }: Route, { isOurs, config }: Parts): Refusal | null =>
  audience === 'operator' || isOurs(hostname)
    ? null
    : refuse('host-unknown', `this hub is ${config.publicUrl}; where it has another name, set PUBLIC_URL`)

/** PostgreSQL holds no NUL in a text: a question with one would look like a fault of the store. */
const unreadable = ({ href }: URL): Refusal | null =>
  href.includes('%00') ? refuse('invalid', 'the address holds a NUL (%00); leave it out') : null

/** The way out of an answer. */
interface Way {
  readonly request: Request
  readonly url: URL
  /** The pattern of the route: what is counted and logged never names who asked. */
  readonly path: string
  readonly audience: Audience
  readonly began: number
}

export const wayOf = (request: Request, path: string, audience: Audience, { now }: Parts): Way => ({
  request,
  url: new URL(request.url),
  path,
  audience,
  began: now(),
})

/** A refusal, on the same way out as any other answer. @param extra further headers */
export function turnAway(
  refusal: Refusal,
  way: Way,
  parts: Parts,
  extra: Readonly<Record<string, string>> = {},
): Response {
  parts.meter.refused(refusal.why)
  const problem = problemOf(refusal, parts.now())
  // What one device is refused is nobody else's: no proxy keeps it.
  const own = way.audience === 'device' ? { 'cache-control': 'no-store' } : {}
  return sent({ ...problem, headers: { ...problem.headers, ...own, ...extra } }, way, parts, refusal.why)
}

/** Sets what every answer carries, and writes the request's one log line: no address, no id of a person. */
function sent(
  { status, headers, body }: Answer,
  { request, url, path, audience, began }: Way,
  { log, policy, meter, now }: Parts,
  reason?: Reason,
): Response {
  const all = {
    ...headers,
    ...corsHeaders(audience, request.headers.get('origin')),
    ...(audience === 'page' ? pageHeaders(url.pathname, policy) : {}),
    'x-content-type-options': 'nosniff',
  }
  const { method } = request
  meter.answered(method, path, status)
  log.info({ method, route: path, status, ms: now() - began, ...(reason ? { reason } : {}) })
  return new Response(body, { status, headers: all })
}

type Pieces = Readonly<Record<string, string | undefined>>

/** A fault of the store is told as such; anything else is a bug, written to the log and kept from the caller. */
function surprise(error: unknown, route: Route, { log }: Parts): Refusal {
  const code = codeOf(error)
  log.error({
    route: route.path,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  if (/^(?:SQLITE_(?:BUSY|LOCKED)|40001|40P01|55P03)/.test(code))
    return refuse('busy', 'the store is busy; try again in a while')
  if (code.startsWith('SQLITE_') || isStoreDown(error)) {
    return refuse('store-unavailable', 'nothing was stored; keep the report and send it again later')
  }
  return refuse('internal', 'this is a fault of the hub; try again later')
}
