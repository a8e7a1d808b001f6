// The campaign that runs on this device: as the hub last told it, else as it was shipped.
import type { Millis, PlatformId } from '../../shared/core/activity.ts'
import { type DayKey, dayOf } from '../../shared/core/day.ts'
import type { Result } from '../../shared/core/result.ts'
import agencyFile from '../../shared/data/agencies.json' with { type: 'json' }
import calendarFile from '../../shared/data/calendar.json' with { type: 'json' }
import platformFile from '../../shared/data/platforms.json' with { type: 'json' }
import {
  type Campaign,
  type CampaignBundle,
  campaignState,
  type Platform,
  parseAgencies,
  parseCalendar,
  parseCampaign,
  parsePlatforms,
} from '../../shared/wire/campaign.ts'
import type { Db } from './db.ts'
import { setting } from './settings.ts'

const campaignFiles: Readonly<Record<string, unknown>> = import.meta.glob(
  '../../shared/data/campaigns/*.json',
  { eager: true, import: 'default' },
)

/** A shipped file that its own parser refuses is a bug of the build, not a state to live with. */
function shipped<T>(read: Result<T, 'invalid'>): T {
  if (read.ok) return read.value
  throw new Error(read.detail)
}

const campaigns: readonly Campaign[] = Object.values(campaignFiles).map(file => shipped(parseCampaign(file)))
const { blocks, agencies } = shipped(parseAgencies(agencyFile))
const { platforms } = shipped(parsePlatforms(platformFile))
const calendar = shipped(parseCalendar(calendarFile))

/** Of the shipped campaigns the one that runs on a day; else the one that ended last. */
export function shippedCampaign(day: DayKey): CampaignBundle {
  const byEnd = [...campaigns].sort((a, b) => b.period.toYear - a.period.toYear)
  const campaign = byEnd.find(c => campaignState(c, day) === 'running') ?? byEnd[0]
  if (!campaign) throw new Error('no campaign is shipped')
  return { version: 1, sample: false, campaign, platforms, blocks, agencies, calendar }
}

export async function campaignNow(db: Db, now: Millis): Promise<CampaignBundle> {
  return (await setting(db, 'campaign'))?.bundle ?? shippedCampaign(dayOf(now))
}

/** The platforms on which time is earned. */
export const trackedPlatforms = (bundle: CampaignBundle): ReadonlySet<PlatformId> =>
  new Set(bundle.platforms.filter(p => p.use === 'track').map(p => p.id))

/** Those that the extension may recognise without asking further: the province's and the national ones. */
export const ownPlatforms = (bundle: CampaignBundle): readonly Platform[] =>
  bundle.platforms.filter(p => p.use === 'track' && p.scope !== 'other-province')
