// What every route is handed. No route reads a clock, chance or the environment by itself.
import { dayOf } from '../../shared/core/day.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import type { RenderPage } from '../../shared/wire/page.ts'
import type { Snapshot } from '../../shared/wire/snapshot.ts'
import { inOrder } from '../campaigns.ts'
import type { Inbox } from '../ingest/ingest-reports.ts'
import type { Board } from '../published/board.ts'
import type { Random } from '../random.ts'
import type { PngCache } from '../render/png.ts'
import type { StoreContext } from '../store/store-context.ts'
import type { Script } from '../store/widget-scripts.ts'
import type { Csp } from './csp.ts'
import type { DeviceLookup } from './device-lookup.ts'
import type { EmbedSightings } from './embed-sightings.ts'
import type { EventStreams } from './event-streams.ts'
import type { Logger } from './logger.ts'
import type { Metrics } from './metrics.ts'
import type { RateLimits } from './rate-limits.ts'

/** Time and chance: handed in, so that a test sets them. */
interface Clock {
  /** Epoch ms. */
  readonly now: () => number
  readonly random: Random
}

/** What one process keeps in memory while it serves. */
interface LiveState {
  readonly streams: EventStreams
  readonly inbox: Inbox
  readonly deviceLookup: DeviceLookup
  readonly rateLimits: RateLimits
  readonly metrics: Metrics
  readonly pictures: PngCache
  readonly sightings: EmbedSightings
  /** What is published of a campaign, as it was last drawn. */
  readonly board: (campaign: Campaign) => Promise<Board>
}

/** The web site around the answers: pages, scripts, and what browsers may do with them. */
interface Site {
  /** Draws the web pages; null where they have not been built. */
  readonly render: RenderPage | null
  /** Is a request for this hostname meant for this hub? */
  readonly isOurs: (hostname: string) => boolean
  /** What browsers may do with the pages. */
  readonly csp: Csp
  /** The widgets' script; null where it has not been built. */
  readonly widgets: Script | null
  /** The script of the builder's page; without it the page is a plain form. */
  readonly builder?: string | null
  /** The script by which pages follow releases; without it they stay as they came. */
  readonly live?: string | null
}

/** All that a route may use; a function takes the parts of it that it needs. */
export interface Context extends Clock, StoreContext, LiveState, Site {
  readonly log: Logger
}

/** The campaign of a query: the one named, else the one that runs. Undefined where there is none such. */
export function chosenCampaign(
  { campaigns, now }: Pick<Context, 'campaigns' | 'now'>,
  named: string | null,
): Campaign | undefined {
  if (named !== null) return campaigns.campaigns.find(c => c.id === named)
  return inOrder(campaigns.campaigns, dayOf(now()))[0]
}

/** The snapshot, with one agency that has ended where that is the one asked for. */
export function snapshotFor({ snapshot, past }: Board, agency: string | null): Snapshot {
  const ended = past.find(one => one.id === agency)
  return ended ? { ...snapshot, agencies: [...snapshot.agencies, ended] } : snapshot
}
