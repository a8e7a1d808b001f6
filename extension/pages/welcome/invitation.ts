// An invitation as a link: `https://hub/#nhipso=CODE`. The code stands behind `#`, so it reaches no server's log.

export interface Invitation {
  readonly code: string
  readonly hubUrl: string
}

/** The code and the hub of a pasted link; null for anything else. */
export function invitationOf(typed: string): Invitation | null {
  const link = readUrl(typed.trim())
  const code = link && new URLSearchParams(link.hash.slice(1)).get('nhipso')
  if (!link || !code) return null
  return { code, hubUrl: `${link.origin}${link.pathname}`.replace(/\/+$/, '') }
}

function readUrl(text: string): URL | null {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
  } catch {
    return null
  }
}
