// GET /badge/{agency}.svg and .png: the image badge, for pages that take no script.
import { languageOf } from '../../shared/core/language.ts'
import { chosenCampaign, snapshotFor } from '../http/context.ts'
import { DATA_CACHE, tagged } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { open, PARAMETERS } from '../http/route-docs.ts'
import { BADGE_STYLES, badgeSvg, styleOf } from '../render/badge-svg.ts'
import { SCALES } from '../render/png.ts'

export const badge: Route = {
  method: 'GET',
  path: '/badge/:file',
  audience: 'public',
  docs: {
    summary: 'the image badge of an agency, for pages that take no script',
    params: { file: { description: 'id of an agency, and .svg or .png' } },
    query: {
      campaign: PARAMETERS.campaign,
      lang: PARAMETERS.lang,
      theme: { description: 'colours', oneOf: ['light', 'dark'] },
      style: { description: 'how much it shows', oneOf: BADGE_STYLES },
      scale: { description: 'pixels of a PNG for each pixel of CSS', oneOf: SCALES.map(String) },
    },
    response: open('image/svg+xml', 'image/png'),
    problems: ['not-found', 'campaign-unknown', 'agency-unknown'],
  },
  answer: async ({ request, param, query }, context) => {
    const [, id, format] = /^(.+)\.(svg|png)$/.exec(param('file')) ?? []
    if (id === undefined) return refuse('not-found', 'badges are /badge/AGENCY.svg and /badge/AGENCY.png')
    const campaign = chosenCampaign(context, query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const snapshot = snapshotFor(await context.board(campaign), id)
    const agency = snapshot.agencies.find(a => a.id === id)
    if (!agency) return refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
    const svg = badgeSvg(agency, snapshot, {
      lang: languageOf(query('lang')),
      theme: query('theme') === 'dark' ? 'dark' : 'light',
      style: styleOf(query('style')),
      now: context.now(),
    })
    context.sightings.note(request, 'image', format ?? '')
    const [body, type] =
      format === 'png'
        ? [await context.pictures.png(svg, scaleOf(query('scale'))), 'image/png']
        : [svg, 'image/svg+xml; charset=utf-8']
    return tagged(request, body, {
      'content-type': type,
      'cache-control': DATA_CACHE,
      // Opened by itself an SVG is a document: it may do nothing but be seen.
      'content-security-policy': "default-src 'none'",
    })
  },
}

/** `?scale=2` for print and sharp screens; anything else is 1. */
const scaleOf = (value: string | null): number => SCALES.find(scale => String(scale) === value) ?? 1
