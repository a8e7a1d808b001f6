// A hub that has moved: its old address redirects, and a request without a signature learns where to.
import { parseCampaignList } from '../../shared/wire/campaign.ts'
import type { Parse } from '../../shared/wire/parse.ts'
import { routes } from '../../shared/wire/routes.ts'
import { fetchFromHub, type HubFetch, type HubResult } from '../hub-client.ts'
import { type HubRequest, signedRequest, unsignedRequest } from '../signed-request.ts'
import type { Identity } from '../store/schema.ts'
import type { SyncContext } from './context.ts'
import { isHubAddress } from './hub-url.ts'
import { registerKeyAgain } from './key-rotation.ts'

/** Behind these a hub may have moved. */
const MAY_BE_REDIRECTED: ReadonlySet<string> = new Set([
  'offline',
  'unreadable',
  'not-found',
  'signature-invalid',
])

/** Is it worth looking for the hub elsewhere? */
export const mayBeRedirected = (result: HubResult<unknown>): boolean =>
  !result.ok && MAY_BE_REDIRECTED.has(result.why)

/** A request that depends on where the hub is, and how its response is parsed. */
interface Exchange<T> {
  readonly request: (self: Identity) => HubRequest
  readonly parse: Parse<T>
}

/**
 * A signed request to the known address; once more to the new one where the hub has moved, or after the key was
 * registered again.
 */
export async function requestWithRedirect<T>(
  context: SyncContext,
  self: Identity,
  { request, parse }: Exchange<T>,
): Promise<HubResult<T>> {
  const send = async (as: Identity) =>
    fetchFromHub(context.fetch, await signedRequest(as, request(as), context.now()), parse)
  const result = await send(self)
  if (!mayBeRedirected(result)) return result
  const moved = await followRedirect(context, self)
  if (moved) return send(moved)
  const unknownKey = !result.ok && result.why === 'signature-invalid'
  return unknownKey && (await registerKeyAgain(context, self)) ? send(self) : result
}

/** Keeps the new address of a hub that has moved; null where it has not. */
async function followRedirect({ db, fetch }: SyncContext, self: Identity): Promise<Identity | null> {
  const hubUrl = await redirectTarget(fetch, self.hubUrl)
  if (!hubUrl) return null
  const moved: Identity = { ...self, hubUrl }
  await db.put('identity', moved, 'self')
  return moved
}

/**
 * Where an address redirects to; null where it does not. Only the owner of the old address can redirect (https),
 * and only a hub that responds as one is followed: a login page is not.
 */
export async function redirectTarget(fetch: HubFetch, old: string): Promise<string | null> {
  let landed = ''
  const watched: HubFetch = async request => {
    const response = await fetch(request)
    landed = response.redirected ? response.url : ''
    return response
  }
  const path = routes('').campaigns()
  const request = unsignedRequest({ method: 'GET', url: routes(old).campaigns() })
  const result = await fetchFromHub(watched, request, parseCampaignList)
  const hubUrl = landed.endsWith(path) ? landed.slice(0, -path.length) : ''
  return result.ok && isHubAddress(hubUrl) && hubUrl !== old ? hubUrl : null
}
