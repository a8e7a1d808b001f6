// Baselines in a process of their own: a Hono that only answers, one that only checks signatures, one that tells bytes.
import { readFileSync } from 'node:fs'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { digestOf } from '../../hub/http/authenticate.ts'
import { KEY_ALGORITHM, readClaim, verifies } from '../../shared/wire/signature.ts'

const [port = '0', keysFile = '', bytesFile = ''] = process.argv.slice(2)
const known: Readonly<Record<string, string>> = JSON.parse(readFileSync(keysFile, 'utf8'))
const bytes = readFileSync(bytesFile)
const keys = new Map<string, CryptoKey>()
for (const [deviceId, publicKey] of Object.entries(known)) {
  const [x = '', y = ''] = publicKey.split('.')
  const jwk = { kty: 'EC', crv: 'P-256', x, y }
  keys.set(deviceId, await crypto.subtle.importKey('jwk', jwk, KEY_ALGORITHM, false, ['verify']))
}

const RECEIPT = { seq: 1, kept: 4, serverTime: 0 }
const app = new Hono()
app.put('/bare', async c => {
  await c.req.arrayBuffer()
  return c.json(RECEIPT)
})
app.put('/api/v1/reports', async c => {
  const body = new Uint8Array(await c.req.arrayBuffer())
  const claim = readClaim(name => c.req.header(name) ?? null)
  const key = claim.ok ? keys.get(claim.value.keyId) : undefined
  if (!claim.ok || !key) return c.json({}, 401)
  const parts = { method: 'PUT', targetUri: c.req.url, body }
  const holds = await verifies(
    claim.value,
    { ...parts, contentDigest: c.req.header('content-digest') ?? null },
    key,
    digestOf,
  )
  return holds ? c.json(RECEIPT) : c.json({}, 401)
})
app.get('/bytes', c => c.body(bytes, 200, { 'content-type': 'application/json; charset=utf-8' }))
const server = createAdaptorServer({ fetch: app.fetch })
server.listen(Number(port), '127.0.0.1', 1024, () => process.send?.('listening'))
process.on('disconnect', () => process.exit(0))
