// The request-signing profile, both ends: RFC 9421, ECDSA P-256, over method, target URI and body digest.
import { fail, ok, type Result } from '../core/result.ts'

/** A request is refused when its `created` is further than this from the hub's clock. */
export const MAX_CLOCK_DIFFERENCE_MS = 5 * 60_000

const TAG = 'nhipso'
const LABEL = 'nhipso'
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const
export const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const COMPONENTS = '("@method" "@target-uri" "content-digest")'

/** What is signed: nothing of it names a person. */
export interface SignedParts {
  readonly method: string
  /** The whole address as the hub's PUBLIC_URL says it. */
  readonly targetUri: string
  readonly body: Uint8Array
}

/** The same as they came in. */
export interface ReceivedParts extends SignedParts {
  /** The `Content-Digest` header, as the sender wrote it. */
  readonly contentDigest: string | null
}

/** RFC 9421 §2.5: one line a component, then the parameters. */
export const signatureBase = (
  components: readonly (readonly [name: string, value: string])[],
  params: string,
): string =>
  [...components.map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${params}`].join('\n')

/** The three headers that prove who sent a request. `at` is epoch ms. */
export async function signatureHeaders(
  parts: SignedParts,
  key: CryptoKey,
  keyId: string,
  at: number,
): Promise<Readonly<Record<'content-digest' | 'signature-input' | 'signature', string>>> {
  const digest = await contentDigest(parts.body)
  const params = `${COMPONENTS};created=${Math.floor(at / 1000)};keyid="${keyId}";tag="${TAG}"`
  const signed = await crypto.subtle.sign(ALGORITHM, key, baseOf(parts, digest, params))
  return {
    'content-digest': digest,
    'signature-input': `${LABEL}=${params}`,
    signature: `${LABEL}=:${toBase64(new Uint8Array(signed))}:`,
  }
}

/** What a request claims about itself, before anything is proven. */
export interface SignatureClaim {
  readonly keyId: string
  /** Epoch ms, whole seconds. */
  readonly createdAt: number
  readonly params: string
  readonly signature: Uint8Array<ArrayBuffer>
}

const INPUT = new RegExp(
  `^${LABEL}=(${COMPONENTS.replace(/[()]/g, '\\$&')};created=(\\d{1,12});keyid="([A-Za-z0-9-]{1,64})";tag="${TAG}")$`,
)
const SIGNATURE = new RegExp(`^${LABEL}=:([A-Za-z0-9+/]{86}==):$`)

/** Reads the headers; only this profile's exact form is accepted. */
export function readClaim(
  header: (name: string) => string | null,
): Result<SignatureClaim, 'missing' | 'malformed'> {
  const input = header('signature-input')
  const signature = header('signature')
  if (!input || !signature) return fail('missing', 'the request carries no Signature-Input and Signature')
  const [, params, created, keyId] = INPUT.exec(input) ?? []
  const [, encoded] = SIGNATURE.exec(signature) ?? []
  if (!params || !created || !keyId || !encoded) {
    return fail(
      'malformed',
      `the signature is not of the form ${LABEL}=${COMPONENTS};created=…;keyid="…";tag="${TAG}"`,
    )
  }
  return ok({ keyId, createdAt: Number(created) * 1000, params, signature: fromBase64(encoded) })
}

/**
 * Does the claim hold for these parts under this key? The clock is the caller's to check.
 * @param digestOf where a runtime has a faster way to it: the `Content-Digest` of a body
 */
export async function verifies(
  claim: SignatureClaim,
  parts: ReceivedParts,
  key: CryptoKey,
  digestOf: (body: Uint8Array) => string | Promise<string> = contentDigest,
): Promise<boolean> {
  const digest = await digestOf(parts.body)
  if (parts.contentDigest !== digest) return false
  return crypto.subtle.verify(ALGORITHM, key, claim.signature, baseOf(parts, digest, claim.params))
}

const baseOf = (parts: SignedParts, digest: string, params: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    signatureBase(
      [
        ['@method', parts.method.toUpperCase()],
        ['@target-uri', parts.targetUri],
        ['content-digest', digest],
      ],
      params,
    ),
  )

/** RFC 9530: `sha-256=:…:`. */
const contentDigest = async (body: Uint8Array): Promise<string> =>
  `sha-256=:${toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', body.slice())))}:`

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i)
  return bytes
}
