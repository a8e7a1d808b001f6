// GET /scores.csv: what the scoreboard shows, as a sheet for Excel.
import Papa from 'papaparse'
import { type Language, languageOf } from '../../shared/core/language.ts'
import { scoresCsvWords } from '../../shared/text/scores-csv.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { chosenCampaign } from '../http/context.ts'
import { DATA_CACHE, tagged } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { open, PARAMETERS } from '../http/route-docs.ts'
import type { Board } from '../published/board.ts'
import { weekSnapshot, weeksOf } from '../published/week-snapshot.ts'

export const sheet: Route = {
  method: 'GET',
  path: '/scores.csv',
  audience: 'public',
  docs: {
    summary: 'what the scoreboard shows, as a sheet for Excel',
    query: {
      campaign: PARAMETERS.campaign,
      lang: PARAMETERS.lang,
      level: PARAMETERS.level,
      block: PARAMETERS.block,
      week: { description: 'a closed week, `2026-W47`; now where it is left out' },
    },
    response: open('text/csv'),
    problems: ['campaign-unknown', 'not-released'],
  },
  answer: async ({ request, query }, context) => {
    const campaign = chosenCampaign(context, query('campaign'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const board = await context.board(campaign)
    const week = query('week')
    if (week !== null && !weeksOf(board).includes(week))
      return refuse('not-released', 'week is one of the closed weeks that a trend holds, as 2026-W47')
    const shown = week === null ? board.snapshot : await weekSnapshot(context.store, board, week)
    const [level, block] = [query('level'), query('block')]
    const agencies = shown.agencies.filter(
      one => (!level || one.level === level) && (!block || one.block === block),
    )
    const text = textOf({ ...shown, agencies }, board, languageOf(query('lang')))
    return tagged(request, text, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="nhip-so-${week ?? shown.day}.csv"`,
      'cache-control': DATA_CACHE,
    })
  },
}

/** A byte-order mark; semicolons and decimal commas in Vietnamese, commas and points in English. */
function textOf({ agencies, tiers, day, sample }: Snapshot, { bundle }: Board, lang: Language): string {
  const { heads, states, sample: mark } = scoresCsvWords(lang)
  const rows = agencies.map(one => [
    one.id,
    one.name[lang],
    bundle.blocks.find(block => block.id === one.block)?.name[lang] ?? '',
    one.rank ?? '',
    one.of ?? '',
    points(one.score, lang),
    tiers.find(tier => tier.id === one.tier)?.name[lang] ?? '',
    points(one.change, lang),
    states[one.state],
    day.split('-').reverse().join('/'),
  ])
  const options = { delimiter: lang === 'vi' ? ';' : ',', escapeFormulae: /^[=+@\t\r]/ }
  return `\uFEFF${Papa.unparse([[...heads], ...(sample ? [[mark]] : []), ...rows], options)}\r\n`
}

const points = (tenths: number | null, lang: Language): string =>
  tenths === null ? '' : (tenths / 10).toFixed(1).replace('.', lang === 'vi' ? ',' : '.')
