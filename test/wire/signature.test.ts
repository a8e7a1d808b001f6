import { beforeAll, describe, expect, it } from 'vitest'
import {
  KEY_ALGORITHM,
  readClaim,
  signatureBase,
  signatureHeaders,
  verifies,
} from '../../shared/wire/signature.ts'

describe('the signature base', () => {
  // RFC 9421, B.1.3 and B.2.4: the RFC's own key, message and signature
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: 'qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA',
    y: 'Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0',
  }
  const params =
    '("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"'
  const digest =
    'sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:'
  const signature = 'wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw=='

  const check = async (status: string) => {
    const key = await crypto.subtle.importKey('jwk', jwk, KEY_ALGORITHM, false, ['verify'])
    const base = signatureBase(
      [
        ['@status', status],
        ['content-type', 'application/json'],
        ['content-digest', digest],
        ['content-length', '23'],
      ],
      params,
    )
    return crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      Uint8Array.from(atob(signature), c => c.charCodeAt(0)),
      new TextEncoder().encode(base),
    )
  }

  it('verifies the RFC’s own ECDSA P-256 example', async () => expect(await check('200')).toBe(true))
  it('refuses it when one component differs', async () => expect(await check('201')).toBe(false))
})

describe('a signed request', () => {
  const parts = {
    method: 'PUT',
    targetUri: 'https://hub.example/api/v1/reports',
    body: new TextEncoder().encode('{"seq":1}'),
  }
  let keys: CryptoKeyPair
  beforeAll(async () => {
    keys = await crypto.subtle.generateKey(KEY_ALGORITHM, false, ['sign', 'verify'])
  })

  const sign = () =>
    signatureHeaders(parts, keys.privateKey, '0b0e5b0e-0000-4000-8000-000000000000', 1_763_900_000_123)
  const claimOf = (headers: Record<string, string>) => readClaim(name => headers[name] ?? null)
  const received = (headers: { readonly 'content-digest': string }) => ({
    ...parts,
    contentDigest: headers['content-digest'],
  })

  it('verifies, and tells who and when', async () => {
    const headers = await sign()
    const claim = claimOf(headers)
    expect(claim).toMatchObject({
      ok: true,
      value: { keyId: '0b0e5b0e-0000-4000-8000-000000000000', createdAt: 1_763_900_000_000 },
    })
    expect(claim.ok && (await verifies(claim.value, received(headers), keys.publicKey))).toBe(true)
  })

  it.each([
    ['another body', { body: new TextEncoder().encode('{"seq":2}') }],
    ['another method', { method: 'DELETE' }],
    ['another address', { targetUri: 'https://hub.example/api/v1/me' }],
  ])('does not verify for %s', async (_, changed) => {
    const headers = await sign()
    const claim = claimOf(headers)
    expect(
      claim.ok && (await verifies(claim.value, { ...received(headers), ...changed }, keys.publicKey)),
    ).toBe(false)
  })

  it('does not verify when its time was changed', async () => {
    const headers = await sign()
    const claim = claimOf({
      ...headers,
      'signature-input': headers['signature-input'].replace('created=1763900000', 'created=1763900001'),
    })
    expect(claim.ok && (await verifies(claim.value, received(headers), keys.publicKey))).toBe(false)
  })

  it('is refused when headers are missing or of another form', async () => {
    const headers = await sign()
    expect(claimOf({})).toMatchObject({ ok: false, why: 'missing' })
    expect(
      claimOf({ ...headers, 'signature-input': 'nhipso=("@method");created=1;keyid="a";tag="nhipso"' }),
    ).toMatchObject({
      ok: false,
      why: 'malformed',
    })
    expect(claimOf({ ...headers, signature: 'nhipso=:AAAA:' })).toMatchObject({ ok: false, why: 'malformed' })
  })
})
