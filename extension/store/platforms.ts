// The platforms of a campaign by what the extension does with them.
import type { PlatformId } from '../../shared/core/activity.ts'
import type { Platform } from '../../shared/wire/campaign.ts'
import type { CampaignRules } from './schema.ts'

/** The platforms on which time is earned. */
export const trackedPlatforms = (rules: CampaignRules): ReadonlySet<PlatformId> =>
  new Set(rules.platforms.filter(p => p.use === 'track').map(p => p.id))

/** Those that the extension may recognise without asking further: the province's and the national ones. */
export const ownPlatforms = (rules: CampaignRules): readonly Platform[] =>
  rules.platforms.filter(p => p.use === 'track' && p.scope !== 'other-province')
