// The web pages: complete HTML, drawn by the renderer that the hub is handed.

import { dayOf } from '../../shared/core/day.ts'
import { LANGUAGES, languageOf } from '../../shared/core/language.ts'
import { HUB_RETENTION_DAYS } from '../../shared/core/retention.ts'
import { LEVELS } from '../../shared/wire/campaign.ts'
import { CMSES, EMBEDS, type Page, type PageFrame, SIZES, TRUSTS, themeOf } from '../../shared/wire/page.ts'
import { inOrder } from '../campaigns.ts'
import { type Context, chosenCampaign, snapshotFor } from '../http/context.ts'
import { DATA_CACHE, tagged } from '../http/etag.ts'
import { type Refusal, refuse } from '../http/problem.ts'
import type { Route, RouteRequest } from '../http/route.ts'
import { open, PARAMETERS, type RouteDocs } from '../http/route-docs.ts'
import type { Board } from '../published/board.ts'
import { weekSnapshot, weeksOf } from '../published/week-snapshot.ts'
import { listScripts } from '../store/scripts.ts'
import { listSightings } from '../store/sightings.ts'
import { crawlers } from './crawlers.ts'
import { oembed } from './oembed.ts'
import { sheet } from './sheet.ts'

/** Which page a request means, given the board that it will be drawn from. */
type Choose = (ask: RouteRequest, board: Board) => Page | Refusal

const page = (path: string, docs: Omit<RouteDocs, 'response'>, choose: Choose): Route => ({
  method: 'GET',
  path,
  audience: 'page',
  docs: {
    ...docs,
    query: { campaign: PARAMETERS.campaign, lang: PARAMETERS.lang, ...docs.query },
    response: open('text/html'),
    problems: ['not-found', 'campaign-unknown', 'agency-unknown'],
  },
  answer: async (ask, context) => {
    if (!context.render) return refuse('not-found', 'the pages are not built here: npm run build:widgets')
    const campaign = chosenCampaign(context, ask.query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const board = await context.board(campaign)
    const chosen = choose(ask, board)
    if ('ok' in chosen) return chosen
    const about = 'agency' in chosen ? chosen.agency : null
    const html = context.render(chosen, {
      hub: context.config.publicUrl,
      lang: languageOf(ask.query('lang')),
      bundle: board.bundle,
      snapshot: snapshotFor(board, about),
      official: about === null ? [] : (board.official.get(about) ?? []),
      decided: board.decided,
      now: context.now(),
      minGroup: context.config.minGroup,
      keptDays: HUB_RETENTION_DAYS,
      usual: inOrder(context.campaigns.campaigns, dayOf(context.now()))[0]?.id ?? campaign.id,
      ...(await more(chosen, context, board)),
    })
    if (chosen.page === 'embed') context.sightings.note(ask.request, 'frame', chosen.embed)
    return tagged(ask.request, html, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': DATA_CACHE,
      ...(chosen.page === 'embed' && FOR_ANY_FRAME),
    })
  },
})

/** WordPress puts a frame into a sandbox without an origin: it may still ask for itself, and sites that isolate themselves may show it. */
const FOR_ANY_FRAME = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const

/** What only some pages tell. */
async function more(
  chosen: Page,
  context: Context,
  board: Board,
): Promise<Partial<Omit<PageFrame, 'hub' | 'lang' | 'bundle'>>> {
  const { page } = chosen
  const { store } = context
  if (page === 'scoreboard') {
    const campaigns = inOrder(context.campaigns.campaigns, dayOf(context.now()))
    const { week } = chosen
    return {
      campaigns,
      weeks: weeksOf(board),
      ...(week && { snapshot: await weekSnapshot(store, board, week) }),
    }
  }
  if (page !== 'builder' && page !== 'webmasters') return {}
  const scripts = await listScripts(store)
  if (page === 'builder')
    return { scripts, campaigns: inOrder(context.campaigns.campaigns, dayOf(context.now())) }
  const sites = await listSightings(store, SEEN_DAYS, MOST_SITES)
  return {
    scripts,
    sites: sites.map(({ host, kind, version, last_day }) => ({ host, kind, version, lastDay: last_day })),
  }
}

/** A host that somebody made up once does not stand on the page. */
const SEEN_DAYS = 2
const MOST_SITES = 500

const isAgency = (board: Board, id: string): boolean => snapshotFor(board, id).agencies.some(a => a.id === id)
const unknownAgency = (): Refusal => refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')

/** A block of another level counts as none. */
function levelAndBlock(query: RouteRequest['query'], { bundle }: Board) {
  const level = LEVELS.find(l => l === query('level')) ?? 'province'
  const block = bundle.blocks.find(b => b.id === query('block') && b.level === level)
  return { level, block: block?.id ?? null }
}

const LONGEST_SEARCH = 80

/** A week that is not told counts as none. */
const scoreboard: Choose = ({ query }, board) => {
  const week = weeksOf(board).find(one => one === query('week'))
  const search = query('q')?.slice(0, LONGEST_SEARCH)
  return {
    page: 'scoreboard',
    ...levelAndBlock(query, board),
    ...(week && { week }),
    ...(search && { search }),
  }
}

const agency: Choose = ({ param }, board) =>
  isAgency(board, param('id')) ? { page: 'agency', agency: param('id') } : unknownAgency()

/** A policy longer than this does not fit into an address anyway. */
const LONGEST_POLICY = 4000

const builder: Choose = ({ query }, board) => {
  const id = query('agency')
  return {
    page: 'builder',
    agency: id !== null && isAgency(board, id) ? id : null,
    show: EMBEDS.find(one => one === query('show')) ?? 'score',
    theme: themeOf(query('theme')),
    size: SIZES.find(one => one === query('size')) ?? 'normal',
    cms: CMSES.find(one => one === query('cms')) ?? 'nukeviet',
    trust: TRUSTS.find(one => one === query('trust')) ?? 'rolling',
    speaks: languageOf(query('speaks') ?? query('lang')),
    ranking:
      [...LEVELS, ...board.bundle.blocks.map(one => one.id)].find(one => one === query('ranking')) ?? null,
    campaign: query('campaign'),
    policy: query('csp')?.slice(0, LONGEST_POLICY) ?? null,
  }
}

const embed: Choose = ({ param, query }, board) => {
  const element = EMBEDS.find(e => e === param('element'))
  if (!element) return refuse('not-found', `embeds are /embed/ and one of ${EMBEDS.join(', ')}`)
  const theme = themeOf(query('theme'))
  if (element === 'board' || element === 'ticker')
    return { page: 'embed', embed: element, ...levelAndBlock(query, board), theme }
  const id = query('agency') ?? ''
  return isAgency(board, id) ? { page: 'embed', embed: element, agency: id, theme } : unknownAgency()
}

/** A script of our own pages. */
const script = (name: 'builder' | 'live', summary: string): Route => ({
  method: 'GET',
  path: `/page/${name}.js`,
  audience: 'page',
  docs: { summary, response: open('text/javascript'), problems: ['not-found'] },
  answer: async ({ request }, context) => {
    const body = context[name]
    return body
      ? tagged(request, body, {
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': DATA_CACHE,
        })
      : refuse('not-found', 'the pages are not built here: npm run build:widgets')
  },
})

export const pages: readonly Route[] = [
  page(
    '/',
    {
      summary: 'the scoreboard',
      query: {
        level: PARAMETERS.level,
        block: PARAMETERS.block,
        week: { description: 'a closed week, `2026-W47`; now where it is left out' },
        q: { description: 'part of a name, with or without diacritics' },
      },
    },
    scoreboard,
  ),
  page('/agency/:id', { summary: 'an agency’s page', params: { id: PARAMETERS.agency } }, agency),
  page('/how', { summary: 'how the score is counted' }, () => ({ page: 'how' })),
  page(
    '/builder',
    {
      summary: 'the embed-code builder',
      query: {
        agency: PARAMETERS.agency,
        show: { description: 'which element', oneOf: EMBEDS },
        theme: PARAMETERS.theme,
        size: { description: 'how large it stands on its page', oneOf: SIZES },
        cms: { description: 'the system of the site', oneOf: CMSES },
        trust: { description: 'how the script is trusted', oneOf: TRUSTS },
        speaks: { description: 'language of the snippet', oneOf: LANGUAGES },
        ranking: {
          description: 'a block or level whose ranking is shown; the agency’s block where it is left out',
        },
        csp: { description: 'the site’s Content-Security-Policy' },
      },
    },
    builder,
  ),
  page(
    '/webmasters',
    { summary: 'published versions of the script, and the public sites that show it' },
    () => ({
      page: 'webmasters',
    }),
  ),
  page(
    '/embed/:element',
    {
      summary: 'a page for an iframe, complete without JavaScript',
      params: { element: { description: 'which element', oneOf: EMBEDS } },
      query: {
        agency: PARAMETERS.agency,
        level: PARAMETERS.level,
        block: PARAMETERS.block,
        theme: PARAMETERS.theme,
      },
    },
    embed,
  ),
  oembed,
  sheet,
  script('builder', 'the script of the builder’s page'),
  script('live', 'the script by which pages and frames follow new releases'),
  ...crawlers,
]
