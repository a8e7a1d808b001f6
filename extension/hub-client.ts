// Requests to a hub: a request in, the parsed value or the reason out. The only place that waits for the network.

import { type Fail, type Ok, ok } from '../shared/core/result.ts'
import type { Millis } from '../shared/core/time.ts'
import { type Parse, parseJson } from '../shared/wire/parse.ts'
import { parseProblem, type Reason, reasonOf } from '../shared/wire/problem.ts'

/** How requests leave; in tests it is the hub itself. Rejects where there is no network. */
export type HubFetch = (request: Request) => Promise<Response>

/** `offline`: no response. `unreadable`: a response that is not of our hub (a proxy's page, a newer version). */
type FailureReason = Reason | 'offline' | 'unreadable'

export interface HubFailure extends Fail<FailureReason> {
  /** The hub's clock, where its problem report carries it. */
  readonly serverTime?: Millis
}
export type HubResult<T> = Ok<T> | HubFailure

/** For responses that say all by their status. */
export const parseEmpty: Parse<null> = () => ok(null)

const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504])

const TIMEOUT_MS = 20_000

/** Nobody waits for ever: a hub that does not respond within 20 s is offline. */
export const fetchWithTimeout: HubFetch = request =>
  fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) })

/** Sends a request and parses what comes back. Never throws: each failure is a reason. */
export async function fetchFromHub<T>(
  fetch: HubFetch,
  request: Request,
  parse: Parse<T>,
): Promise<HubResult<T>> {
  try {
    const response = await fetch(request)
    const body = await response.text()
    if (!response.ok) return failureOf(response.status, body)
    // an empty body is a hub's only as 204: an empty page of somebody else must not count as done
    const read = response.status === 204 ? parse(null) : parseJson(body, parse)
    return read.ok ? read : { ok: false, why: 'unreadable', detail: read.detail }
  } catch (error) {
    return { ok: false, why: 'offline', detail: error instanceof Error ? error.message : String(error) }
  }
}

function failureOf(status: number, body: string): HubFailure {
  const problem = parseJson(body, parseProblem)
  const why = problem.ok ? reasonOf(problem.value.type) : null
  if (!problem.ok || !why) {
    // a gateway that says it has no hub behind it, or somebody else's page
    return { ok: false, why: GATEWAY.has(status) ? 'busy' : 'unreadable', detail: `HTTP ${status}` }
  }
  const { detail, title, serverTime } = problem.value
  return { ok: false, why, detail: detail ?? title, ...(serverTime === undefined ? {} : { serverTime }) }
}
