// Extension → hub: joining with a code, and adding a second browser of the same person.
import * as v from 'valibot'
import { instant, parser, slug, text } from './parse.ts'

/** What a person agreed to: kept as proof (Luật 91/2025/QH15). */
const consent = v.strictObject({
  /** Version of the consent text that was shown, `2026-11`. */
  version: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(?:\.\d+)?$/, 'must be YYYY-MM, or YYYY-MM.N')),
  /** When the person ticked it, epoch ms by their clock. */
  at: instant,
})
export type Consent = v.InferOutput<typeof consent>

const base64url32 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url'))

/** The public half of the device's key. Private members are refused, not ignored: they must never travel. */
const publicKey = v.strictObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: base64url32,
  y: base64url32,
})
export type PublicKey = v.InferOutput<typeof publicKey>

/** A code as printed, `K7QM-3XPA-9TDW`: Crockford's alphabet, without I, L, O and U; case and hyphens are free. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A typed code → its canonical form: capitals, no hyphens or blanks, I and L read as 1, O as 0. */
export const canonicalCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')

const code = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(canonicalCode),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/, 'must be 12 letters and digits, as printed on the invitation'),
)

const enrolmentRequest = v.strictObject({
  code,
  publicKey,
  consent,
  /** The person does not want to be counted in the unit (phòng, ban) that the code may name. */
  withoutUnit: v.optional(v.literal(true)),
})
export type EnrolmentRequest = v.InferOutput<typeof enrolmentRequest>
export const parseEnrolmentRequest = parser('enrolment', enrolmentRequest)

/** `PUT /api/v1/me/key`: the key with which this browser signs from now on. */
const keyChange = v.strictObject({ publicKey })
export const parseKeyChange = parser('key', keyChange)

export const ROLES = ['member', 'manager', 'auditor'] as const
export type Role = (typeof ROLES)[number]

export const deviceId = v.pipe(v.string(), v.uuid())

const enrolment = v.object({
  /** Also the `keyid` of every signature. */
  deviceId,
  agencyId: slug,
  unitId: v.optional(slug),
  role: v.picklist(ROLES),
})
export type Enrolment = v.InferOutput<typeof enrolment>
export const parseEnrolment = parser('enrolment answer', enrolment)

/** `POST /api/v1/links`: a code with which the same person adds a second browser. */
const link = v.object({ code: text(20), expiresAt: instant })
export type Link = v.InferOutput<typeof link>
export const parseLink = parser('link', link)
