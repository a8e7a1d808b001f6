// A signed request → the device that sent it, or why it is not believed.
import { hash } from 'node:crypto'
import { ok, type Result } from '../../shared/core/result.ts'
import type { Reason } from '../../shared/wire/problem.ts'
import { KEY_ALGORITHM, MAX_CLOCK_DIFFERENCE_MS, readClaim, verifies } from '../../shared/wire/signature.ts'
import { type Batches, openBatches } from '../ingest/group-commit.ts'
import type { Store } from '../store/db.ts'
import { findDevices, type KnownDevice } from '../store/members.ts'
import type { Parts } from './context.ts'
import { refuse } from './problem.ts'
import { type Ask, readBody } from './route.ts'

/** A proven sender and the body that was signed. */
export interface Signed {
  readonly device: KnownDevice
  readonly body: Uint8Array
}

/** Finds browsers by their id; null for one that is unknown or shut out. */
export type Finder = Batches<string, KnownDevice | null>

/** One question for all requests of a moment. @param most how many may wait */
export const openFinder = (store: Store, most: number): Finder =>
  openBatches(async ids => {
    const found = await findDevices(
      store,
      [...new Set(ids)].map(id => [id]),
    )
    const known = new Map(found.map(device => [device.deviceId, device]))
    return ids.map(id => ({ status: 'fulfilled', value: known.get(id) ?? null }))
  }, most)

/** Checks the signature over method, target URI (as PUBLIC_URL says it) and body. */
export async function signedBy({ request, url }: Ask, parts: Parts): Promise<Result<Signed, Reason>> {
  const claim = readClaim(name => request.headers.get(name))
  if (!claim.ok) {
    const why = claim.why === 'missing' ? 'signature-missing' : 'signature-invalid'
    return refuse(why, `${claim.detail}; update the extension`)
  }
  const body = await readBody(request)
  if (!body.ok) return body
  if (Math.abs(claim.value.createdAt - parts.now()) > MAX_CLOCK_DIFFERENCE_MS) {
    return refuse('clock-off', 'the device clock differs from the hub by more than 5 minutes; set it right')
  }
  const found = parts.finder.add(claim.value.keyId)
  if (found === null) return refuse('busy', 'too many requests are waiting; try again in a while')
  const device = await found
  if (!device) return refuse('device-unknown', 'this device is not enrolled here; enrol again with a code')
  const targetUri = `${parts.config.publicUrl}${url.pathname}${url.search}`
  const contentDigest = request.headers.get('content-digest')
  const received = { method: request.method, targetUri, body: body.value, contentDigest }
  const key = await importedKey(device.publicKey)
  const holds = await verifies(claim.value, received, key, digestOf)
  if (!holds) {
    return refuse('signature-invalid', `the signature does not fit this request to ${parts.config.publicUrl}`)
  }
  return (await parts.gate.device(device.deviceId)) ?? ok({ device, body: body.value })
}

/** RFC 9530. A small body is hashed sooner than a thread could be asked to. */
export const digestOf = (body: Uint8Array): string => `sha-256=:${hash('sha256', body, 'base64')}:`

/** A key that cannot be imported could never prove anything later. */
export const isPoint = (publicKey: string): Promise<boolean> =>
  importedKey(publicKey).then(
    () => true,
    () => false,
  )

const KEYS_KEPT = 20_000
const keys = new Map<string, Promise<CryptoKey>>()

/** Importing costs half as much as verifying: keys stay imported, the oldest go first. */
function importedKey(publicKey: string): Promise<CryptoKey> {
  const kept = keys.get(publicKey)
  if (kept) return kept
  const [x, y] = publicKey.split('.')
  const jwk = { kty: 'EC', crv: 'P-256', ...(x && y ? { x, y } : {}) }
  const key = crypto.subtle.importKey('jwk', jwk, KEY_ALGORITHM, false, ['verify'])
  const [oldest] = keys.keys()
  if (keys.size >= KEYS_KEPT && oldest !== undefined) keys.delete(oldest)
  keys.set(publicKey, key)
  return key
}
