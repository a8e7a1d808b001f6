// Host (and path prefix) → platform of the catalogue: the privacy cut. Nothing beyond this line knows an address.
import type { PlatformId } from './activity.ts'

/** `track` earns time; `no-credit` (sign-in, back ends, off by default) earns nothing; `widget-host` only shows scores. */
type PlatformUse = 'track' | 'no-credit' | 'widget-host'

/** Where a platform lives: an exact host, or `*.` and a suffix; and a path prefix where one host serves several. */
export interface PlatformPlace {
  readonly id: PlatformId
  readonly host: string
  readonly path?: string | undefined
  readonly use: PlatformUse
  /** There people listen, and need not touch anything. */
  readonly listening?: object | undefined
}

/** The id of the tracked platform at an address, or null. */
export const platformAt = (places: readonly PlatformPlace[], host: string, path: string): PlatformId | null =>
  placeAt(places, host, path)?.id ?? null

/** The tracked platform at an address, or null. An address is anything that `new URL` reads; the rest is null. */
export function placeAt(places: readonly PlatformPlace[], host: string, path: string): PlatformPlace | null {
  const name = host.toLowerCase().replace(/\.$/, '') // a name that ends with a dot is the same, written in full
  const found = places.filter(p => isAt(p, name, path)).sort(bySpecificity)[0]
  return found?.use === 'track' ? found : null
}

function isAt(place: PlatformPlace, host: string, path: string): boolean {
  const hostFits = place.host.startsWith('*.') ? host.endsWith(place.host.slice(1)) : host === place.host
  return hostFits && (place.path === undefined || isUnder(path, place.path))
}

/** `/tiepnhan` holds `/tiepnhan` and `/tiepnhan/…`, not `/tiepnhanh`. */
const isUnder = (path: string, prefix: string): boolean =>
  path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)

/** An exact host before a wildcard, a longer path before a shorter one. */
const bySpecificity = (a: PlatformPlace, b: PlatformPlace): number =>
  Number(a.host.startsWith('*.')) - Number(b.host.startsWith('*.')) ||
  (b.path?.length ?? 0) - (a.path?.length ?? 0)
