// GET /badge/{agency}.svg: the image badge, for pages that take no script.
import { languageOf } from '../../shared/wire/page.ts'
import type { Route } from '../ask.ts'
import { badgeSvg, styleOf } from '../badge.ts'
import { chosenCampaign, snapshotFor } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { DATA_CACHE, tagged } from '../tag.ts'

export const badge: Route = {
  method: 'GET',
  path: '/badge/:file',
  audience: 'public',
  answer: async ({ request, piece, query }, parts) => {
    const [, id] = /^(.+)\.svg$/.exec(piece('file')) ?? []
    if (id === undefined)
      return refuse('not-found', 'badges are /badge/AGENCY.svg; other formats are not there yet')
    const campaign = chosenCampaign(parts, query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const snapshot = snapshotFor(await parts.board(campaign), id)
    const agency = snapshot.agencies.find(a => a.id === id)
    if (!agency) return refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
    const svg = badgeSvg(agency, snapshot, {
      lang: languageOf(query('lang')),
      theme: query('theme') === 'dark' ? 'dark' : 'light',
      style: styleOf(query('style')),
    })
    return tagged(request, svg, {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': DATA_CACHE,
    })
  },
}
