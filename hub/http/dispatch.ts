// Around every route: who may call from where, what a browser may do with the answer, one log line, no surprise.
import type { Reason } from '../../shared/wire/problem.ts'
import { isStoreDown } from '../store/db.ts'
import { codeOf } from '../store/transaction.ts'
import type { Answer } from './answer.ts'
import type { Context } from './context.ts'
import { corsHeaders } from './cors.ts'
import { problemOf, type Refusal, refuse } from './problem.ts'
import type { Audience, Route, RouteRequest } from './route.ts'
import { pageHeaders } from './security-headers.ts'

/** A request as it came in, with the parameters of its path. */
interface Incoming extends Pick<RouteRequest, 'request' | 'from' | 'outlet'> {
  readonly params: PathParams
}

/** Answers one request of a route; whatever goes wrong inside becomes a refusal with a reason. */
export async function dispatch(
  route: Route,
  { request, params, from, outlet }: Incoming,
  context: Context,
): Promise<Response> {
  const exchange = exchangeOf(request, route.path, route.audience, context)
  const { url } = exchange
  const asked = {
    request,
    url,
    from,
    outlet,
    param: (name: string) => params[name] ?? '',
    query: (name: string) => url.searchParams.get(name)?.trim() || null,
  }
  const counted = route.audience === 'device' ? await context.rateLimits.address(from) : null
  const answer =
    counted ??
    misdirected(url, route, context) ??
    unreadable(url) ??
    (await route.answer(asked, context).catch(error => handleUnexpected(error, route, context)))
  return 'why' in answer ? sendProblem(answer, exchange, context) : send(answer, exchange, context)
}

/** Probes of the operator's machines come by any name. */
const misdirected = ({ hostname }: URL, { audience }: Route, { isOurs, config }: Context): Refusal | null =>
  audience === 'operator' || isOurs(hostname)
    ? null
    : refuse('host-unknown', `this hub is ${config.publicUrl}; where it has another name, set PUBLIC_URL`)

/** PostgreSQL holds no NUL in a text: a question with one would look like a fault of the store. */
const unreadable = ({ href }: URL): Refusal | null =>
  href.includes('%00') ? refuse('invalid', 'the address holds a NUL (%00); leave it out') : null

/** The way out of an answer. */
interface Exchange {
  readonly request: Request
  readonly url: URL
  /** The pattern of the route: what is counted and logged never names who asked. */
  readonly path: string
  readonly audience: Audience
  readonly began: number
}

/** What is known of a request before a route sees it; `began` is the hub’s clock, epoch ms. */
export const exchangeOf = (
  request: Request,
  path: string,
  audience: Audience,
  { now }: Context,
): Exchange => ({
  request,
  url: new URL(request.url),
  path,
  audience,
  began: now(),
})

/** A refusal, on the same way out as any other answer. @param extra further headers */
export function sendProblem(
  refusal: Refusal,
  exchange: Exchange,
  context: Context,
  extra: Readonly<Record<string, string>> = {},
): Response {
  context.metrics.refused(refusal.why)
  const problem = problemOf(refusal, context.now())
  // What one device is refused is nobody else's: no proxy keeps it.
  const own = exchange.audience === 'device' ? { 'cache-control': 'no-store' } : {}
  return send(
    { ...problem, headers: { ...problem.headers, ...own, ...extra } },
    exchange,
    context,
    refusal.why,
  )
}

/** Sets what every answer carries, and writes the request's one log line: no address, no id of a person. */
function send(
  { status, headers, body }: Answer,
  { request, url, path, audience, began }: Exchange,
  { log, csp, metrics, now }: Context,
  reason?: Reason,
): Response {
  const all = {
    ...headers,
    ...corsHeaders(audience, request.headers.get('origin')),
    ...(audience === 'page' ? pageHeaders(url.pathname, csp) : {}),
    'x-content-type-options': 'nosniff',
  }
  const { method } = request
  metrics.answered(method, path, status)
  log.info({ method, route: path, status, ms: now() - began, ...(reason ? { reason } : {}) })
  return new Response(body, { status, headers: all })
}

type PathParams = Readonly<Record<string, string | undefined>>

/** A fault of the store is told as such; anything else is a bug, written to the log and kept from the caller. */
function handleUnexpected(error: unknown, route: Route, { log }: Context): Refusal {
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
