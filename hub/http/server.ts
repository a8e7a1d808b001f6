// The hub behind a socket: who asks, what is asked, and answers that stay open.
import { ServerResponse } from 'node:http'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { senderOf } from './client-address.ts'
import { RawResponse } from './raw-response.ts'

/** Answers one request. @param client who is counted by the rate limits @param raw where the bytes of an open answer may go */
export type Fetch = (request: Request, client?: string | null, raw?: RawResponse | null) => Promise<Response>

/** @param proxies how many of our own stand before the hub */
export const serverOf = (hub: { readonly fetch: Fetch }, proxies: number): ServerType =>
  createAdaptorServer({
    fetch: async (request, { incoming, outgoing }) => {
      const peer = 'socket' in incoming ? incoming.socket?.remoteAddress : undefined
      const from = senderOf(peer, request.headers.get('x-forwarded-for'), proxies)
      const outlet = outgoing instanceof ServerResponse ? new RawResponse(outgoing) : null
      const response = await hub.fetch(request, from, outlet)
      return outlet?.begin(response) ? RESPONSE_ALREADY_SENT : response
    },
  })
