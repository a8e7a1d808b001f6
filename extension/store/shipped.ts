// The campaign as it was shipped: for the time before a hub has published its own. A file of its own, fetched only then.
import { campaignState } from '../../shared/core/calendar.ts'
import type { DayKey } from '../../shared/core/day.ts'
import type { Calendar, Campaign, Platform } from '../../shared/wire/campaign.ts'
import type { CampaignRules } from './schema.ts'

// Each file was parsed when the package was built (wxt.config.ts), and in test/wire/data.test.ts.
const campaigns = Object.values(
  import.meta.glob<Campaign>('../../shared/data/campaigns/*.json', { eager: true, import: 'default' }),
)
const one = <T>(files: Readonly<Record<string, T>>): T => {
  const [file] = Object.values(files)
  if (!file) throw new Error('a shipped file is missing')
  return file
}
const { platforms } = one(
  import.meta.glob<{ platforms: Platform[] }>('../../shared/data/platforms.json', {
    eager: true,
    import: 'default',
  }),
)
const calendar = one(
  import.meta.glob<Calendar>('../../shared/data/calendar.json', { eager: true, import: 'default' }),
)

/** Of the shipped campaigns the one that runs on a day; else the one that ended last. */
export function shippedCampaign(day: DayKey): CampaignRules {
  const byEnd = [...campaigns].sort((a, b) => b.period.toYear - a.period.toYear)
  const campaign = byEnd.find(c => campaignState(c, day) === 'running') ?? byEnd[0]
  if (!campaign) throw new Error('no campaign is shipped')
  return { version: 1, sample: false, campaign, platforms, calendar }
}
