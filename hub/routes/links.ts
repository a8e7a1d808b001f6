// POST /api/v1/links: a ten-minute code with which the same person adds a second browser.
import { type Link, parseLink } from '../../shared/wire/enrolment.ts'
import { signedBy } from '../http/authenticate.ts'
import { privateJson, type Route } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'
import { LINK_LASTS_MS, link } from '../members/enrol.ts'

export const links: Route = {
  method: 'POST',
  path: '/api/v1/links',
  audience: 'device',
  about: {
    does: 'a ten-minute code with which the same person adds a second browser',
    gives: ownJson(parseLink, 201),
    signed: true,
  },
  answer: async (ask, parts) => {
    const signed = await signedBy(ask, parts)
    if (!signed.ok) return signed
    const now = parts.now()
    const code = await link(parts.store, signed.value.device, parts.dice, now)
    return privateJson({ code, expiresAt: now + LINK_LASTS_MS } satisfies Link, 201)
  },
}
