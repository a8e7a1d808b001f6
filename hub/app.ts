// The hub: a function of a Request. Built from parts that it is handed, so that a test needs no port.
import { Hono } from 'hono'
import { type DayKey, dayOf } from '../shared/core/day.ts'
import type { Campaign } from '../shared/wire/campaign.ts'
import { ownHosts } from './http/allowed-hosts.ts'
import type { Context } from './http/context.ts'
import { preflight } from './http/cors.ts'
import { cspOf } from './http/csp.ts'
import { createDeviceLookup } from './http/device-lookup.ts'
import { dispatch, exchangeOf, sendProblem } from './http/dispatch.ts'
import { createEmbedSightings } from './http/embed-sightings.ts'
import { createEventStreams } from './http/event-streams.ts'
import { createMetrics } from './http/metrics.ts'
import { refuse } from './http/problem.ts'
import { createRateLimits, LIMITS, type RateLimitSettings } from './http/rate-limits.ts'
import type { Route, RouteRequest } from './http/route.ts'
import type { Fetch } from './http/server.ts'
import { createInbox, type Inbox } from './ingest/ingest-reports.ts'
import type { Board } from './published/board.ts'
import { readBoard } from './published/board.ts'
import { officialResults } from './published/official-results.ts'
import { forgetOldDays, releaseDue } from './release/release-due.ts'
import { badgeSvg } from './render/badge-svg.ts'
import { createPngCache } from './render/png.ts'
import { badge } from './routes/badge.ts'
import { campaign, campaignList } from './routes/campaigns.ts'
import { enrolments } from './routes/enrolments.ts'
import { livez, readyz } from './routes/health.ts'
import { key } from './routes/key.ts'
import { links } from './routes/links.ts'
import { eraseMe, me } from './routes/me.ts'
import { removeNote, writeNote } from './routes/notes.ts'
import { openapi } from './routes/openapi.ts'
import { overview } from './routes/overview.ts'
import { pages } from './routes/pages.ts'
import { posters } from './routes/poster.ts'
import { reports } from './routes/reports.ts'
import { agencyScores, scores } from './routes/scores.ts'
import { stream } from './routes/stream.ts'
import { summary } from './routes/summary.ts'
import { team } from './routes/team.ts'
import { unit } from './routes/unit.ts'
import { views } from './routes/views.ts'
import { widgets } from './routes/widgets.ts'
import { addMissingAgencies, asOf, isThereOn, lifetimes } from './store/agencies.ts'
import { boardVersion } from './store/change-counters.ts'
import { campaignFinals } from './store/finals.ts'
import { listResults } from './store/results.ts'
import { publish } from './store/widget-scripts.ts'

/** Every URL that the hub answers but its description. The stream stands before the agency: `stream` is no agency. */
const PARAMETERS: readonly Route[] = [
  campaignList,
  campaign,
  summary,
  enrolments,
  links,
  reports,
  me,
  eraseMe,
  key,
  unit,
  views,
  team,
  overview,
  writeNote,
  removeNote,
  scores,
  stream,
  agencyScores,
  badge,
  ...widgets,
  livez,
  readyz,
  ...posters,
  ...pages,
]
export const ROUTES: readonly Route[] = [...PARAMETERS, openapi(PARAMETERS)]

/** What a hub is made of. */
export type HubParts = Pick<
  Context,
  'store' | 'now' | 'campaigns' | 'config' | 'render' | 'widgets' | 'builder' | 'live' | 'log' | 'random'
> & {
  /** The texts of the style sheets inside the pages; without them the pages are bare. */
  readonly styles?: readonly string[]
  /** Where they are left out: `LIMITS`. */
  readonly limits?: RateLimitSettings
}

export interface Hub {
  /**
   * @param from who is counted by the limits; nobody where it is left out
   * @param outlet where the bytes of an answer that stays open may go; else its body is a stream
   */
  readonly fetch: Fetch
  /** The operator's numbers, in Prometheus' text format. */
  readonly metrics: () => Promise<string>
  /** Does what is due: week close, new day, live releases, signs of life. Call it every few seconds. */
  readonly tick: () => Promise<void>
  /** Ends streams and waits for a running tick. The store stays open: it belongs to whoever opened it. */
  readonly close: () => Promise<void>
}

/**
 * Builds a hub of its parts: `fetch` answers requests, `tick` closes weeks and releases scores, `close` ends
 * streams and waits for what is being written.
 */
export function createHub(given: HubParts): Hub {
  const streams = createEventStreams()
  const boards = keepBoards(given)
  const limits = given.limits ?? LIMITS
  const inbox: Inbox = createInbox(given.store, given.campaigns, limits.waiting, n => metrics.committed(n))
  const deviceLookup = createDeviceLookup(given.store, limits.waiting)
  const metrics = createMetrics({ streams: streams.size, waiting: inbox.waiting })
  const rateLimits = createRateLimits(limits)
  const pictures = createPngCache()
  const sightings = createEmbedSightings()
  const csp = cspOf(given.config.publicUrl, given.styles ?? [])
  const isOurs = ownHosts(given.config.publicUrl)
  const doing = { streams, inbox, deviceLookup, rateLimits, metrics, pictures, sightings }
  const context: Context = { ...given, ...doing, board: boards.board, csp, isOurs }
  const app = routed(context)
  const started = addMissingAgencies(given.store, given.campaigns.agencies).then(() => publish(given))
  started.catch(() => undefined) // told by the first request that waits for it
  let forgot: DayKey | null = null
  let ticking: Promise<void> | null = null
  let drawing: Promise<void> = Promise.resolve()

  const tickOnce = async (): Promise<void> => {
    await started
    const now = given.now()
    for (const one of (await releaseDue(given, now)).repaired) {
      metrics.repaired(one.credits)
      given.log.error({ event: 'recount-differs', ...one }, 'sums were wrong and have been put right')
    }
    if (forgot !== dayOf(now)) await forgetOldDays(given.store, dayOf(now))
    forgot = dayOf(now)
    const newer = await boards.refresh()
    for (const board of newer) streams.publish(board, now)
    if (newer.length > 0)
      drawing = pictures.renew(badgesAhead(newer)).catch(error => given.log.error({ error: String(error) }))
    await sightings.keep(given.store, now)
    streams.beat(now)
  }
  return {
    fetch: async (request, from = null, outlet = null) => {
      await started
      return app.fetch(request, { from, outlet })
    },
    tick: () => {
      ticking ??= tickOnce().finally(() => {
        ticking = null
      })
      return ticking
    },
    metrics: metrics.text,
    close: async () => {
      streams.close()
      await started
      await inbox.done()
      await ticking?.catch(() => undefined)
      pictures.close()
      await drawing
    },
  }
}

/** The boards in memory, drawn anew when the store holds a newer release, another agency, or a new day came. */
function keepBoards({ store, campaigns, config, now }: HubParts) {
  const kept = new Map<string, Board>()
  const draw = async (campaign: Campaign, version: string): Promise<Board> => {
    const all = await lifetimes(store)
    const today = dayOf(now())
    const agencies = all.filter(one => isThereOn(one, today)).map(one => asOf(one, today))
    const { snapshot, past } = await readBoard({ store, config }, all, campaign, now())
    const { platforms, blocks, calendar } = campaigns
    const bundle = { version: 1 as const, sample: config.sample, campaign, calendar }
    const whole = { ...bundle, platforms: [...platforms], blocks: [...blocks], agencies }
    const official = officialResults(await listResults(store), campaign)
    const decided = (await campaignFinals(store, campaign.id)).length > 0
    const board: Board = { bundle: whole, snapshot, past, official, decided, version }
    kept.set(campaign.id, board)
    return board
  }
  const version = async (): Promise<string> => `${await boardVersion(store)}.${dayOf(now())}`
  return {
    board: async (campaign: Campaign) => kept.get(campaign.id) ?? draw(campaign, await version()),
    /** Draws anew what has changed; returns the boards with a newer release. */
    refresh: async (): Promise<readonly Board[]> => {
      const current = await version()
      const newer: Board[] = []
      for (const campaign of campaigns.campaigns) {
        const old = kept.get(campaign.id)
        if (!old || old.version === current) continue
        const board = await draw(campaign, current)
        if (board.snapshot.release > old.snapshot.release) newer.push(board)
      }
      return newer
    },
  }
}

/** The badges that most pages show; other looks are drawn when somebody first asks, and kept as well. */
const badgesAhead = (boards: readonly Board[]): readonly string[] =>
  boards.flatMap(({ snapshot }) =>
    snapshot.agencies.map(one => badgeSvg(one, snapshot, { lang: 'vi', theme: 'light', style: 'card' })),
  )

type Bindings = Pick<RouteRequest, 'from' | 'outlet'>

function routed(context: Context): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>()
  for (const path of new Set(ROUTES.map(route => route.path))) {
    const there = ROUTES.filter(route => route.path === path)
    const audience = there[0]?.audience ?? 'operator'
    const methods = [...there.map(route => route.method), 'OPTIONS']
    const refusal = refuse('method-not-allowed', `${path} takes ${methods.join(', ')}`)
    app.all(path, c => {
      const { raw, method } = c.req
      const route = there.find(one => one.method === (method === 'HEAD' ? 'GET' : method))
      if (route) return dispatch(route, { request: raw, params: c.req.param(), ...c.env }, context)
      if (method === 'OPTIONS') return preflight(audience, methods, raw.headers.get('origin'))
      return sendProblem(refusal, exchangeOf(raw, path, audience, context), context, {
        allow: methods.join(', '),
      })
    })
  }
  const nothing = refuse('not-found', 'there is nothing at this address; the scoreboard is at /')
  app.notFound(c => sendProblem(nothing, exchangeOf(c.req.raw, 'none', 'public', context), context))
  return app
}
