// codes new, codes list, codes revoke: invitations to an agency.

import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS } from '../../shared/core/day.ts'
import { ok } from '../../shared/core/result.ts'
import { ROLES } from '../../shared/wire/enrolment.ts'
import { parseNamedUnit } from '../../shared/wire/team.ts'
import type { Campaigns } from '../campaigns.ts'
import { invite } from '../members/enrol.ts'
import { random } from '../random.ts'
import { findAgency, lifetimes } from '../store/agencies.ts'
import { CODE_ID_LENGTH, codeHash, endRoles, listCodes, revokeCode } from '../store/codes.ts'
import { putUnit, unitsOf } from '../store/cohorts.ts'
import type { CodeRow, Store } from '../store/schema.ts'
import { type Command, flag, given, misused, needed, option, refused } from './command.ts'
import { withStore } from './with-store.ts'

const UNITS: Readonly<Record<string, number>> = { d: DAY_MS, h: HOUR_MS, m: MINUTE_MS }

/** `30d`, `12h`, `10m` → ms; null where it is none of these. */
export function duration(text: string): number | null {
  const [, count, unit] = /^(\d{1,4})([dhm])$/.exec(text) ?? []
  const ms = Number(count) * (UNITS[unit ?? ''] ?? 0)
  return ms > 0 ? ms : null
}

export const codesNew: Command = {
  name: 'codes new',
  does: 'makes an invitation: a code, and a link that holds it; shown once',
  words: [],
  options: {
    agency: needed('ID', 'who is invited; see: agencies list'),
    role: given(ROLES.join('|'), 'what they will be', 'member'),
    scope: given('AGENCY|BLOCK|all', 'whose tables they see; their own agency where it is not told'),
    unit: given('ID', 'their unit inside the agency'),
    'unit-name': given('NAME', 'the name of that unit'),
    uses: given('N', 'how many people the code takes in', '1'),
    expires: given('TIME', 'how long it is valid, as 30d, 12h or 10m', '30d'),
  },
  run: async call => {
    const agencyId = option(call, 'agency')
    const role = ROLES.find(r => r === option(call, 'role'))
    const uses = Number(option(call, 'uses'))
    const lasts = duration(option(call, 'expires'))
    if (agencyId === '') return misused('--agency is needed')
    if (!role) return misused(`--role must be one of ${ROLES.join(', ')}`)
    if (!Number.isInteger(uses) || uses < 1 || uses > 100_000)
      return misused('--uses must be from 1 to 100000')
    const unitId = option(call, 'unit') || null
    const unitName = option(call, 'unit-name').normalize('NFC')
    const unit = unitId === null ? null : parseNamedUnit({ unit: unitId, name: unitName || unitId })
    if (unit && !unit.ok) return misused(unit.detail)
    if (lasts === null) return misused('--expires must be a time like 30d, 12h or 10m')
    return withStore(call.config, async (store, campaigns) => {
      const agency = (await lifetimes(store)).find(one => one.id === agencyId)
      if (!agency) return refused(`there is no agency "${agencyId}"; see: agencies list`)
      if (agency.validTo !== null && agency.validTo < dayOf(call.now))
        return refused(`${agencyId} ended on ${agency.validTo}; invite people to its successor`)
      const scope = option(call, 'scope') || agencyId
      if (!(await isScope(scope, store, campaigns))) {
        return refused(`--scope "${scope}" is no agency, no block and not "all"`)
      }
      const expiresAt = call.now + lasts
      if (unit) await nameUnit(store, agencyId, unit.value, unitName !== '')
      const wish = { agencyId, role, scope, unitId, uses, expiresAt }
      const code = await invite(store, wish, random, call.now)
      const until = new Date(expiresAt).toISOString()
      const short = { code, id: shortId(codeHash(code)), agency: agencyId, unit: unitId, role, scope }
      const link = `${call.config.publicUrl}/#nhipso=${code}`
      const json = { ...short, link, uses, expires: until }
      return ok({ lines: [code, link], json })
    })
  },
}

/** A unit keeps the name that it has until a code gives it another. */
async function nameUnit(
  store: Store,
  agency: string,
  { unit, name }: { readonly unit: string; readonly name: string },
  renames: boolean,
): Promise<void> {
  if (!renames && (await unitsOf(store, agency)).has(unit)) return
  await putUnit(store, { agency_id: agency, unit_id: unit, name_vi: name, name_en: name })
}

/** An agency, a block, or `all`. */
export const isScope = async (scope: string, store: Store, { blocks }: Campaigns): Promise<boolean> =>
  scope === 'all' || blocks.some(b => b.id === scope) || (await findAgency(store, scope)) !== null

const shortId = (hash: string): string => hash.slice(0, CODE_ID_LENGTH)

const codeSummary = (row: CodeRow, now: number) => ({
  id: shortId(row.code_hash),
  agency: row.agency_id,
  role: row.role,
  scope: row.scope,
  usesLeft: row.uses_left,
  expires: new Date(row.expires_at).toISOString(),
  state: state(row, now),
})

const state = (row: CodeRow, now: number): 'valid' | 'revoked' | 'expired' | 'used-up' =>
  row.revoked_at !== null
    ? 'revoked'
    : row.expires_at <= now
      ? 'expired'
      : row.uses_left <= 0
        ? 'used-up'
        : 'valid'

export const codesList: Command = {
  name: 'codes list',
  does: 'lists invitations by their short id; the codes themselves are not kept',
  words: [],
  options: {},
  run: ({ config, now }) =>
    withStore(config, async store => {
      const rows = (await listCodes(store)).map(row => codeSummary(row, now))
      return ok({ lines: rows.map(row => Object.values(row).join('\t')), json: rows })
    }),
}

export const codesRevoke: Command = {
  name: 'codes revoke',
  does: 'withdraws an invitation; who has enrolled with it stays, with --roles as a plain member',
  words: ['CODE|ID'],
  options: {
    roles: flag('who enrolled with it becomes a plain member'),
  },
  run: ({ config, words, now, options }) =>
    withStore(config, async store => {
      const revoked = await revokeCode(store, words[0] ?? '', now)
      const roles = options.roles === true ? await endRoles(store, words[0] ?? '') : 0
      if (revoked + roles === 0) return refused('no such code is in use; see: codes list')
      const lines = [`${revoked} code revoked`, ...(roles ? [`${roles} people are plain members now`] : [])]
      return ok({ lines, json: { revoked, roles } })
    }),
}
