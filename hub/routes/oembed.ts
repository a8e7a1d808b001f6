// GET /oembed?url=…: oEmbed 1.0, by which WordPress and Moodle make of a page's address a frame with its score.

import { languageOf } from '../../shared/core/language.ts'
import { oembedWords } from '../../shared/text/oembed.ts'
import { type Oembed, parseOembed } from '../../shared/wire/oembed.ts'
import { EMBEDS, type Embed, frameSizeOf } from '../../shared/wire/page.ts'
import { routes } from '../../shared/wire/routes.ts'
import type { AgencyScore } from '../../shared/wire/snapshot.ts'
import { type Context, chosenCampaign, snapshotFor } from '../http/context.ts'
import { publicJson } from '../http/etag.ts'
import { type Refusal, refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { openJson } from '../http/route-docs.ts'

/** A consumer may keep the frame's address for a day: what it shows stays live. */
const CACHE_SECONDS = 86_400

/** What an address of ours shows. */
interface Target {
  readonly embed: Embed
  readonly agency: string
  readonly query: URLSearchParams
}

/** Takes the addresses of agency pages, of the scoreboard and of frames; null for anything else. */
function targetOf(address: string, hub: string): Target | null {
  if (!URL.canParse(address) || !address.startsWith(hub)) return null
  const url = new URL(address)
  const path = url.href.slice(hub.length).replace(/[?#].*$/, '')
  const query = url.searchParams
  const agency = /^\/agency\/([^/]+)$/.exec(path)?.[1]
  if (agency) return { embed: 'score', agency, query }
  if (path === '/' || path === '') return { embed: 'board', agency: '', query }
  const embed = EMBEDS.find(one => path === `/embed/${one}`)
  return embed ? { embed, agency: query.get('agency') ?? '', query } : null
}

export const oembed: Route = {
  method: 'GET',
  path: '/oembed',
  audience: 'public',
  docs: {
    summary: 'oEmbed 1.0: a frame for the address of a page of ours',
    query: {
      url: { description: 'address of an agency page, the scoreboard or a frame', required: true },
      format: { description: 'json only', oneOf: ['json'] },
      maxwidth: { description: 'CSS pixels' },
      maxheight: { description: 'CSS pixels' },
    },
    response: openJson(parseOembed),
    problems: ['not-found', 'format-unknown', 'campaign-unknown', 'agency-unknown'],
  },
  answer: async ({ request, query }, context) => {
    if ((query('format') ?? 'json') !== 'json')
      return refuse('format-unknown', 'oEmbed is given as JSON only: leave format out, or say format=json')
    const target = targetOf(query('url') ?? '', context.config.publicUrl)
    if (!target)
      return refuse('not-found', 'url must be an address of an agency page, the scoreboard or a frame')
    const title = await titleOf(target, context)
    if (typeof title !== 'string') return title
    const most = (name: string): number => pixels(query(name)) ?? Number.POSITIVE_INFINITY
    const { embed } = target
    const size = frameSizeOf(embed, most('maxwidth'))
    const { width } = size
    const height = Math.min(size.height, most('maxheight'))
    return publicJson(request, {
      version: '1.0',
      type: 'rich',
      provider_name: oembedWords('vi').product,
      provider_url: routes(context.config.publicUrl).board(),
      title,
      cache_age: CACHE_SECONDS,
      html: frame(srcOf(target, context.config.publicUrl), title, width, height),
      width,
      height,
    } satisfies Oembed)
  },
}

/** Whole pixels; anything else counts as no wish. */
const pixels = (text: string | null): number | null =>
  /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : null

async function titleOf({ agency, embed, query }: Target, context: Context): Promise<string | Refusal> {
  const lang = languageOf(query.get('lang'))
  const words = oembedWords(lang)
  if (embed === 'board' || embed === 'ticker') return words.board
  const campaign = chosenCampaign(context, query.get('campaign'))
  if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
  const snapshot = snapshotFor(await context.board(campaign), agency)
  const cell: AgencyScore | undefined = snapshot.agencies.find(one => one.id === agency)
  return cell
    ? words.scoreOf(cell.name[lang])
    : refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
}

/** Only parameters that a frame knows are passed on. */
function srcOf({ embed, agency, query }: Target, hub: string): string {
  const told: Record<string, string> = agency ? { agency } : {}
  for (const name of ['level', 'block', 'campaign', 'lang', 'theme']) {
    const value = query.get(name)
    if (value) told[name] = value
  }
  return routes(hub).embed(embed, told)
}

const frame = (src: string, title: string, width: number, height: number): string =>
  `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" style="border:0"></iframe>`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
