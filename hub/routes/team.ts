// GET /api/v1/team: the released team table of an agency in the manager's scope. Every look is written down.

import { isWeekKey } from '../../shared/core/day.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import { parseTeam, type Team, type TeamWeek } from '../../shared/wire/team.ts'
import { ownJson, TOLD } from '../about.ts'
import { privateJson, type Route } from '../ask.ts'
import { newId } from '../dice.ts'
import { signedBy } from '../identity.ts'
import { chosenCampaign } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { findAgency } from '../store/agencies.ts'
import type { KnownDevice } from '../store/members.ts'
import { addView, teamWeeks } from '../store/team.ts'

const WEEKS_TOLD = 12

export const team: Route = {
  method: 'GET',
  path: '/api/v1/team',
  audience: 'device',
  about: {
    does: 'the released team tables of an agency in the scope of a manager or auditor; the look is written down',
    query: {
      agency: TOLD.agency,
      week: { is: 'YYYY-Www, the last one told; the newest where it is left out' },
    },
    gives: ownJson(parseTeam),
    signed: true,
    refuses: [
      'role-missing',
      'agency-unknown',
      'out-of-scope',
      'invalid',
      'campaign-unknown',
      'not-released',
    ],
  },
  answer: async (ask, parts) => {
    const signed = await signedBy(ask, parts)
    if (!signed.ok) return signed
    const { device } = signed.value
    if (device.role === 'member') {
      return refuse('role-missing', 'team tables are for managers; ask for a manager code')
    }
    const agency = await findAgency(parts.store, ask.query('agency') ?? device.agencyId)
    if (!agency) return refuse('agency-unknown', 'GET /api/v1/scores lists the agencies')
    if (!covers(device, agency)) {
      return refuse('out-of-scope', `your scope is ${device.scope}; ${agency.id} does not belong to it`)
    }
    const asked = ask.query('week')
    if (asked !== null && !isWeekKey(asked))
      return refuse('invalid', 'week: must be a week that exists, as YYYY-Www')
    const campaign = chosenCampaign(parts, null)
    if (!campaign) return refuse('campaign-unknown', 'no campaign is running')
    const rows = await teamWeeks(parts.store, agency.id, campaign.id, asked, WEEKS_TOLD)
    const [newest] = rows
    if (!newest || (asked !== null && newest.week !== asked)) {
      return refuse('not-released', 'this week has not been released; a week is released after its Sunday')
    }
    await addView(parts.store, {
      agency_id: agency.id,
      view_id: newId(parts.dice),
      at: parts.now(),
      role: device.role,
      week: newest.week,
      what: 'view',
    })
    const table: Team = {
      version: 1,
      release: newest.release,
      at: newest.at,
      agency: { id: agency.id, name: agency.name },
      campaign: campaign.id,
      minGroup: parts.config.minGroup,
      sample: parts.config.sample,
      week: newest.week,
      weeks: rows.map(row => JSON.parse(row.cells) as TeamWeek).reverse(),
    }
    return privateJson(table)
  },
}

const covers = ({ scope }: KnownDevice, agency: Pick<Agency, 'id' | 'block'>): boolean =>
  scope === 'all' || scope === agency.id || scope === agency.block
