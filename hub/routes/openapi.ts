// GET /openapi.json: every route of this hub, for programs.

import { publicJson } from '../http/etag.ts'
import { openapiOf } from '../http/openapi.ts'
import type { Route } from '../http/route.ts'
import { open } from '../http/route-docs.ts'

/** @param others every other route of the hub */
export function openapi(others: readonly Route[]): Route {
  let written: object | null = null
  const self: Route = {
    method: 'GET',
    path: '/openapi.json',
    audience: 'public',
    docs: { summary: 'this description', response: open('application/json') },
    answer: async ({ request }, { config }) => {
      written ??= openapiOf([...others, self], config.publicUrl)
      return publicJson(request, written)
    },
  }
  return self
}
