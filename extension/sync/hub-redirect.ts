// A hub that has moved: its old address redirects, and whoever asks without a signature learns where to.
import type { Millis } from '../../shared/core/time.ts'
import { parseCampaignList } from '../../shared/wire/campaign.ts'
import type { Parse } from '../../shared/wire/parse.ts'
import { routes } from '../../shared/wire/routes.ts'
import { type Answer, ask, type Post } from '../hub-client.ts'
import { type Errand, plainRequest, signedRequest } from '../signed-request.ts'
import type { Db } from '../store/db.ts'
import type { Identity } from '../store/identity.ts'
import { isHubAddress } from './hub-url.ts'
import { tellKeysAgain } from './renew.ts'

export interface Asking {
  readonly db: Db
  readonly post: Post
  readonly now: () => Millis
}

/** Behind these a hub may have moved. */
const MAYBE_MOVED: ReadonlySet<string> = new Set(['offline', 'unreadable', 'not-found', 'signature-invalid'])

export const maybeMoved = (answer: Answer<unknown>): boolean => !answer.ok && MAYBE_MOVED.has(answer.why)

/** A signed question at the known address; once more at the new one where the hub has moved, or after it was told the key anew. */
export async function askWhereItIs<T>(
  tools: Asking,
  self: Identity,
  errand: (self: Identity) => Errand,
  parse: Parse<T>,
): Promise<Answer<T>> {
  const at = async (one: Identity) =>
    ask(tools.post, await signedRequest(one, errand(one), tools.now()), parse)
  const answer = await at(self)
  if (!maybeMoved(answer)) return answer
  const moved = await followHub(tools.db, tools.post, self)
  if (moved) return at(moved)
  const unknownKey = !answer.ok && answer.why === 'signature-invalid'
  return unknownKey && (await tellKeysAgain(tools, self)) ? at(self) : answer
}

/** Keeps the new address of a hub that has moved; null where it has not. */
async function followHub(db: Db, post: Post, self: Identity): Promise<Identity | null> {
  const hubUrl = await newAddress(post, self.hubUrl)
  if (!hubUrl) return null
  const moved: Identity = { ...self, hubUrl }
  await db.put('identity', moved, 'self')
  return moved
}

/**
 * Where the redirect of an address leads; null where there is none. Only the owner of the old address can redirect
 * (https), and only a hub that answers as one is followed: a login page is not.
 */
export async function newAddress(post: Post, old: string): Promise<string | null> {
  let landed = ''
  const watched: Post = async request => {
    const response = await post(request)
    landed = response.redirected ? response.url : ''
    return response
  }
  const path = routes('').campaigns()
  const request = plainRequest({ method: 'GET', url: routes(old).campaigns() })
  const answer = await ask(watched, request, parseCampaignList)
  const hubUrl = landed.endsWith(path) ? landed.slice(0, -path.length) : ''
  return answer.ok && isHubAddress(hubUrl) && hubUrl !== old ? hubUrl : null
}
