// Opens what a command works on, the database and the campaigns, and closes it again.
import type { Result } from '../../shared/core/result.ts'
import { type Campaigns, loadCampaigns } from '../campaigns.ts'
import type { ServeConfig } from '../config.ts'
import { addMissingAgencies } from '../store/agencies.ts'
import { openStore } from '../store/db.ts'
import type { Store } from '../store/schema.ts'
import { type CommandFault, type Done, refused } from './command.ts'

type Work = (store: Store, campaigns: Campaigns) => Promise<Result<Done, CommandFault>>

/** The same file may be open in a serving hub: it notices what is written here. */
export async function withStore(config: ServeConfig, work: Work): Promise<Result<Done, CommandFault>> {
  const campaigns = loadCampaigns(config.campaignsDir)
  if (!campaigns.ok) return refused(`CAMPAIGNS_DIR: ${campaigns.detail}`)
  const store = await openStore(config.databaseUrl)
  if (!store.ok) return refused(store.detail)
  try {
    await addMissingAgencies(store.value, campaigns.value.agencies)
    return await work(store.value, campaigns.value)
  } finally {
    await store.value.destroy()
  }
}
