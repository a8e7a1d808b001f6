// Which office has had which digest.
import { createHash } from 'node:crypto'
import type { WeekKey } from '../../shared/core/day.ts'
import type { Store } from './schema.ts'

const hashOf = (office: string): string => createHash('sha256').update(office.toLowerCase()).digest('hex')

/** True where an office has already been sent the mail of this week. */
export async function hasHad(store: Store, agency: string, week: WeekKey, office: string): Promise<boolean> {
  const row = await store
    .selectFrom('digest_mails')
    .select('at')
    .where('agency_id', '=', agency)
    .where('week', '=', week)
    .where('office_hash', '=', hashOf(office))
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers that an office has had the digest of an agency's week. @param at epoch ms */
export const keepMail = (
  store: Store,
  { agency, week }: { readonly agency: string; readonly week: WeekKey },
  office: string,
  at: number,
): Promise<unknown> =>
  store
    .insertInto('digest_mails')
    .values({ agency_id: agency, week, office_hash: hashOf(office), at })
    .onConflict(c => c.columns(['agency_id', 'week', 'office_hash']).doUpdateSet({ at }))
    .execute()
