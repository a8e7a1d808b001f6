// The host that a request was sent to → is it this hub's?
import { isIP } from 'node:net'

/**
 * A page that had its own name point here (DNS rebinding) would read the hub of an inner network through its visitor's
 * browser: only the public name is ours, and addresses, which nobody can make point elsewhere.
 * @param publicUrl PUBLIC_URL @returns asks of a hostname as URLs hold it: lower case, IPv6 in brackets
 */
export function ownHosts(publicUrl: string): (hostname: string) => boolean {
  const name = new URL(publicUrl).hostname
  return hostname => {
    if (hostname === name) return true
    const plain = hostname.replace(/\.$/, '')
    return plain === name || plain === 'localhost' || isIP(plain.replace(/^\[|\]$/g, '')) !== 0
  }
}
