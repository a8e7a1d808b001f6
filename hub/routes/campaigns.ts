// GET /api/v1/campaigns, /api/v1/campaigns/{id}: what there is, and all that is needed to count and to name.
import { campaignState } from '../../shared/core/calendar.ts'
import { dayOf } from '../../shared/core/day.ts'
import { type CampaignList, parseCampaignBundle, parseCampaignList } from '../../shared/wire/campaign.ts'
import { inOrder } from '../campaigns.ts'
import { publicJson } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { openJson, PARAMETERS } from '../http/route-docs.ts'

export const campaignList: Route = {
  method: 'GET',
  path: '/api/v1/campaigns',
  audience: 'public',
  docs: { summary: 'the campaigns, the running one first', response: openJson(parseCampaignList) },
  answer: async ({ request }, { campaigns, now }) => {
    const today = dayOf(now())
    const list: CampaignList = {
      campaigns: inOrder(campaigns.campaigns, today).map(c => ({
        id: c.id,
        number: c.number,
        name: c.name,
        period: c.period,
        state: campaignState(c, today),
        ...(c.successor === undefined ? {} : { successor: c.successor }),
      })),
    }
    return publicJson(request, list)
  },
}

export const campaign: Route = {
  method: 'GET',
  path: '/api/v1/campaigns/:id',
  audience: 'public',
  docs: {
    summary: 'a campaign with its platforms, agencies, calendar and weights',
    params: { id: PARAMETERS.campaign },
    response: openJson(parseCampaignBundle),
    problems: ['campaign-unknown'],
  },
  answer: async ({ request, param }, context) => {
    const found = context.campaigns.campaigns.find(c => c.id === param('id'))
    if (!found) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    return publicJson(request, (await context.board(found)).bundle)
  },
}
