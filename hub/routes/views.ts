// GET /api/v1/me/views: who looked at my unit's numbers, when. Lookers are told by role.
import { parseViews, type Views } from '../../shared/wire/me.ts'
import { privateJson } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import type { Route } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'
import { viewsOf } from '../store/team.ts'

const NEWEST = 200

export const views: Route = {
  method: 'GET',
  path: '/api/v1/me/views',
  audience: 'device',
  docs: { summary: 'who looked at my unit’s numbers, and when', response: ownJson(parseViews), signed: true },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const rows = await viewsOf(context.store, signed.value.device.agencyId, NEWEST)
    const told: Views = {
      views: rows.map(({ at, role, agency_id, week, what }) => ({
        at,
        role,
        agencyId: agency_id,
        week,
        what,
      })),
    }
    return privateJson(told)
  },
}
