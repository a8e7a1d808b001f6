// What the store knows about this person's set-up: their consent, and the agency they have joined.
import { signal } from '@preact/signals'
import { type DayKey, dayOf } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { CampaignBundle } from '../../../shared/wire/campaign.ts'
import type { Consent } from '../../../shared/wire/enrolment.ts'
import type { BothLanguages } from '../../../shared/wire/parse.ts'
import { mustJoinAgain } from '../../rejoin.ts'
import { campaignNow } from '../../store/campaign.ts'
import type { Db } from '../../store/db.ts'
import { identity } from '../../store/identity.ts'
import { setting } from '../../store/settings.ts'

export interface SetUp {
  readonly consent: Consent | null
  readonly joined: { readonly agency: BothLanguages; readonly mayOpenTeam: boolean } | null
}

/** The set-up with the campaign that it is shown by. */
export async function createSetUp(db: Db, now: () => Millis) {
  const bundle = signal<CampaignBundle>(await campaignNow(db, now()))
  const setUp = signal<SetUp>(await readSetUp(db, bundle.value, dayOf(now())))
  const refresh = async (): Promise<void> => {
    bundle.value = await campaignNow(db, now())
    setUp.value = await readSetUp(db, bundle.value, dayOf(now()))
  }
  return { bundle, setUp, refresh }
}

async function readSetUp(db: Db, { agencies }: CampaignBundle, today: DayKey): Promise<SetUp> {
  const [consent, self] = await Promise.all([setting(db, 'consent'), identity(db)])
  if (!self || (await mustJoinAgain(db, today))) return { consent: consent ?? null, joined: null }
  const agency = agencies.find(a => a.id === self.agencyId)?.name ?? { vi: self.agencyId, en: self.agencyId }
  return { consent: consent ?? null, joined: { agency, mayOpenTeam: self.role !== 'member' } }
}
