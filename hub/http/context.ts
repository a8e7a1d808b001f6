// What every route is handed. No route reads a clock, the dice or the environment by itself.
import { dayOf } from '../../shared/core/day.ts'
import type { Campaign, CampaignBundle } from '../../shared/wire/campaign.ts'
import type { RenderPage } from '../../shared/wire/page.ts'
import type { AgencyScore, OfficialResult, Snapshot } from '../../shared/wire/snapshot.ts'
import { type Campaigns, inOrder } from '../campaigns.ts'
import type { HubConfig } from '../config.ts'
import type { Inbox } from '../ingest/ingest-reports.ts'
import type { Dice } from '../random.ts'
import type { Pictures } from '../render/png.ts'
import type { Store } from '../store/db.ts'
import type { Script } from '../store/widget-scripts.ts'
import type { Finder } from './authenticate.ts'
import type { Policy } from './csp.ts'
import type { Sightings } from './embed-sightings.ts'
import type { Streams } from './event-streams.ts'
import type { Meter } from './metrics.ts'
import type { Gate } from './rate-limits.ts'

/** Where the hub writes what it did: pino, or anything with these two. */
interface Log {
  info(event: object, message?: string): void
  error(event: object, message?: string): void
}

/** One campaign as it is told: both halves come from the same moment. */
export interface Board {
  readonly bundle: CampaignBundle
  readonly snapshot: Snapshot
  /** Agencies that have ended, as they were told last: each keeps its own finals. */
  readonly past: readonly AgencyScore[]
  /** Official results by agency, beside the snapshot: they come from other hands than the score. */
  readonly official: ReadonlyMap<string, readonly OfficialResult[]>
  /** The final table of a campaign that has ended was decided: `GET /api/v1/campaigns/{id}/final.csv`. */
  readonly decided: boolean
  /** Changes whenever either half changes. */
  readonly version: string
}

export interface Parts {
  readonly store: Store
  readonly campaigns: Campaigns
  readonly config: HubConfig
  readonly now: () => number
  readonly dice: Dice
  readonly log: Log
  readonly streams: Streams
  readonly inbox: Inbox
  readonly finder: Finder
  readonly gate: Gate
  readonly meter: Meter
  readonly pictures: Pictures
  readonly sightings: Sightings
  readonly board: (campaign: Campaign) => Promise<Board>
  /** Draws the web pages; null where they have not been built. */
  readonly render: RenderPage | null
  /** Is a request for this hostname meant for this hub? */
  readonly isOurs: (hostname: string) => boolean
  /** What browsers may do with the pages. */
  readonly policy: Policy
  /** The widgets' script; null where it has not been built. */
  readonly widgets: Script | null
  /** The script of the builder's page; without it the page is a plain form. */
  readonly builder?: string | null
  /** The script by which pages follow releases; without it they stay as they came. */
  readonly live?: string | null
}

/** The campaign of a query: the one named, else the one that runs. Undefined where there is none such. */
export function chosenCampaign({ campaigns, now }: Parts, named: string | null): Campaign | undefined {
  if (named !== null) return campaigns.campaigns.find(c => c.id === named)
  return inOrder(campaigns.campaigns, dayOf(now()))[0]
}

/** The snapshot, with one agency that has ended where that is the one asked for. */
export function snapshotFor({ snapshot, past }: Board, agency: string | null): Snapshot {
  const ended = past.find(one => one.id === agency)
  return ended ? { ...snapshot, agencies: [...snapshot.agencies, ended] } : snapshot
}
