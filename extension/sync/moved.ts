// A hub that has moved: its old address redirects, and whoever asks without a signature learns where to.
import { parseCampaignList } from '../../shared/wire/campaign.ts'
import { routes } from '../../shared/wire/routes.ts'
import { ask, type Post } from '../ask.ts'
import type { Db } from '../store/db.ts'
import type { Identity } from '../store/identity.ts'
import { plainRequest } from '../store/signed.ts'
import { isHubAddress } from './address.ts'

/**
 * Follows the redirect of the old address and keeps the new one; null where there is none. Only the owner of the old
 * address can redirect (https), and only a hub that answers as one is followed: a login page is not.
 */
export async function followHub(db: Db, post: Post, self: Identity): Promise<Identity | null> {
  let landed = ''
  const watched: Post = async request => {
    const response = await post(request)
    landed = response.redirected ? response.url : ''
    return response
  }
  const path = routes('').campaigns()
  const request = plainRequest({ method: 'GET', url: routes(self.hubUrl).campaigns() })
  const answer = await ask(watched, request, parseCampaignList)
  const hubUrl = landed.endsWith(path) ? landed.slice(0, -path.length) : ''
  if (!answer.ok || !isHubAddress(hubUrl) || hubUrl === self.hubUrl) return null
  const moved: Identity = { ...self, hubUrl }
  await db.put('identity', moved, 'self')
  return moved
}
