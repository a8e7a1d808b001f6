// What a browser may do with a page of ours: its headers.
import type { Csp } from './csp.ts'

/** What a browser may do with a page of ours; only embeds may be framed by others. */
export function pageHeaders(path: string, csp: Csp): Readonly<Record<string, string>> {
  const framed = path.startsWith('/embed/')
  return {
    'content-security-policy': framed ? csp.frame : csp.page,
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(framed ? {} : { 'cross-origin-opener-policy': 'same-origin' }),
  }
}
