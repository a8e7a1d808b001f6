// GET /api/v1/team: the released team table of an agency in the manager's scope. Every look is written down.

import { isWeekKey } from '../../shared/core/day.ts'
import { parseTeam } from '../../shared/wire/team.ts'
import { privateJson } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import { authorize, recordAccess } from '../http/authorize.ts'
import { chosenCampaign } from '../http/context.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { ownJson, PARAMETERS } from '../http/route-docs.ts'
import { teamTable } from '../published/team-table.ts'

/** A page that looks, or a file that is taken along. */
const PURPOSES = ['view', 'export'] as const

export const FOR = {
  description: 'what is written down: a look, or a file; a look where it is left out',
  oneOf: PURPOSES,
} as const

/** What the asker says it is for; null where that is nothing of ours. */
export const purposeOf = (asked: string | null): (typeof PURPOSES)[number] | null =>
  PURPOSES.find(one => one === (asked ?? 'view')) ?? null

/**
 * The refusal of a question about a team without a purpose: each look is written down with what it was for.
 */
export const noPurpose = () => refuse('invalid', `for: must be one of ${PURPOSES.join(', ')}`)

export const team: Route = {
  method: 'GET',
  path: '/api/v1/team',
  audience: 'device',
  docs: {
    summary:
      'the released team tables of an agency in the scope of a manager or auditor; the look is written down',
    query: {
      agency: PARAMETERS.agency,
      week: { description: 'YYYY-Www, the last one told; the newest where it is left out' },
      for: FOR,
    },
    response: ownJson(parseTeam),
    signed: true,
    problems: [
      'role-missing',
      'agency-unknown',
      'out-of-scope',
      'invalid',
      'campaign-unknown',
      'not-released',
    ],
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const { device } = signed.value
    const agency = await authorize(device, ask.query('agency') ?? device.agencyId, context)
    if (!agency.ok) return agency
    const asked = ask.query('week')
    if (asked !== null && !isWeekKey(asked))
      return refuse('invalid', 'week: must be a week that exists, as YYYY-Www')
    const purpose = purposeOf(ask.query('for'))
    if (!purpose) return noPurpose()
    const campaign = chosenCampaign(context, null)
    if (!campaign) return refuse('campaign-unknown', 'no campaign is running')
    const table = await teamTable(context, campaign, agency.value, asked)
    if (!table || (asked !== null && table.week !== asked)) {
      return refuse('not-released', 'this week has not been released; a week is released after its Sunday')
    }
    await recordAccess(context, device, { agency_id: agency.value.id, week: table.week, what: purpose })
    return privateJson(table)
  },
}
