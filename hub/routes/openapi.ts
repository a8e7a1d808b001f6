// GET /openapi.json: every route of this hub, for programs.
import { open } from '../about.ts'
import type { Route } from '../ask.ts'
import { openapiOf } from '../openapi.ts'
import { publicJson } from '../tag.ts'

/** @param others every other route of the hub */
export function openapi(others: readonly Route[]): Route {
  let written: object | null = null
  const self: Route = {
    method: 'GET',
    path: '/openapi.json',
    audience: 'public',
    about: { does: 'this description', gives: open('application/json') },
    answer: async ({ request }, { config }) => {
      written ??= openapiOf([...others, self], config.publicUrl)
      return publicJson(request, written)
    },
  }
  return self
}
