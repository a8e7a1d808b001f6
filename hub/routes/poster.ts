// GET /og/{page}.png and /og/agency/{agency}.png: the picture beside a link that somebody shares.
import { type Language, languageOf } from '../../shared/core/language.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { chosenCampaign, snapshotFor } from '../http/context.ts'
import { DATA_CACHE, tagged } from '../http/etag.ts'
import { type Refusal, refuse } from '../http/problem.ts'
import type { Route, RouteRequest } from '../http/route.ts'
import { open, PARAMETERS } from '../http/route-docs.ts'
import { agencyPoster, POSTERS, pagePoster } from '../render/social-card-svg.ts'

type Draw = (name: string, snapshot: Snapshot, lang: Language) => string | Refusal

const picture = (path: string, draw: Draw): Route => ({
  method: 'GET',
  path,
  audience: 'public',
  docs: {
    summary: 'the picture beside a link that somebody shares',
    params: { file: { description: 'name of a page or id of an agency, and .png' } },
    query: { campaign: PARAMETERS.campaign, lang: PARAMETERS.lang },
    response: open('image/png'),
    problems: ['not-found', 'campaign-unknown', 'agency-unknown'],
  },
  answer: async ({ request, param, query }: RouteRequest, context) => {
    const campaign = chosenCampaign(context, query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const name = param('file').replace(/\.png$/, '')
    const snapshot = snapshotFor(await context.board(campaign), name)
    const svg = draw(name, snapshot, languageOf(query('lang')))
    if (typeof svg !== 'string') return svg
    const png = await context.pictures.png(svg, 1)
    return tagged(request, png, { 'content-type': 'image/png', 'cache-control': DATA_CACHE })
  },
})

const ofAgency: Draw = (name, snapshot, lang) => {
  const agency = snapshot.agencies.find(one => one.id === name)
  return agency
    ? agencyPoster(agency, snapshot, lang)
    : refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
}

const ofPage: Draw = (name, snapshot, lang) => {
  const poster = POSTERS.find(one => one === name)
  return poster
    ? pagePoster(poster, snapshot, lang)
    : refuse('not-found', `pictures are /og/ and one of ${POSTERS.map(one => `${one}.png`).join(', ')}`)
}

export const posters: readonly Route[] = [picture('/og/agency/:file', ofAgency), picture('/og/:file', ofPage)]
