// Stands where the extension stands: a simulated device that enrols and sends really signed reports.

import { fail, ok, type Result } from '../../shared/core/result.ts'
import type { Millis } from '../../shared/core/time.ts'
import { type Enrolment, type PublicKey, parseEnrolment } from '../../shared/wire/enrolment.ts'
import type { Parse } from '../../shared/wire/parse.ts'
import { parseProblem, type Reason, reasonOf } from '../../shared/wire/problem.ts'
import { parseReceipt, type Receipt, type Report } from '../../shared/wire/report.ts'
import { routes } from '../../shared/wire/routes.ts'
import { KEY_ALGORITHM, signatureHeaders } from '../../shared/wire/signature.ts'

/** How a device reaches its hub: over the network, or straight into the hub's own `fetch`. */
export interface HubConnection {
  /** PUBLIC_URL of the hub: what is signed. */
  readonly hub: string
  readonly post: (request: Request) => Promise<Response>
  /** The device's clock. */
  readonly now: () => Millis
}

/** A key pair as it is kept: the private half too, so simulated devices alone may have one. */
export interface DeviceKey extends PublicKey {
  readonly d: string
}

export interface Device {
  readonly deviceId: string
  readonly agencyId: string
  readonly key: CryptoKey
}

/** Why the hub did not take it: its own reason, or no usable answer at all. */
export type Refusal = Reason | 'offline'

/** Version of the consent text that a simulated person agrees to. */
const CONSENT_VERSION = '2026-11'

/** A new P-256 signing key as a private JWK, as the extension makes one. */
export async function newDeviceKey(): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify'])
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  return { kty: 'EC', crv: 'P-256', x, y, d }
}

/** The signing half of a kept key. */
export const signingKey = (key: DeviceKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', { ...key }, KEY_ALGORITHM, false, ['sign'])

/** Joins with a code: the same route that a person's extension takes. */
export function enrol(
  line: HubConnection,
  code: string,
  key: DeviceKey,
  withoutUnit?: true,
): Promise<Result<Enrolment, Refusal>> {
  const { kty, crv, x, y } = key
  const consent = { version: CONSENT_VERSION, at: line.now() }
  const body = JSON.stringify({ code, publicKey: { kty, crv, x, y }, consent, withoutUnit })
  const headers = { 'content-type': 'application/json' }
  return answer(
    line,
    new Request(routes(line.hub).enrolments(), { method: 'POST', headers, body }),
    parseEnrolment,
  )
}

/** Sends cumulative day totals, signed. */
export async function sendReport(
  line: HubConnection,
  device: Device,
  report: Report,
): Promise<Result<Receipt, Refusal>> {
  const targetUri = routes(line.hub).reports()
  const body = new TextEncoder().encode(JSON.stringify(report))
  const proof = await signatureHeaders(
    { method: 'PUT', targetUri, body },
    device.key,
    device.deviceId,
    line.now(),
  )
  const headers = { 'content-type': 'application/json', ...proof }
  return answer(line, new Request(targetUri, { method: 'PUT', headers, body }), parseReceipt)
}

/** Erases the person behind the device, and everything of theirs. */
export async function leave(line: HubConnection, device: Device): Promise<boolean> {
  const targetUri = routes(line.hub).me()
  const nothing = { method: 'DELETE', targetUri, body: new Uint8Array() }
  const headers = await signatureHeaders(nothing, device.key, device.deviceId, line.now())
  try {
    return (await line.post(new Request(targetUri, { method: 'DELETE', headers }))).ok
  } catch {
    return false
  }
}

async function answer<T>(
  line: HubConnection,
  request: Request,
  parse: Parse<T>,
): Promise<Result<T, Refusal>> {
  try {
    const response = await line.post(request)
    const said: unknown = await response.json()
    if (!response.ok) return refusal(said, response.status)
    const read = parse(said)
    return read.ok ? ok(read.value) : fail('offline', `the hub answered something else: ${read.detail}`)
  } catch (error) {
    return fail('offline', error instanceof Error ? error.message : String(error))
  }
}

function refusal(said: unknown, status: number): Result<never, Refusal> {
  const problem = parseProblem(said)
  const reason = problem.ok ? reasonOf(problem.value.type) : null
  const detail = problem.ok ? (problem.value.detail ?? problem.value.title) : `status ${status}`
  return fail(reason ?? 'offline', detail)
}
