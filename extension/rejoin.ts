// When an identity is over although it is still kept: the hub lost it, or the agency has ended.
import type { DayKey } from '../shared/core/day.ts'
import type { AgencyScore } from '../shared/wire/snapshot.ts'
import type { Db } from './store/db.ts'
import { identity } from './store/identity.ts'
import type { PublishedScore } from './store/schema.ts'
import { setting } from './store/settings.ts'

/** The own agency's cell once its last day has passed; null while it goes on. */
export function endedAgency(
  published: PublishedScore | undefined,
  agencyId: string,
  today: DayKey,
): AgencyScore | null {
  const cell = published?.snapshot.agencies.find(one => one.id === agencyId)
  return cell?.ended !== undefined && cell.ended < today ? cell : null
}

/** May this device join, although it has joined before? */
export async function mustJoinAgain(db: Db, today: DayKey): Promise<boolean> {
  const [self, sync, published] = await Promise.all([
    identity(db),
    setting(db, 'sync'),
    setting(db, 'standing'),
  ])
  if (!self) return false
  return sync?.trouble?.why === 'device-unknown' || endedAgency(published, self.agencyId, today) !== null
}
