// Requests that nobody should send, and ones that are nearly right: drawn from the hub's own description.
import fc from 'fast-check'

/** JSON Schema, as far as the hub's description uses it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly pattern?: string
  readonly format?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** Text that breaks what trusts text: NUL, lone surrogates, controls, other alphabets, quotes, paths, length. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'so-noi-vu\u0000',
    '\ud800',
    '\u202e',
    "' or 1=1 --",
    '%',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'null',
    '-1',
    'NaN',
    '1e999',
    'Sở Nội vụ',
    'Sở Nội vụ'.normalize('NFD'),
    '𝒳'.repeat(40),
    'x'.repeat(8000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** The same inside an address: also escapes that are no UTF-8, or no escapes at all. */
export const nastyPiece: fc.Arbitrary<string> = fc.oneof(
  nastyText.map(text => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%00',
    'a%00b',
    '%ff',
    '%E0%A4%A',
    '%c0%af',
    '%2e%2e%2f',
    '%',
    '%%',
    '%zz',
    '%252e',
    ';',
    '+',
  ),
)

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]], { toString: 1 }),
  nastyText,
  fc.jsonValue({ maxDepth: 3 }),
)

/** A value that fits a schema, as far as a schema says it. */
function fitting(schema: Schema, today: string): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(one => fitting(one, today)))
  if (schema.format === 'date')
    return fc.constantFrom(today, `${today.slice(0, 8)}01`, '2026-02-30', '0000-01-01')
  switch (schema.type) {
    case 'object':
      return objectOf(schema, today)
    case 'array':
      return fc.array(fitting(schema.items ?? {}, today), { minLength: schema.minItems ?? 0, maxLength: 4 })
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 2 ** 31, 2 ** 53 - 1) })
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1e6, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return schema.pattern
        ? fc.stringMatching(new RegExp(schema.pattern))
        : fc.string({ maxLength: Math.min(schema.maxLength ?? 20, 20) })
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

const objectOf = ({ properties = {} }: Schema, today: string): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, fitting(one, today)])))

/** A value with one of its parts spoilt: replaced, left out, or joined by a stranger. */
const spoilt = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(value, fc.nat(50), nastyValue, fc.constantFrom('replace', 'leave out', 'add')).map(spoil)

function spoil([value, where, junk, how]: readonly [unknown, number, unknown, string]): unknown {
  if (typeof value !== 'object' || value === null) return junk
  const keys = Object.keys(value)
  const key = keys[where % Math.max(1, keys.length)]
  if (how === 'add' || key === undefined)
    return Array.isArray(value) ? [...value, junk] : { ...value, stranger: junk }
  if (where % 3 === 0)
    return Object.assign(copyOf(value), { [key]: spoil([Reflect.get(value, key), where >> 1, junk, how]) })
  if (how === 'replace') return Object.assign(copyOf(value), { [key]: junk })
  return Array.isArray(value)
    ? value.slice(1)
    : Object.fromEntries(Object.entries(value).filter(([k]) => k !== key))
}

const copyOf = (value: object): object => (Array.isArray(value) ? [...value] : { ...value })

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

/** Bodies that no schema describes. */
const NO_JSON: readonly Uint8Array<ArrayBuffer>[] = [
  bytesOf(''),
  bytesOf('{"seq": 1,'),
  bytesOf('\ufeff{}'),
  bytesOf('{"a":"\u0000"}'),
  new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  new Uint8Array(64 * 1024 + 1),
  bytesOf(`${'['.repeat(30_000)}${']'.repeat(30_000)}`),
  bytesOf(`{"days":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`),
  bytesOf('{"__proto__":{"seq":1},"constructor":null}'),
  bytesOf(`{"seq":${'9'.repeat(400)},"days":[]}`),
]

/** What stands in a body: right, nearly right, or anything. */
export const bodyOf = (schema: Schema | null, today: string): fc.Arbitrary<Uint8Array<ArrayBuffer>> => {
  const right = schema ? fitting(schema, today) : fc.jsonValue({ maxDepth: 2 })
  return fc.oneof(
    { weight: 3, arbitrary: right.map(value => bytesOf(JSON.stringify(value))) },
    { weight: 4, arbitrary: spoilt(right).map(value => bytesOf(JSON.stringify(value) ?? '')) },
    { weight: 1, arbitrary: fc.constantFrom(...NO_JSON) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map(bytes => new Uint8Array(bytes)) },
  )
}
