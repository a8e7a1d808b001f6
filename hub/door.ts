// Around every route: who may call from where, what a browser may do with the answer, one log line, no surprise.
import type { Ask, Audience, Route } from './ask.ts'
import type { Parts } from './parts.ts'
import type { Policy } from './policy.ts'
import { problemResponse, type Refusal, refuse } from './refusal.ts'
import { isStoreDown } from './store/db.ts'
import { codeOf } from './store/step.ts'

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
  const began = parts.now()
  const url = new URL(request.url)
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
  if (!(answer instanceof Response))
    return turnAway(answer, route.path, route.audience, request, parts, began)
  return sent(answer, route.path, route.audience, request, parts, { ms: parts.now() - began })
}

/** Probes of the operator's machines come by any name. */
const misdirected = ({ hostname }: URL, { audience }: Route, { isOurs, config }: Parts): Refusal | null =>
  audience === 'operator' || isOurs(hostname)
    ? null
    : refuse('host-unknown', `this hub is ${config.publicUrl}; where it has another name, set PUBLIC_URL`)

/** PostgreSQL holds no NUL in a text: a question with one would look like a fault of the store. */
const unreadable = ({ pathname, search }: URL): Refusal | null =>
  /%00/.test(pathname + search) ? refuse('invalid', 'the address holds a NUL (%00); leave it out') : null

/** A refusal, on the same way out as any other answer. */
export const turnAway = (
  refusal: Refusal,
  path: string,
  audience: Audience,
  request: Request,
  parts: Parts,
  began: number = parts.now(),
): Response => {
  const told = { ms: parts.now() - began, reason: refusal.why }
  parts.meter.refused(refusal.why)
  const response = problemResponse(refusal, parts.now())
  // What one device is refused is nobody else's: no proxy keeps it.
  if (audience === 'device') response.headers.set('cache-control', 'no-store')
  return sent(response, path, audience, request, parts, told)
}

/** Sets what every answer carries, and writes the request's one log line: no address, no id of a person. */
function sent(
  response: Response,
  path: string,
  audience: Audience,
  request: Request,
  { log, policy, meter }: Parts,
  told: { readonly ms: number; readonly reason?: string },
): Response {
  const extra = {
    ...corsHeaders(audience, request.headers.get('origin')),
    ...(audience === 'page' ? pageHeaders(new URL(request.url).pathname, policy) : {}),
    'x-content-type-options': 'nosniff',
  }
  for (const [name, value] of Object.entries(extra)) response.headers.set(name, value)
  meter.answered(request.method, path, response.status)
  log.info({ method: request.method, route: path, status: response.status, ...told })
  return response
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
