// What leaves the device: a request with the proof which device sent it, or without.
import type { Millis } from '../shared/core/time.ts'
import { signatureHeaders } from '../shared/wire/signature.ts'
import type { Identity } from './store/identity.ts'

export interface Errand {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly url: string
  readonly body?: string
}

/** A request that proves which device sent it. No cookie, no referrer. */
export async function signedRequest(self: Identity, errand: Errand, at: Millis): Promise<Request> {
  const body = new TextEncoder().encode(errand.body ?? '')
  const parts = { method: errand.method, targetUri: errand.url, body }
  const proof = await signatureHeaders(parts, self.keys.privateKey, self.deviceId, at)
  return plainRequest(errand, proof)
}

/**
 * A request without proof: enrolling, and reading what is public. `no-cache` lets the browser's own cache ask
 * with the ETag it keeps.
 */
export const plainRequest = (errand: Errand, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(errand.url, {
    method: errand.method,
    headers: errand.body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(errand.body === undefined ? {} : { body: errand.body }),
    // what is signed for one address is never carried to another; see sync/hub-redirect.ts
    redirect: errand.method === 'GET' ? 'follow' : 'error',
    credentials: 'omit',
    cache: errand.method === 'GET' ? 'no-cache' : 'no-store',
    referrerPolicy: 'no-referrer',
  })
