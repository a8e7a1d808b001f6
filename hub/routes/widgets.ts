// GET /w/1/nhipso.js: the widgets' script, as web pages include it.
import { open } from '../about.ts'
import type { Route } from '../ask.ts'
import { refuse } from '../refusal.ts'
import { tagged } from '../tag.ts'

export const widgets: Route = {
  method: 'GET',
  path: '/w/1/nhipso.js',
  audience: 'public',
  about: { does: 'the widgets’ script', gives: open('text/javascript'), refuses: ['not-found'] },
  answer: async ({ request }, { widgets: script }) => {
    if (script === null) return refuse('not-found', 'the widgets are not built here: npm run build:widgets')
    return tagged(request, script, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=604800',
    })
  },
}
