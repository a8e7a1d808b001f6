// Who may see which agency's team numbers, and the log line that each look leaves for the people it concerns.
import type { Agency } from '../../shared/wire/campaign.ts'
import { newId } from '../random.ts'
import { findAgency, type KnownAgency } from '../store/agencies.ts'
import type { KnownDevice } from '../store/members.ts'
import type { ViewRow } from '../store/schema.ts'
import { addView } from '../store/team.ts'
import type { Context } from './context.ts'
import { type Refusal, refuse } from './problem.ts'

const covers = ({ scope }: KnownDevice, agency: Pick<Agency, 'id' | 'block'>): boolean =>
  scope === 'all' || scope === agency.id || scope === agency.block

/** The agency that is asked for, where the device's role and scope reach it. */
export async function authorize(
  device: KnownDevice,
  id: string,
  { store }: Context,
): Promise<{ readonly ok: true; readonly value: KnownAgency } | Refusal> {
  if (device.role === 'member')
    return refuse('role-missing', 'team tables are for managers; ask for a manager code')
  const agency = await findAgency(store, id)
  if (!agency) return refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
  if (!covers(device, agency))
    return refuse('out-of-scope', `your scope is ${device.scope}; ${agency.id} does not belong to it`)
  return { ok: true, value: agency }
}

/** Written before the answer leaves: no look without its line. */
export const recordAccess = (
  { store, random, now }: Pick<Context, 'store' | 'random' | 'now'>,
  { role }: KnownDevice,
  look: Pick<ViewRow, 'agency_id' | 'week' | 'what'>,
): Promise<unknown> => addView(store, { ...look, view_id: newId(random), at: now(), role })
