// GET /api/v1/me/views: who looked at my unit's numbers, when. Lookers are told by role.
import { parseViews, type Views } from '../../shared/wire/me.ts'
import { signedBy } from '../http/authenticate.ts'
import { privateJson, type Route } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'
import { viewsOf } from '../store/team.ts'

const NEWEST = 200

export const views: Route = {
  method: 'GET',
  path: '/api/v1/me/views',
  audience: 'device',
  about: { does: 'who looked at my unit’s numbers, and when', gives: ownJson(parseViews), signed: true },
  answer: async (ask, parts) => {
    const signed = await signedBy(ask, parts)
    if (!signed.ok) return signed
    const rows = await viewsOf(parts.store, signed.value.device.agencyId, NEWEST)
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
