// POST /api/v1/links: a ten-minute code with which the same person adds a second browser.
import { type Link, parseLink } from '../../shared/wire/enrolment.ts'
import { privateJson } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import type { Route } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'
import { LINK_TTL_MS, link } from '../members/enrol.ts'

export const links: Route = {
  method: 'POST',
  path: '/api/v1/links',
  audience: 'device',
  docs: {
    summary: 'a ten-minute code with which the same person adds a second browser',
    response: ownJson(parseLink, 201),
    signed: true,
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const now = context.now()
    const code = await link(context.store, signed.value.device, context.random, now)
    return privateJson({ code, expiresAt: now + LINK_TTL_MS } satisfies Link, 201)
  },
}
