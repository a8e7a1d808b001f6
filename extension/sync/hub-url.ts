// Which addresses may be a hub's.

/** Hubs are spoken to over https; plain http only inside this machine. */
export function isHubAddress(typed: string): boolean {
  try {
    const { protocol, hostname } = new URL(typed)
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname))
  } catch {
    return false
  }
}
