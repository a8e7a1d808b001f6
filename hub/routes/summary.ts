// GET /api/v1/campaigns/{id}/final.json, .csv: the final table of a campaign that has ended, as it was frozen.
import Papa from 'papaparse'
import { type Language, languageOf } from '../../shared/core/language.ts'
import { finalCsvWords } from '../../shared/text/final-csv.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import type { BothLanguages } from '../../shared/wire/parse.ts'
import { parseSummary, type Summary } from '../../shared/wire/summary.ts'
import { DATA_CACHE, publicJson, tagged } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { open, PARAMETERS } from '../http/route-docs.ts'
import { readSummary } from '../release/final-table.ts'

export const summary: Route = {
  method: 'GET',
  path: '/api/v1/campaigns/:id/:file{final\\.(?:json|csv)}',
  audience: 'public',
  docs: {
    summary: 'the final table of a campaign that has ended, as JSON or CSV',
    params: {
      id: PARAMETERS.campaign,
      file: { description: 'which form', oneOf: ['final.json', 'final.csv'] },
    },
    query: { lang: PARAMETERS.lang },
    response: { ...open('application/json', 'text/csv'), schema: parseSummary },
    problems: ['campaign-unknown', 'not-released'],
  },
  answer: async ({ request, param, query }, { campaigns, config, store }) => {
    const campaign = campaigns.campaigns.find(one => one.id === param('id'))
    if (!campaign) return refuse('campaign-unknown', 'GET /api/v1/campaigns lists the campaigns')
    const table = await readSummary(store, campaign, config.sample)
    if (!table) return refuse('not-released', 'the final table is decided when the campaign has ended')
    if (param('file').endsWith('.json')) return publicJson(request, table)
    const lang = languageOf(query('lang'))
    return tagged(request, csvOf(table, campaign, campaigns.blocks, lang), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="tong-ket-${campaign.id}.csv"`,
      'cache-control': DATA_CACHE,
    })
  },
}

type Named = readonly { readonly id: string; readonly name: BothLanguages }[]

/** For Excel: a byte-order mark, semicolons and decimal commas in Vietnamese, commas and points in English. */
function csvOf(table: Summary, { score }: Campaign, blocks: Named, lang: Language): string {
  const words = finalCsvWords(lang)
  const named = (all: Named, id: string | null) => all.find(one => one.id === id)?.name[lang] ?? ''
  const rows = table.agencies.map(one => [
    one.id,
    one.name[lang],
    words.levels[one.level],
    named(blocks, one.block),
    one.rank ?? '',
    one.of ?? '',
    points(one.score, lang),
    named(score.tiers, one.tier),
    one.weeks,
    points(one.last, lang),
  ])
  const marked = table.sample ? [[words.sample], ...rows] : rows
  const options = { delimiter: lang === 'vi' ? ';' : ',', escapeFormulae: true }
  return `\uFEFF${Papa.unparse([[...words.heads], ...marked], options)}\r\n`
}

const points = (score: number | null, lang: Language): string =>
  score === null ? '' : (score / 10).toFixed(1).replace('.', lang === 'vi' ? ',' : '.')
