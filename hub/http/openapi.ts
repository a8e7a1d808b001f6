// Routes → OpenAPI 3.1, from the very schemas that guard the doors.
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { type Agreement, dayKey, weekKey } from '../../shared/wire/parse.ts'
import { parseProblem, problemType, REASONS, type Reason } from '../../shared/wire/problem.ts'
import { statusOf } from './problem.ts'
import type { Audience, Route } from './route.ts'
import type { ParameterDocs, RouteDocs } from './route-docs.ts'

type Json = Readonly<Record<string, unknown>>

/** Reasons that any door may give. */
const ANYWHERE: readonly Reason[] = ['host-unknown', 'invalid', 'busy', 'store-unavailable', 'internal']
const OF_BODIES: readonly Reason[] = ['body-too-large', 'not-json', 'invalid']
const OF_SIGNATURES: readonly Reason[] = [
  'body-too-large',
  'signature-missing',
  'signature-invalid',
  'device-unknown',
  'clock-off',
]

const SIGNATURE_HEADERS = ['signature-input', 'signature', 'content-digest'] as const
const HEADER_TEXTS: Readonly<Record<(typeof SIGNATURE_HEADERS)[number], string>> = {
  'signature-input':
    'RFC 9421: nhipso=("@method" "@target-uri" "content-digest");created=SECONDS;keyid="DEVICE";tag="nhipso"',
  signature: 'RFC 9421: nhipso=:…:, ECDSA P-256 with SHA-256 over the signature base, 64 bytes in base64',
  'content-digest': 'RFC 9530: sha-256=:…: of the body, also of an empty one',
}

/** The whole description. @param hub PUBLIC_URL */
export function openapiOf(routes: readonly Route[], hub: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = pathOf(route.path)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nhịp Số',
      version: '1',
      description:
        'Released scores are public. Devices sign their requests (RFC 9421). Every refusal is an RFC 9457 problem with a stable type. Any other method at a path is refused as method-not-allowed.',
    },
    servers: [{ url: hub }],
    paths,
    components: {
      schemas: schemasOf(routes),
      parameters: Object.fromEntries(SIGNATURE_HEADERS.map(name => [name, headerOf(name)])),
      securitySchemes: {
        device: { type: 'apiKey', in: 'header', name: 'signature', description: HEADER_TEXTS.signature },
      },
    },
  }
}

/** A Hono pattern → a path template: `/badge/:file{.+}` is `/badge/{file}`. */
export const pathOf = (pattern: string): string =>
  pattern.replace(/:([A-Za-z]+)(?:\{(?:[^{}]|\{[^}]*\})*\})?/g, '{$1}')

function operationOf({ path, audience, docs }: Route): Json {
  const { params = {}, query = {} } = docs
  return {
    summary: docs.summary,
    tags: [audience],
    parameters: [
      ...[...pathOf(path).matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
        parameter('path', name, params[name]),
      ),
      ...Object.entries(query).map(([name, told]) => parameter('query', name, told)),
      ...(docs.signed ? SIGNATURE_HEADERS.map(name => ({ $ref: `#/components/parameters/${name}` })) : []),
    ],
    ...(docs.signed ? { security: [{ device: [] }] } : {}),
    ...(docs.body
      ? { requestBody: { required: true, content: content(['application/json'], docs.body) } }
      : {}),
    responses: { ...answersOf(docs), ...refusalsOf(docs, audience) },
  }
}

const parameter = (
  where: 'path' | 'query',
  name: string,
  told: ParameterDocs = { description: name },
): Json => ({
  name,
  in: where,
  description: told.description,
  required: where === 'path' || told.required === true,
  schema: { type: 'string', ...(told.oneOf ? { enum: told.oneOf } : {}) },
})

const headerOf = (name: (typeof SIGNATURE_HEADERS)[number]): Json => ({
  name,
  in: 'header',
  description: HEADER_TEXTS[name],
  required: true,
  schema: { type: 'string' },
})

function answersOf({ response }: RouteDocs): Json {
  const { status, types, schema, tagged } = response
  const body = types.length > 0 ? { content: content(types, schema) } : {}
  return {
    [status]: { description: types.length > 0 ? `${types.join(', ')}` : 'done; no body', ...body },
    ...(tagged ? { 304: { description: 'what If-None-Match names is still the newest' } } : {}),
  }
}

const content = (types: readonly string[], schema: Agreement<unknown> | null): Json =>
  Object.fromEntries(types.map(type => [type, { schema: type.endsWith('json') ? jsonOf(schema) : TEXT }]))

const TEXT: Json = { type: 'string' }
const jsonOf = (schema: Agreement<unknown> | null): Json =>
  schema ? { $ref: refOf(schema) } : { type: 'object' }

function refusalsOf({ signed, body, problems = [] }: RouteDocs, audience: Audience): Json {
  const all = new Set<Reason>([
    ...problems,
    ...(body ? OF_BODIES : []),
    ...(signed ? OF_SIGNATURES : []),
    ...(audience === 'device' ? (['too-many-requests'] as const) : []),
    ...ANYWHERE,
  ])
  const statuses = new Set([...all].map(statusOf).sort((a, b) => a - b))
  return Object.fromEntries(
    [...statuses].map(status => [status, refusal([...all].filter(why => statusOf(why) === status))]),
  )
}

const refusal = (reasons: readonly Reason[]): Json => ({
  description: reasons.join(', '),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: refOf(parseProblem) }],
        properties: { type: { enum: reasons.map(problemType) } },
      },
    },
  },
})

/** `campaign bundle` → CampaignBundle. */
const nameOf = ({ called }: Agreement<unknown>): string =>
  called.replace(/(?:^|\s)(\w)/g, (_, letter: string) => letter.toUpperCase())

const refOf = (agreement: Agreement<unknown>): string => `#/components/schemas/${nameOf(agreement)}`

function schemasOf(routes: readonly Route[]): Json {
  const all = routes.flatMap(({ docs }) => [docs.body, docs.response.schema]).filter(one => !!one)
  const written = all.map(one => [nameOf(one), schemaOf(one)] as const)
  const problem = schemaOf(parseProblem)
  const types = { type: 'string', enum: REASONS.map(problemType) }
  return Object.fromEntries([
    ...written.sort(([a], [b]) => (a < b ? -1 : 1)),
    [nameOf(parseProblem), { ...problem, properties: { ...problem.properties, type: types } }],
  ])
}

/** What a schema checks by a function (days that exist, sums) is not in it: the door still checks that. */
function schemaOf({ schema }: Agreement<unknown>): JsonSchema {
  const { $schema: _, ...written } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema === dayKey
        ? { type: 'string', format: 'date' }
        : valibotSchema === weekKey
          ? { type: 'string', pattern: '^\\d{4}-W\\d{2}$' }
          : undefined,
  })
  return written
}
