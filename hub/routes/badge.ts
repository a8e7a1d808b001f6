// GET /badge/{agency}.svg and .png: the image badge, for pages that take no script.
import { languageOf } from '../../shared/core/language.ts'
import { chosenCampaign, snapshotFor } from '../http/context.ts'
import { DATA_CACHE, tagged } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { open, TOLD } from '../http/route-docs.ts'
import { BADGE_STYLES, badgeSvg, styleOf } from '../render/badge-svg.ts'
import { SCALES } from '../render/png.ts'

export const badge: Route = {
  method: 'GET',
  path: '/badge/:file',
  audience: 'public',
  about: {
    does: 'the image badge of an agency, for pages that take no script',
    pieces: { file: { is: 'id of an agency, and .svg or .png' } },
    query: {
      campaign: TOLD.campaign,
      lang: TOLD.lang,
      theme: { is: 'colours', oneOf: ['light', 'dark'] },
      style: { is: 'how much it shows', oneOf: BADGE_STYLES },
      scale: { is: 'pixels of a PNG for each pixel of CSS', oneOf: SCALES.map(String) },
    },
    gives: open('image/svg+xml', 'image/png'),
    refuses: ['not-found', 'campaign-unknown', 'agency-unknown'],
  },
  answer: async ({ request, piece, query }, parts) => {
    const [, id, format] = /^(.+)\.(svg|png)$/.exec(piece('file')) ?? []
    if (id === undefined) return refuse('not-found', 'badges are /badge/AGENCY.svg and /badge/AGENCY.png')
    const campaign = chosenCampaign(parts, query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const snapshot = snapshotFor(await parts.board(campaign), id)
    const agency = snapshot.agencies.find(a => a.id === id)
    if (!agency) return refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
    const svg = badgeSvg(agency, snapshot, {
      lang: languageOf(query('lang')),
      theme: query('theme') === 'dark' ? 'dark' : 'light',
      style: styleOf(query('style')),
      now: parts.now(),
    })
    parts.sightings.note(request, 'image', format ?? '')
    const [body, type] =
      format === 'png'
        ? [await parts.pictures.png(svg, scaleOf(query('scale'))), 'image/png']
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
