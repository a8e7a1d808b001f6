// GET /livez, /readyz: is the process there; can it serve?
import { sql } from 'kysely'
import { type Live, parseLive, parseReady, type Ready } from '../../shared/wire/health.ts'
import { privateJson } from '../http/answer.ts'
import type { Route } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'

export const livez: Route = {
  method: 'GET',
  path: '/livez',
  audience: 'operator',
  docs: { summary: 'the process is there', response: ownJson(parseLive) },
  answer: async () => privateJson({ status: 'live' } satisfies Live),
}

/** Ready when the store answers; where it does not, the door says `store-unavailable`. */
export const readyz: Route = {
  method: 'GET',
  path: '/readyz',
  audience: 'operator',
  docs: { summary: 'it can serve: the store answers', response: ownJson(parseReady) },
  answer: async (_, { store, streams }) => {
    await sql`select 1 from marks limit 1`.execute(store)
    return privateJson({ status: 'ready', streams: streams.size() } satisfies Ready)
  },
}
