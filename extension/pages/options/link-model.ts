// A second browser of the same person: the code that links it.
import { signal } from '@preact/signals'
import type { Millis } from '../../../shared/core/time.ts'
import { type Link, parseLink } from '../../../shared/wire/enrolment.ts'
import { routes } from '../../../shared/wire/routes.ts'
import { fetchFromHub, type HubFetch } from '../../hub-client.ts'
import { signedRequest } from '../../signed-request.ts'
import type { Identity } from '../../store/schema.ts'
import type { Refusal } from '../refusal.ts'

/** @param self who links; null: nobody has joined here yet */
export function createLink(fetch: HubFetch, now: () => Millis, self: Identity | null) {
  const link = signal<Link | null>(null)
  const refused = signal<Refusal | null>(null)
  const busy = signal(false)
  const addBrowser = async (): Promise<void> => {
    if (!self) return
    busy.value = true
    const request = { method: 'POST', url: routes(self.hubUrl).links() } as const
    const result = await fetchFromHub(fetch, await signedRequest(self, request, now()), parseLink)
    link.value = result.ok ? result.value : null
    refused.value = result.ok ? null : { ok: false, why: result.why, detail: result.detail }
    busy.value = false
  }
  return { link, refused, busy, addBrowser }
}
