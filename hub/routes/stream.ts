// GET /api/v1/scores/stream: the released snapshot as server-sent events, as soon as it changes.

import { codingFor } from '../http/content-coding.ts'
import { chosenCampaign } from '../http/context.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { events, PARAMETERS } from '../http/route-docs.ts'

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // nginx would hold events back until its buffer is full.
  'x-accel-buffering': 'no',
  vary: 'Accept-Encoding',
}

export const stream: Route = {
  method: 'GET',
  path: '/api/v1/scores/stream',
  audience: 'public',
  docs: {
    summary:
      'server-sent events: `snapshot`, its id the release; what was missed comes again by Last-Event-ID',
    query: { campaign: PARAMETERS.campaign },
    response: events,
    problems: ['campaign-unknown'],
  },
  answer: async ({ request, query, outlet }, context) => {
    const campaign = chosenCampaign(context, query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    if (request.method === 'HEAD') return { status: 200, headers: HEADERS, body: null }
    const board = await context.board(campaign)
    const coding = codingFor(request.headers.get('accept-encoding'))
    const events = context.streams.open(board, { lastSeen: lastSeen(request), coding }, context.now(), outlet)
    if (!events) return refuse('busy', 'too many streams are open; poll /api/v1/scores instead')
    const encoding = coding === 'identity' ? {} : { 'content-encoding': coding }
    return { status: 200, headers: { ...HEADERS, ...encoding }, body: events.body }
  },
}

function lastSeen(request: Request): number | null {
  const id = request.headers.get('last-event-id') ?? ''
  return /^\d{1,15}$/.test(id) ? Number(id) : null
}
