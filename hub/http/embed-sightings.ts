// A request for a snippet → "this agency site shows it": host and day only. Who asked is not looked at.
import { addDays, type DayKey, dayOf } from '../../shared/core/day.ts'
import type { Store } from '../store/schema.ts'
import { forgetSightings, putSighting, type Sighting } from '../store/sightings.ts'
import { inTransaction } from '../store/transaction.ts'

/** Only public bodies: the host of anybody's own page could be a person's name. */
const PUBLIC_BODY = /^(?=.{8,100}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+gov\.vn$/
/** A day has no more new ones than this: whoever invents hosts fills no disk. */
const MOST_A_DAY = 500
/** A site that was not seen for so long shows it no more. */
const KEPT_DAYS = 60

export interface EmbedSightings {
  /** Remembers the site that a request comes from, until `keep`. */
  readonly note: (request: Request, kind: Sighting['kind'], version: string) => void
  /** Writes what was remembered, each once a day, and forgets what is old. */
  readonly keep: (store: Store, now: number) => Promise<void>
}

/**
 * Remembers at most `MOST_A_DAY` sites a day, in memory, until `keep` writes them; a request whose site is
 * not named is not remembered.
 */
export function createEmbedSightings(): EmbedSightings {
  let day: DayKey = ''
  let known = new Set<string>()
  let waiting: Sighting[] = []
  return {
    note: (request, kind, version) => {
      const host = siteOf(request)
      const key = `${host} ${kind} ${version}`
      if (!host || known.has(key) || known.size >= MOST_A_DAY) return
      known.add(key)
      waiting.push({ host, kind, version })
    },
    keep: async (store, now) => {
      const seen = waiting
      waiting = []
      const today = dayOf(now)
      if (seen.length > 0)
        await inTransaction(store, async step => {
          for (const one of seen) await putSighting(step, one, today)
        })
      if (today === day) return
      day = today
      known = new Set()
      await forgetSightings(store, addDays(today, -KEPT_DAYS))
    },
  }
}

/** The site that shows the snippet, by what its reader's browser says of it; null where that is no public body. */
function siteOf(request: Request): string | null {
  const said = request.headers.get('origin') ?? request.headers.get('referer') ?? ''
  const host = URL.canParse(said) ? new URL(said).hostname : ''
  return PUBLIC_BODY.test(host) && host !== new URL(request.url).hostname ? host : null
}
