// What a browser may do with a page of ours: run our scripts, wear the page's own style sheet, and nothing inline.
import { createHash } from 'node:crypto'

/** The Content-Security-Policy of pages, which only we may frame, and of frames (`/embed/…`), which anybody may. */
export interface Csp {
  readonly page: string
  readonly frame: string
}

/**
 * @param publicUrl PUBLIC_URL @param styles the texts of the style sheets that stand inside the pages: each is let in
 * by its hash, so that a style which somebody smuggled into a page stays without effect
 */
export function cspOf(publicUrl: string, styles: readonly string[]): Csp {
  const own = `'self' ${new URL(publicUrl).origin}`
  const framedBy = (ancestors: string): string =>
    [
      "default-src 'none'",
      `script-src ${own}`,
      `style-src ${styles.map(hashOf).join(' ') || "'none'"}`,
      `img-src ${own} data:`,
      `connect-src ${own}`,
      `frame-src ${own}`,
      "base-uri 'none'",
      `form-action ${own}`,
      `frame-ancestors ${ancestors}`,
    ].join('; ')
  return { page: framedBy("'self'"), frame: framedBy('*') }
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
