// The description of the hub: whole, valid, and told by the hub itself.
import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROUTES } from '../../hub/app.ts'
import { pathOf } from '../../hub/http/openapi.ts'
import { problemType, REASONS } from '../../shared/wire/problem.ts'
import { HUB, tryHub } from '../fixtures/hub.ts'

interface Description {
  readonly openapi: string
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, { properties: Record<string, object> }>> }
}
interface Operation {
  readonly parameters: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[]
  readonly security?: readonly object[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>
}

let told: Description
beforeAll(async () => {
  const hub = await tryHub()
  told = await (await hub.fetch('/openapi.json')).json()
  await hub.close()
})

const operations = () =>
  Object.entries(told.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('/openapi.json', () => {
  it('is valid OpenAPI 3.1, at the hub’s own address', async () => {
    expect(told.openapi).toMatch(/^3\.1\./)
    expect(told.servers).toEqual([{ url: HUB }])
    expect(await new Validator().validate(structuredClone({ ...told }))).toEqual({ valid: true })
  })

  it('tells every route of the hub, and none that is not there', () => {
    const written = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(written.sort()).toEqual(ROUTES.map(route => `${route.method} ${pathOf(route.path)}`).sort())
    expect(written).toContain('GET /openapi.json')
  })

  it('names every piece of a path', () => {
    for (const { path, operation } of operations()) {
      const pieces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(operation.parameters.filter(one => one.in === 'path').map(one => one.name)).toEqual(pieces)
    }
  })

  it('asks for the three signature headers where a device must prove itself', () => {
    const signed = operations().filter(({ operation }) => operation.security)
    expect(signed.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(
      ROUTES.filter(route => route.audience === 'device' && route.path !== '/api/v1/enrolments')
        .map(route => `${route.method.toLowerCase()} ${pathOf(route.path)}`)
        .sort(),
    )
    for (const { operation } of signed) {
      expect(operation.parameters.flatMap(one => one.$ref ?? [])).toEqual(
        ['signature-input', 'signature', 'content-digest'].map(name => `#/components/parameters/${name}`),
      )
    }
  })

  it('has a problem of a stable type for every refusal', () => {
    for (const { path, operation } of operations()) {
      const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400)
      expect(refusals.length, path).toBeGreaterThan(1)
      for (const [, { content }] of refusals)
        expect(Object.keys(content ?? {})).toEqual(['application/problem+json'])
    }
    expect(told.components.schemas.Problem?.properties.type).toEqual({
      type: 'string',
      enum: REASONS.map(problemType),
    })
  })

  it('points only to parts that are there', () => {
    const refs = [...JSON.stringify(told).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = '']) => ref)
    expect(refs.length).toBeGreaterThan(30)
    const lost = refs.filter(ref => {
      let at: unknown = told
      for (const key of ref.split('/')) at = (at as Record<string, unknown> | undefined)?.[key]
      return at === undefined
    })
    expect(lost).toEqual([])
  })
})
