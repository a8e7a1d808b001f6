// The address that a request came from: for the limits only, never for a log.
import { isIPv4, isIPv6 } from 'node:net'

/**
 * @param peer who is connected @param forwarded `X-Forwarded-For` @param proxies how many of our own proxies stand
 * before the hub: each adds the address that it saw at the end, and what stands further left anyone may have written
 * @returns null for this machine itself: a proxy that nobody told us of must not use up everybody's share
 */
export function senderOf(peer: string | undefined, forwarded: string | null, proxies: number): string | null {
  const hops = (forwarded ?? '').split(',').map(hop => hop.trim())
  const told = proxies > 0 ? hops.at(-proxies) : undefined
  return shareOf((told || peer || '').replace(/^::ffff:(?=\d+\.)/i, ''))
}

/** An IPv6 household or agency has a whole /64. */
function shareOf(address: string): string | null {
  if (isIPv4(address)) return address.startsWith('127.') ? null : address
  if (!isIPv6(address) || address === '::1') return null
  const [head = '', tail] = address.toLowerCase().split('::')
  const front = head.split(':')
  const back = tail === undefined ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length
  return [...front, ...Array.from({ length: zeros }, () => '0'), ...back].slice(0, 4).join(':')
}
