// One question to a hub: a request in, a value or the reason out. The only place that waits for the network.

import { type Fail, type Ok, ok } from '../shared/core/result.ts'
import type { Millis } from '../shared/core/time.ts'
import { type Parse, parseJson } from '../shared/wire/parse.ts'
import { parseProblem, type Reason, reasonOf } from '../shared/wire/problem.ts'

export type Post = (request: Request) => Promise<Response>

/** `offline`: no answer. `unreadable`: an answer that is not of our hub (a proxy's page, a newer version). */
type Refusal = Reason | 'offline' | 'unreadable'

export interface Refused extends Fail<Refusal> {
  /** The hub's clock, where it told it. */
  readonly serverTime?: Millis
}
export type Answer<T> = Ok<T> | Refused

/** For answers that say all by their status. */
export const parseNothing: Parse<null> = () => ok(null)

const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504])

const TIMEOUT_MS = 20_000

/** Nobody waits for ever: a hub that does not answer is offline. */
export const fetchPost: Post = request => fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) })

export async function ask<T>(post: Post, request: Request, parse: Parse<T>): Promise<Answer<T>> {
  try {
    const response = await post(request)
    const body = await response.text()
    if (!response.ok) return refusal(response.status, body)
    // an empty answer is a hub's only as 204: an empty page of somebody else must not count as done
    const read = response.status === 204 ? parse(null) : parseJson(body, parse)
    return read.ok ? read : { ok: false, why: 'unreadable', detail: read.detail }
  } catch (error) {
    return { ok: false, why: 'offline', detail: error instanceof Error ? error.message : String(error) }
  }
}

function refusal(status: number, body: string): Refused {
  const problem = parseJson(body, parseProblem)
  const why = problem.ok ? reasonOf(problem.value.type) : null
  if (!problem.ok || !why) {
    // a gateway that says it has no hub behind it, or somebody else's page
    return { ok: false, why: GATEWAY.has(status) ? 'busy' : 'unreadable', detail: `HTTP ${status}` }
  }
  const { detail, title, serverTime } = problem.value
  return { ok: false, why, detail: detail ?? title, ...(serverTime === undefined ? {} : { serverTime }) }
}
