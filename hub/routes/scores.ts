// GET /api/v1/scores, /api/v1/scores/{agency}: the released snapshot.
import { LEVELS } from '../../shared/wire/campaign.ts'
import { onlyAgency } from '../../shared/wire/snapshot.ts'
import type { Route } from '../ask.ts'
import { chosenCampaign, snapshotFor } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { publicJson } from '../tag.ts'

const unknownCampaign = () => refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')

export const scores: Route = {
  method: 'GET',
  path: '/api/v1/scores',
  audience: 'public',
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
