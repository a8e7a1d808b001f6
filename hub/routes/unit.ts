// DELETE /api/v1/me/unit: the person no longer names a unit. Team tables follow when the membership is frozen anew.

import { noContent } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import type { Route } from '../http/route.ts'
import { nothing } from '../http/route-docs.ts'
import { leaveUnit } from '../store/members.ts'

export const unit: Route = {
  method: 'DELETE',
  path: '/api/v1/me/unit',
  audience: 'device',
  docs: {
    summary:
      'takes me out of my unit; I am counted in the agency, among those who named none; without a unit nothing changes',
    response: nothing,
    signed: true,
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const { agencyId, memberId } = signed.value.device
    await leaveUnit(context.store, agencyId, memberId)
    return noContent
  },
}
