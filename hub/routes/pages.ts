// The web pages: complete HTML, drawn by the renderer that the hub is handed.
import { dayOf } from '../../shared/core/day.ts'
import { LANGUAGES, languageOf } from '../../shared/core/language.ts'
import { LEVELS } from '../../shared/wire/campaign.ts'
import { CMSES, EMBEDS, type Page, type PageFrame, SIZES, TRUSTS, themeOf } from '../../shared/wire/page.ts'
import { inOrder } from '../campaigns.ts'
import { type Board, chosenCampaign, type Parts, snapshotFor } from '../http/context.ts'
import { DATA_CACHE, tagged } from '../http/etag.ts'
import { type Refusal, refuse } from '../http/problem.ts'
import type { Ask, Route } from '../http/route.ts'
import { type About, open, TOLD } from '../http/route-docs.ts'
import { KEPT_DAYS } from '../ingest/ingest-reports.ts'
import { weekSnapshot, weeksOf } from '../published/week-snapshot.ts'
import { listScripts } from '../store/scripts.ts'
import { listSightings } from '../store/sightings.ts'
import { crawlers } from './crawlers.ts'
import { oembed } from './oembed.ts'
import { sheet } from './sheet.ts'

/** Which page a request means, given the board that it will be drawn from. */
type Choose = (ask: Ask, board: Board) => Page | Refusal

const page = (path: string, about: Omit<About, 'gives'>, choose: Choose): Route => ({
  method: 'GET',
  path,
  audience: 'page',
  about: {
    ...about,
    query: { campaign: TOLD.campaign, lang: TOLD.lang, ...about.query },
    gives: open('text/html'),
    refuses: ['not-found', 'campaign-unknown', 'agency-unknown'],
  },
  answer: async (ask, parts) => {
    if (!parts.render) return refuse('not-found', 'the pages are not built here: npm run build:widgets')
    const campaign = chosenCampaign(parts, ask.query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const board = await parts.board(campaign)
    const chosen = choose(ask, board)
    if ('ok' in chosen) return chosen
    const about = 'agency' in chosen ? chosen.agency : null
    const html = parts.render(chosen, {
      hub: parts.config.publicUrl,
      lang: languageOf(ask.query('lang')),
      bundle: board.bundle,
      snapshot: snapshotFor(board, about),
      official: about === null ? [] : (board.official.get(about) ?? []),
      decided: board.decided,
      now: parts.now(),
      minGroup: parts.config.minGroup,
      keptDays: KEPT_DAYS,
      usual: inOrder(parts.campaigns.campaigns, dayOf(parts.now()))[0]?.id ?? campaign.id,
      ...(await more(chosen, parts, board)),
    })
    if (chosen.page === 'embed') parts.sightings.note(ask.request, 'frame', chosen.embed)
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
  parts: Parts,
  board: Board,
): Promise<Partial<Omit<PageFrame, 'hub' | 'lang' | 'bundle'>>> {
  const { page } = chosen
  const { store } = parts
  if (page === 'scoreboard') {
    const campaigns = inOrder(parts.campaigns.campaigns, dayOf(parts.now()))
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
    return { scripts, campaigns: inOrder(parts.campaigns.campaigns, dayOf(parts.now())) }
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
function levelAndBlock(query: Ask['query'], { bundle }: Board) {
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

const agency: Choose = ({ piece }, board) =>
  isAgency(board, piece('id')) ? { page: 'agency', agency: piece('id') } : unknownAgency()

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

const embed: Choose = ({ piece, query }, board) => {
  const element = EMBEDS.find(e => e === piece('element'))
  if (!element) return refuse('not-found', `embeds are /embed/ and one of ${EMBEDS.join(', ')}`)
  const theme = themeOf(query('theme'))
  if (element === 'board' || element === 'ticker')
    return { page: 'embed', embed: element, ...levelAndBlock(query, board), theme }
  const id = query('agency') ?? ''
  return isAgency(board, id) ? { page: 'embed', embed: element, agency: id, theme } : unknownAgency()
}

/** A script of our own pages. */
const script = (name: 'builder' | 'live', does: string): Route => ({
  method: 'GET',
  path: `/page/${name}.js`,
  audience: 'page',
  about: { does, gives: open('text/javascript'), refuses: ['not-found'] },
  answer: async ({ request }, parts) => {
    const body = parts[name]
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
      does: 'the scoreboard',
      query: {
        level: TOLD.level,
        block: TOLD.block,
        week: { is: 'a closed week, `2026-W47`; now where it is left out' },
        q: { is: 'part of a name, with or without diacritics' },
      },
    },
    scoreboard,
  ),
  page('/agency/:id', { does: 'an agency’s page', pieces: { id: TOLD.agency } }, agency),
  page('/how', { does: 'how the score is counted' }, () => ({ page: 'how' })),
  page(
    '/builder',
    {
      does: 'the embed-code builder',
      query: {
        agency: TOLD.agency,
        show: { is: 'which element', oneOf: EMBEDS },
        theme: TOLD.theme,
        size: { is: 'how large it stands on its page', oneOf: SIZES },
        cms: { is: 'the system of the site', oneOf: CMSES },
        trust: { is: 'how the script is trusted', oneOf: TRUSTS },
        speaks: { is: 'language of the snippet', oneOf: LANGUAGES },
        ranking: { is: 'a block or level whose ranking is shown; the agency’s block where it is left out' },
        csp: { is: 'the site’s Content-Security-Policy' },
      },
    },
    builder,
  ),
  page(
    '/webmasters',
    { does: 'published versions of the script, and the public sites that show it' },
    () => ({
      page: 'webmasters',
    }),
  ),
  page(
    '/embed/:element',
    {
      does: 'a page for an iframe, complete without JavaScript',
      pieces: { element: { is: 'which element', oneOf: EMBEDS } },
      query: { agency: TOLD.agency, level: TOLD.level, block: TOLD.block, theme: TOLD.theme },
    },
    embed,
  ),
  oembed,
  sheet,
  script('builder', 'the script of the builder’s page'),
  script('live', 'the script by which pages and frames follow new releases'),
  ...crawlers,
]
