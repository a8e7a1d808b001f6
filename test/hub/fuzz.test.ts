// The hub under requests drawn from its own description: it never breaks, and what it answers is what it promised.
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTES } from '../../hub/app.ts'
import { openapiOf, pathOf } from '../../hub/http/openapi.ts'
import { LIMITS } from '../../hub/http/rate-limits.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { dayOf } from '../../shared/core/day.ts'
import { reasonOf } from '../../shared/wire/problem.ts'
import { signatureHeaders } from '../../shared/wire/signature.ts'
import { HUB, type TryHub, tryHub } from '../fixtures/hub.ts'
import { bodyOf, nastyPiece, nastyText, type Schema } from './junk.ts'

const RUNS = 60

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: { readonly enum?: readonly string[] }
}
interface Operation {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

// through JSON: exactly what a program would be given
const told: Description = JSON.parse(JSON.stringify(openapiOf(ROUTES, HUB)))
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(told, 'hub')

const pointer = (...keys: readonly string[]): string =>
  `hub#/${keys.map(key => encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/')}`

let hub: TryHub
let people: Readonly<Record<'member' | 'manager', Device>>
const { device, address, wrongCodes } = LIMITS
const NO_LIMITS = {
  ...LIMITS,
  device: { ...device, points: 1e9 },
  address: { ...address, points: 1e9 },
  wrongCodes: { ...wrongCodes, points: 1e9 },
}
beforeAll(async () => {
  const render = () => '<!doctype html><title>page</title>'
  hub = await tryHub({ render, widgets: { version: '0.1.0', body: 'customElements' }, limits: NO_LIMITS })
  const manager = await hub.person('so-noi-vu', { role: 'manager', scope: 'all' })
  people = { member: await hub.person('so-noi-vu'), manager }
  await released()
})
afterAll(() => hub.close())

/** A week with a score, so that there is something to be told. */
async function released(): Promise<void> {
  const team = await Promise.all(Array.from({ length: 11 }, () => hub.person('so-noi-vu')))
  await Promise.all(
    team.map(one => hub.report(one, [{ day: dayOf(hub.clock.now), platform: 'vbdh', seconds: 900 }])),
  )
  hub.clock.now += 7 * 86_400_000
  await hub.tick()
}

/** Values that mean something to this hub, by the name of the parameter. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  agency: ['so-noi-vu', 'xa-chua-khai', 'so-y-te'],
  id: ['thu', 'so-noi-vu'],
  campaign: ['thu'],
  block: ['xa', 'so-ban-nganh'],
  file: ['so-noi-vu.svg', 'so-noi-vu.png', 'scoreboard.png'],
  week: ['2026-W45', '2026-W99', '2026-W46'],
  url: [`${HUB}/agency/so-noi-vu`, `${HUB}/`, `${HUB}/embed/board?lang=en`],
  maxwidth: ['100', '-5', '0', '1e9'],
  maxheight: ['100', '-5', '0', '0.1'],
}

const wordOf = ({ name, schema }: Parameter): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...(schema.enum ?? KNOWN[name] ?? ['x'])).map(encodeURIComponent),
    },
    { weight: 2, arbitrary: nastyPiece },
  )

/** A path and query as they would stand in the first line of a request. */
const targetOf = (path: string, parameters: readonly Parameter[]): fc.Arbitrary<string> => {
  const pieces = parameters.filter(one => one.in === 'path')
  const query = parameters.filter(one => one.in === 'query')
  return fc
    .tuple(
      fc.tuple(...pieces.map(wordOf)),
      fc.tuple(...query.map(one => fc.option(wordOf(one)))),
      fc.option(nastyPiece, { freq: 8 }),
    )
    .map(([filled, asked, stranger]) => {
      const at = pieces.reduce((text, one, i) => text.replace(`{${one.name}}`, () => filled[i] ?? ''), path)
      const pairs = query.flatMap((one, i) => (asked[i] == null ? [] : [`${one.name}=${asked[i]}`]))
      if (stranger !== null) pairs.push(stranger)
      return pairs.length > 0 ? `${at}?${pairs.join('&')}` : at
    })
}

const HEADERS = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'text/plain',
      'multipart/form-data',
      '',
      'a/b;charset=x',
    ),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"', ','),
    'last-event-id': fc.constantFrom('0', '99999999999999999999', '-1', 'x'),
    origin: fc.constantFrom('null', 'chrome-extension://abc', 'https://example.test', 'x'),
    'accept-encoding': fc.constantFrom('gzip', '*', ''),
    host: fc.constantFrom('elsewhere.test', '127.0.0.1'),
    signature: fc.constantFrom('nhipso=:AAAA:', 'x', 'nhipso=::'),
    'signature-input': fc.constantFrom('nhipso=()', 'x', 'sig1=("@method");created=1'),
  },
  { requiredKeys: [] },
)

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'OPTIONS', 'BREW']

interface Wish {
  readonly method: string
  readonly target: string
  readonly headers: Record<string, string>
  readonly body: Uint8Array<ArrayBuffer>
  readonly signer: 'member' | 'manager' | 'nobody'
}

const wishOf = (path: string, method: string, { parameters, requestBody }: Operation): fc.Arbitrary<Wish> => {
  const own = parameters.filter(one => 'in' in one)
  const schema = requestBody ? schemaOf(path, method) : null
  return fc.record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(method.toUpperCase()) },
      { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
    ),
    target: targetOf(path, own),
    headers: HEADERS,
    body: bodyOf(schema, dayOf(hub?.clock.now ?? 0)),
    signer: fc.constantFrom('member', 'manager', 'nobody'),
  })
}

const schemaOf = (path: string, method: string): Schema => {
  const [name] =
    /[^/]+$/.exec(JSON.stringify(told.paths[path]?.[method]?.requestBody).replace(/["}]/g, '')) ?? []
  return told.components.schemas[name ?? ''] ?? {}
}

async function send({ method, target, headers, body, signer }: Wish): Promise<Response> {
  const url = new URL(`${HUB}${target}`)
  const bodiless = method === 'GET' || method === 'HEAD'
  const bytes = bodiless ? new Uint8Array() : body
  const all = new Headers(headers)
  if (signer !== 'nobody') {
    // whoever erases themselves is somebody new each time
    const who = method === 'DELETE' ? await hub.person('so-y-te') : people[signer]
    const parts = { method, targetUri: `${HUB}${url.pathname}${url.search}`, body: bytes }
    const proof = await signatureHeaders(parts, who.key, who.deviceId, hub.clock.now)
    for (const [name, value] of Object.entries(proof)) all.set(name, value)
  }
  return hub.pass(new Request(url, { method, headers: all, ...(bodiless ? {} : { body: bytes }) }))
}

/** Says what is wrong with an answer; null: nothing. */
async function fault(response: Response, wish: Wish, path: string, method: string): Promise<string | null> {
  const { status } = response
  const type = response.headers.get('content-type')?.replace(/;.*/, '') ?? ''
  if (type === 'text/event-stream') {
    await response.body?.cancel()
    return null
  }
  const text = await response.text()
  // 501 is a promise: a format that is not given (oEmbed).
  if (status >= 500 && status !== 501) return `${status}: ${text}`
  if (wish.method === 'HEAD' || status === 204 || status === 304) return text === '' ? null : 'a body'
  if (status >= 400) {
    if (type !== 'application/problem+json') return `${status} as ${type}`
    const why = reasonOf(JSON.parse(text).type)
    if (!why) return `an unknown type: ${text}`
    // another route, or none, may have been meant by what was written into the path
    if (why === 'method-not-allowed' || why === 'not-found') return null
  }
  if (wish.method !== method.toUpperCase()) return null
  const promised = told.paths[path]?.[method]?.responses[status]
  if (!promised) return `${status} is not in the description: ${text.slice(0, 300)}`
  if (!promised.content) return text === '' ? null : 'a body'
  if (!promised.content[type]) return `${status} as ${type}, promised were ${Object.keys(promised.content)}`
  if (!type.endsWith('json')) return null
  const fits = ajv.compile({
    $ref: pointer('paths', path, method, 'responses', String(status), 'content', type, 'schema'),
  })
  return fits(JSON.parse(text)) ? null : `${ajv.errorsText(fits.errors)}: ${text.slice(0, 300)}`
}

const ALL = Object.entries(told.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, path, method, operation] as const,
  ),
)

describe('under anything that can be asked of it, the hub neither breaks nor says what it did not promise', () => {
  it.each(ALL)('%s', async (_, path, method, operation) => {
    await fc.assert(
      fc.asyncProperty(wishOf(path, method, operation), async wish => {
        expect(await fault(await send(wish), wish, path, method)).toBeNull()
      }),
      { numRuns: RUNS },
    )
  })

  it('an address that nobody gave', async () => {
    const nowhere = fc.array(fc.oneof(nastyPiece, fc.constantFrom('api', 'v1', 'embed', 'badge', 'w', '1')), {
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(nowhere, fc.constantFrom(...METHODS), nastyText, async (pieces, method, text) => {
        const body = new TextEncoder().encode(text)
        const wish: Wish = { method, target: `/${pieces.join('/')}`, headers: {}, body, signer: 'nobody' }
        expect(await fault(await send(wish), wish, 'none', 'none')).toBeNull()
      }),
      { numRuns: 4 * RUNS },
    )
  })
})

describe('the description', () => {
  it('was read for every route', () => {
    expect(ALL.map(([name]) => name).sort()).toEqual(ROUTES.map(r => `${r.method} ${pathOf(r.path)}`).sort())
  })
})
