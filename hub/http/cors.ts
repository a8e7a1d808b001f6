// Cross-origin resource sharing: which answers may be read by a page or an extension of another origin.
import type { Audience } from './route.ts'

const EXTENSION = /^(?:chrome|moz)-extension:\/\/[A-Za-z0-9-]{1,64}$/

/** Headers by which a browser lets another origin read the answer. */
export function corsHeaders(audience: Audience, origin: string | null): Readonly<Record<string, string>> {
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
