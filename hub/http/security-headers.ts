// What a browser may do with a page of ours: its headers.
import type { Csp } from './csp.ts'

/** What a browser may do with a page of ours; only embeds may be framed by others. */
export function pageHeaders(path: string, csp: Csp): Readonly<Record<string, string>> {
  const framed = path.startsWith('/embed/')
  return {
    'content-security-csp': framed ? csp.frame : csp.page,
    'referrer-csp': 'no-referrer',
    'permissions-csp': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    ...(framed ? {} : { 'cross-origin-opener-csp': 'same-origin' }),
  }
}
