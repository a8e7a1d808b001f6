// GET /api/v1/scores, /api/v1/scores/{agency}: the released snapshot.
import { LEVELS } from '../../shared/wire/campaign.ts'
import { onlyAgency, parseSnapshot } from '../../shared/wire/snapshot.ts'
import { chosenCampaign, snapshotFor } from '../http/context.ts'
import { publicJson } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { openJson, PARAMETERS } from '../http/route-docs.ts'

const unknownCampaign = () => refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')

export const scores: Route = {
  method: 'GET',
  path: '/api/v1/scores',
  audience: 'public',
  docs: {
    summary: 'the released scores of all agencies',
    query: { campaign: PARAMETERS.campaign, level: PARAMETERS.level, block: PARAMETERS.block },
    response: openJson(parseSnapshot),
    problems: ['campaign-unknown', 'invalid'],
  },
  answer: async ({ request, query }, context) => {
    const campaign = chosenCampaign(context, query('campaign'))
    if (!campaign) return unknownCampaign()
    const level = query('level')
    if (level !== null && !LEVELS.some(l => l === level)) {
      return refuse('invalid', `level: must be one of ${LEVELS.join(', ')}`)
    }
    const block = query('block')
    if (block !== null && !context.campaigns.blocks.some(b => b.id === block)) {
      return refuse('invalid', `block: must be one of ${context.campaigns.blocks.map(b => b.id).join(', ')}`)
    }
    const { snapshot } = await context.board(campaign)
    if (level === null && block === null) return publicJson(request, snapshot)
    const wanted = snapshot.agencies.filter(
      a => (level === null || a.level === level) && (block === null || a.block === block),
    )
    return publicJson(request, { ...snapshot, agencies: wanted })
  },
}

export const agencyScores: Route = {
  method: 'GET',
  path: '/api/v1/scores/:agency',
  audience: 'public',
  docs: {
    summary: 'the released score of one agency, with its official results',
    params: { agency: PARAMETERS.agency },
    query: { campaign: PARAMETERS.campaign },
    response: openJson(parseSnapshot),
    problems: ['campaign-unknown', 'agency-unknown'],
  },
  answer: async ({ request, param, query }, context) => {
    const campaign = chosenCampaign(context, query('campaign'))
    if (!campaign) return unknownCampaign()
    const board = await context.board(campaign)
    const id = param('agency')
    const only = onlyAgency(snapshotFor(board, id), id, board.official.get(id) ?? [])
    if (only.agencies.length === 0) return refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
    return publicJson(request, only)
  },
}
