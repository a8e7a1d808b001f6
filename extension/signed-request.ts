// What leaves the device: a request with the proof which device sent it, or without.
import type { Millis } from '../shared/core/time.ts'
import { signatureHeaders } from '../shared/wire/signature.ts'
import type { Identity } from './store/schema.ts'

/** A request before it is signed. `body` is JSON text. */
export interface HubRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly url: string
  readonly body?: string
}

/** A request that proves which device sent it. No cookie, no referrer. */
export async function signedRequest(self: Identity, request: HubRequest, at: Millis): Promise<Request> {
  const body = new TextEncoder().encode(request.body ?? '')
  const parts = { method: request.method, targetUri: request.url, body }
  const signature = await signatureHeaders(parts, self.keys.privateKey, self.deviceId, at)
  return unsignedRequest(request, signature)
}

/**
 * A request without proof: enrolling, and reading what is public. `no-cache` lets the browser's own cache
 * revalidate with the ETag it keeps.
 */
export const unsignedRequest = (
  { method, url, body }: HubRequest,
  headers: Readonly<Record<string, string>> = {},
): Request =>
  new Request(url, {
    method,
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
    // what is signed for one address is never carried to another; see sync/hub-redirect.ts
    redirect: method === 'GET' ? 'follow' : 'error',
    credentials: 'omit',
    cache: method === 'GET' ? 'no-cache' : 'no-store',
    referrerPolicy: 'no-referrer',
  })
