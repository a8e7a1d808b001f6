// GET /livez, /readyz: is the process there; can it serve?
import { sql } from 'kysely'
import type { Route } from '../ask.ts'
import { privateJson } from '../ask.ts'

export const livez: Route = {
  method: 'GET',
  path: '/livez',
  audience: 'operator',
  answer: async () => privateJson({ status: 'live' }),
}

/** Ready when the store answers; where it does not, the door says `store-unavailable`. */
export const readyz: Route = {
  method: 'GET',
  path: '/readyz',
  audience: 'operator',
  answer: async (_, { store, streams }) => {
    await sql`select 1 from marks limit 1`.execute(store)
    return privateJson({ status: 'ready', streams: streams.size() })
  },
}
