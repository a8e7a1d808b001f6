// A code and a public key → an enrolled browser; and codes of both kinds.
import { type Fail, fail, ok, type Result } from '../../shared/core/result.ts'
import type { Enrolment, EnrolmentRequest, Role } from '../../shared/wire/enrolment.ts'
import type { Reason } from '../../shared/wire/problem.ts'
import { newCode, newId, type Random } from '../random.ts'
import { addCode, codeByHash, codeHash, useCode } from '../store/codes.ts'
import { addDevice, addMember, deviceByKey, type KnownDevice, memberById } from '../store/members.ts'
import type { CodeRow, DeviceRow, MemberRow, Store, Trx } from '../store/schema.ts'
import { inTransaction } from '../store/transaction.ts'

/** What an invitation gives to whoever holds it. */
export interface Invitation {
  readonly agencyId: string
  readonly role: Role
  /** Agency id, block id or `all`. */
  readonly scope: string
  readonly unitId: string | null
  readonly uses: number
  /** Epoch ms. */
  readonly expiresAt: number
}

/** Makes an invitation; returns the code as it is printed. It is not kept and cannot be shown again. */
export async function invite(
  store: Store,
  invitation: Invitation,
  random: Random,
  now: number,
): Promise<string> {
  const code = newCode(random)
  await addCode(store, {
    agency_id: invitation.agencyId,
    code_hash: codeHash(code),
    kind: 'invite',
    role: invitation.role,
    scope: invitation.scope,
    unit_id: invitation.unitId,
    member_id: null,
    uses_left: invitation.uses,
    uses: invitation.uses,
    created_at: now,
    expires_at: invitation.expiresAt,
    revoked_at: null,
  })
  return code
}

/** A link code is for the person at the other browser, now. */
export const LINK_TTL_MS = 10 * 60_000

/** A code with which the same person enrols a second browser. */
export async function link(store: Store, device: KnownDevice, random: Random, now: number): Promise<string> {
  const code = newCode(random)
  await addCode(store, {
    agency_id: device.agencyId,
    code_hash: codeHash(code),
    kind: 'link',
    role: device.role,
    scope: device.scope,
    unit_id: null,
    member_id: device.memberId,
    uses_left: 1,
    uses: 1,
    created_at: now,
    expires_at: now + LINK_TTL_MS,
    revoked_at: null,
  })
  return code
}

/**
 * Enrols a browser. The code is spent in the same transaction, so that it never counts twice. The same key
 * with the same code is the same browser whose answer was lost: it gets that answer again, and no use is spent.
 */
export const enrol = (
  store: Store,
  { code, publicKey, consent, withoutUnit }: EnrolmentRequest,
  random: Random,
  now: number,
): Promise<Result<Enrolment, Reason>> =>
  inTransaction(store, async step => {
    const hash = codeHash(code)
    const key = `${publicKey.x}.${publicKey.y}`
    const there = await deviceByKey(step, key)
    if (there?.code_hash === hash && there.revoked_at === null) return ok(await enrolmentOf(step, there))
    const row = await codeByHash(step, hash)
    const refused = row ? codeFault(row, now) : unknownCode()
    if (!row || refused) return refused ?? unknownCode()
    if (there) {
      return fail<Reason>('key-in-use', 'this browser is enrolled already; it needs no other code')
    }
    const member = await memberOf(step, withoutUnit ? { ...row, unit_id: null } : row, random, now)
    if (!member) return unknownCode()
    await useCode(step, row)
    const device: DeviceRow = {
      agency_id: row.agency_id,
      device_id: newId(random),
      member_id: member.member_id,
      public_key: key,
      enrolled_at: now,
      consent_version: consent.version,
      consent_at: consent.at,
      last_report_at: null,
      code_hash: hash,
      revoked_at: null,
    }
    await addDevice(step, device)
    return ok(enrolment(device, member))
  })

function enrolment({ device_id: deviceId, agency_id: agencyId }: DeviceRow, member: MemberRow): Enrolment {
  const unit = member.unit_id === null ? {} : { unitId: member.unit_id }
  return { deviceId, agencyId, ...unit, role: member.role }
}

async function enrolmentOf(step: Trx, device: DeviceRow): Promise<Enrolment> {
  const member = await memberById(step, device.agency_id, device.member_id)
  if (!member) throw new Error('a device without its member') // the foreign key forbids it
  return enrolment(device, member)
}

const unknownCode = (): Fail<Reason> =>
  fail<Reason>('code-unknown', 'no such code; compare it with the invitation, letter by letter')

function codeFault(row: CodeRow, now: number): Fail<Reason> | null {
  if (row.revoked_at !== null)
    return fail<Reason>('code-expired', 'this code was withdrawn; ask for a new one')
  if (row.expires_at <= now) {
    return fail<Reason>(
      'code-expired',
      `this code was valid until ${new Date(row.expires_at).toISOString()}; ask for a new one`,
    )
  }
  if (row.uses_left <= 0) return fail<Reason>('code-used-up', 'this code has been used up; ask for a new one')
  return null
}

/** An invitation makes a new person, a link finds the one that it belongs to. */
async function memberOf(
  step: Trx,
  row: CodeRow,
  random: Random,
  now: number,
): Promise<MemberRow | undefined> {
  if (row.member_id !== null) return memberById(step, row.agency_id, row.member_id)
  const member: MemberRow = {
    agency_id: row.agency_id,
    member_id: newId(random),
    unit_id: row.unit_id,
    role: row.role,
    scope: row.scope,
    enrolled_at: now,
  }
  await addMember(step, member)
  return member
}
