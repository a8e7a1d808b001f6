// The agencies as they were shipped: needed only by who has joined one, so they are a file of their own.
import type { Agency, Block } from '../../shared/wire/campaign.ts'

interface AgencyFile {
  readonly blocks: Block[]
  readonly agencies: Agency[]
}

// It was parsed when the package was built (wxt.config.ts), and in test/wire/data.test.ts.
const [file] = Object.values(
  import.meta.glob<AgencyFile>('../../shared/data/agencies.json', { eager: true, import: 'default' }),
)

/** Throws where the package was built without them. */
export const shippedAgencies = (): AgencyFile => {
  if (!file) throw new Error('the agencies are not shipped')
  return { blocks: file.blocks, agencies: file.agencies }
}
