// GET /robots.txt and /sitemap.xml: what search engines may read, and where it is.
import { LANGUAGES } from '../../shared/core/language.ts'
import { routes } from '../../shared/wire/routes.ts'
import { chosenCampaign } from '../http/context.ts'
import { DATA_CACHE, tagged } from '../http/etag.ts'
import { refuse } from '../http/problem.ts'
import type { Route } from '../http/route.ts'
import { open } from '../http/route-docs.ts'

const robots: Route = {
  method: 'GET',
  path: '/robots.txt',
  audience: 'page',
  docs: { summary: 'what search engines may read', response: open('text/plain') },
  answer: async ({ request }, { config }) => {
    const path = new URL(config.publicUrl).pathname.replace(/\/$/, '')
    const shut = ['/api/', '/embed/', '/oembed'].map(one => `Disallow: ${path}${one}`)
    const lines = ['User-agent: *', ...shut, `Sitemap: ${config.publicUrl}/sitemap.xml`]
    return tagged(request, `${lines.join('\n')}\n`, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': DATA_CACHE,
    })
  },
}

const sitemap: Route = {
  method: 'GET',
  path: '/sitemap.xml',
  audience: 'page',
  docs: {
    summary: 'the addresses of all pages',
    response: open('application/xml'),
    problems: ['campaign-unknown'],
  },
  answer: async ({ request }, context) => {
    const campaign = chosenCampaign(context, null)
    if (!campaign) return refuse('campaign-unknown', 'no campaign is there')
    const { snapshot } = await context.board(campaign)
    const at = routes(context.config.publicUrl)
    const pages = LANGUAGES.flatMap(one => {
      const lang = one === 'en' ? one : undefined
      return [
        ...[at.board({ lang }), at.board({ level: 'commune', lang }), at.how(lang)],
        ...[at.builder(lang ? { lang } : {}), at.webmasters(lang)],
        ...snapshot.agencies.map(({ id }) => at.agency(id, lang)),
      ]
    })
    const urls = pages.map(url => `<url><loc>${url.replaceAll('&', '&amp;')}</loc></url>`)
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
    return tagged(request, xml, {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': DATA_CACHE,
    })
  },
}

export const crawlers: readonly Route[] = [robots, sitemap]
