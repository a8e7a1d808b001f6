// GET /api/v1/scores, /api/v1/scores/{agency}: the released snapshot.
import { LEVELS } from '../../shared/wire/campaign.ts'
import { onlyAgency, parseSnapshot } from '../../shared/wire/snapshot.ts'
import { chosenCampaign, snapshotFor } from '../http/context.ts'
import { publicJson } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { openJson, TOLD } from '../http/route-docs.ts'

const unknownCampaign = () => refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')

export const scores: Route = {
  method: 'GET',
  path: '/api/v1/scores',
  audience: 'public',
  about: {
    does: 'the released scores of all agencies',
    query: { campaign: TOLD.campaign, level: TOLD.level, block: TOLD.block },
    gives: openJson(parseSnapshot),
    refuses: ['campaign-unknown', 'invalid'],
  },
  answer: async ({ request, query }, parts) => {
    const campaign = chosenCampaign(parts, query('campaign'))
    if (!campaign) return unknownCampaign()
    const level = query('level')
    if (level !== null && !LEVELS.some(l => l === level)) {
      return refuse('invalid', `level: must be one of ${LEVELS.join(', ')}`)
    }
    const block = query('block')
    if (block !== null && !parts.campaigns.blocks.some(b => b.id === block)) {
      return refuse('invalid', `block: must be one of ${parts.campaigns.blocks.map(b => b.id).join(', ')}`)
    }
    const { snapshot } = await parts.board(campaign)
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
  about: {
    does: 'the released score of one agency, with its official results',
    pieces: { agency: TOLD.agency },
    query: { campaign: TOLD.campaign },
    gives: openJson(parseSnapshot),
    refuses: ['campaign-unknown', 'agency-unknown'],
  },
  answer: async ({ request, piece, query }, parts) => {
    const campaign = chosenCampaign(parts, query('campaign'))
    if (!campaign) return unknownCampaign()
    const board = await parts.board(campaign)
    const id = piece('agency')
    const only = onlyAgency(snapshotFor(board, id), id, board.official.get(id) ?? [])
    if (only.agencies.length === 0) return refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
    return publicJson(request, only)
  },
}
