// GET /api/v1/team/overview: the agencies of a campaign lead's scope side by side. The look is written down for each.
import { dayOf, weekOf } from '../../shared/core/day.ts'
import { type Overview, parseOverview } from '../../shared/wire/overview.ts'
import { privateJson } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import { type Context, chosenCampaign } from '../http/context.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'
import { readOverview } from '../published/overview.ts'
import { newId } from '../random.ts'
import type { KnownDevice } from '../store/members.ts'
import { addViews } from '../store/team.ts'
import { FOR, noPurpose, purposeOf } from './team.ts'

export const overview: Route = {
  method: 'GET',
  path: '/api/v1/team/overview',
  audience: 'device',
  docs: {
    summary:
      'released cells of all agencies in the scope of a campaign lead or auditor; the look is written down',
    query: { for: FOR },
    response: ownJson(parseOverview),
    signed: true,
    problems: ['role-missing', 'out-of-scope', 'invalid', 'campaign-unknown'],
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const { role, scope } = signed.value.device
    if (role === 'member') return refuse('role-missing', 'the overview is for campaign leads')
    if (scope !== 'all' && !context.campaigns.blocks.some(block => block.id === scope))
      return refuse(
        'out-of-scope',
        `your scope is ${scope}, one agency; the overview is for blocks and for all`,
      )
    const purpose = purposeOf(ask.query('for'))
    if (!purpose) return noPurpose()
    const campaign = chosenCampaign(context, null)
    if (!campaign) return refuse('campaign-unknown', 'no campaign is running')
    const told = await readOverview(context, campaign, scope)
    await writeDownAll(context, role, purpose, told)
    return privateJson(told)
  },
}

/** Every agency that was shown. */
const writeDownAll = (
  { store, random }: Context,
  role: KnownDevice['role'],
  what: 'view' | 'export',
  { agencies, at, week }: Overview,
): Promise<void> =>
  addViews(
    store,
    agencies.map(({ id }) => {
      const line = { at, role, week: week ?? weekOf(dayOf(at)), what }
      return { agency_id: id, view_id: newId(random), ...line }
    }),
  )
