// The web pages: what the renderer is asked to draw, and what a browser may do with it.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, PageFrame } from '../../shared/wire/page.ts'
import { HUB, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

const STYLE = 'p{color:red}'

let hub: TryHub
let drawn: { page: Page; frame: PageFrame }
beforeAll(async () => {
  const render = (page: Page, frame: PageFrame) => {
    drawn = { page, frame }
    return `<!doctype html><title>${page.page}</title>`
  }
  hub = await tryHub({ render, styles: [STYLE], widgets: { version: '0.1.0', body: 'customElements' } })
})
afterAll(() => hub.close())

const BUILDER = {
  page: 'builder',
  agency: null,
  show: 'score',
  theme: 'auto',
  cms: 'nukeviet',
  trust: 'rolling',
  size: 'normal',
  speaks: 'vi',
  ranking: null,
  campaign: null,
  policy: null,
} as const

describe('a page', () => {
  it.each<[string, Page]>([
    ['/', { page: 'scoreboard', level: 'province', block: null }],
    ['/?level=commune&block=xa', { page: 'scoreboard', level: 'commune', block: 'xa' }],
    ['/?level=province&block=xa', { page: 'scoreboard', level: 'province', block: null }],
    ['/?level=nonsense', { page: 'scoreboard', level: 'province', block: null }],
    ['/agency/so-noi-vu', { page: 'agency', agency: 'so-noi-vu' }],
    ['/how', { page: 'how' }],
    ['/builder', { ...BUILDER, agency: null }],
    ['/builder?agency=so-noi-vu', { ...BUILDER, agency: 'so-noi-vu' }],
    [
      "/builder?show=board&theme=dark&cms=dnn&csp=img-src+'self'",
      { ...BUILDER, show: 'board', theme: 'dark', cms: 'dnn', policy: "img-src 'self'" },
    ],
    ['/builder?agency=nobody', { ...BUILDER, agency: null }],
    ['/builder?speaks=en&ranking=xa', { ...BUILDER, agency: null, speaks: 'en', ranking: 'xa' }],
    ['/builder?ranking=commune', { ...BUILDER, agency: null, ranking: 'commune' }],
    ['/builder?ranking=nonsense', { ...BUILDER, agency: null }],
    [
      '/embed/score?agency=so-noi-vu&theme=dark',
      { page: 'embed', embed: 'score', agency: 'so-noi-vu', theme: 'dark' },
    ],
    ['/embed/trend?agency=so-noi-vu', { page: 'embed', embed: 'trend', agency: 'so-noi-vu', theme: 'auto' }],
    [
      '/embed/board?level=commune&block=xa&theme=light',
      { page: 'embed', embed: 'board', level: 'commune', block: 'xa', theme: 'light' },
    ],
    ['/embed/ticker', { page: 'embed', embed: 'ticker', level: 'province', block: null, theme: 'auto' }],
  ])('%s is drawn from the newest release', async (path, page) => {
    const response = await hub.fetch(path)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(drawn.page).toEqual(page)
    expect(drawn.frame).toMatchObject({
      hub: HUB,
      lang: 'vi',
      now: hub.clock.now,
      minGroup: 10,
      keptDays: 120,
    })
    expect(drawn.frame.bundle.agencies).toHaveLength(4)
  })

  it('speaks the language it is asked for', async () => {
    await hub.fetch('/how?lang=en')
    expect(drawn.frame.lang).toBe('en')
  })

  it.each(['/agency/nobody', '/embed/score', '/embed/score?agency=nobody'])(
    'of nobody (%s) is a 404',
    async path => {
      expect(await reason(await hub.fetch(path))).toMatchObject({ why: 'agency-unknown', status: 404 })
    },
  )

  it('runs our script, wears its own style, nothing inline, and only embeds may be framed by others', async () => {
    const policy = async (path: string) =>
      (await hub.fetch(path)).headers.get('content-security-policy') ?? ''
    const page = await policy('/')
    expect(page).toContain("default-src 'none'")
    expect(/script-src ([^;]*)/.exec(page)?.[1]).toBe(`'self' ${HUB}`)
    const hash = createHash('sha256').update(STYLE).digest('base64')
    expect(/style-src ([^;]*)/.exec(page)?.[1]).toBe(`'sha256-${hash}'`)
    expect(page).not.toContain('unsafe')
    expect(page).toContain("frame-ancestors 'self'")
    expect(await policy('/embed/score?agency=so-noi-vu')).toContain('frame-ancestors *')
    expect(await policy('/agency/nobody')).toContain("frame-ancestors 'self'")
  })

  it('lets a badge that is opened by itself do nothing but be seen', async () => {
    const { headers } = await hub.fetch('/badge/so-noi-vu.svg')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'")
  })

  it('lets a frame ask for itself from wherever it stands, and other pages from here only', async () => {
    const allowed = async (path: string) => (await hub.fetch(path)).headers.get('access-control-allow-origin')
    expect(await allowed('/embed/score?agency=so-noi-vu')).toBe('*')
    for (const path of ['/', '/agency/so-noi-vu', '/builder']) expect(await allowed(path)).toBeNull()
  })

  it('sets no cookie anywhere', async () => {
    for (const path of ['/', '/api/v1/scores', '/badge/so-noi-vu.svg', '/w/1/nhipso.js']) {
      expect((await hub.fetch(path)).headers.get('set-cookie')).toBeNull()
    }
  })
})

describe('the widgets’ script', () => {
  it('may be included by any page, and stays fresh for an hour', async () => {
    const { headers } = await hub.fetch('/w/1/nhipso.js')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('cache-control')).toBe('public, max-age=3600, stale-while-revalidate=604800')
    expect(headers.get('content-type')).toContain('text/javascript')
  })
})

describe('where nothing has been built', () => {
  it('pages and script are an honest 404 that says what to run', async () => {
    const bare = await tryHub()
    for (const path of ['/', '/w/1/nhipso.js']) {
      const said = await reason(await bare.fetch(path))
      expect(said).toMatchObject({
        why: 'not-found',
        detail: expect.stringContaining('npm run build:widgets'),
      })
    }
    await bare.close()
  })
})

describe('the host of a request', () => {
  const at = async (host: string, path: string) => hub.pass(new Request(`http://${host}${path}`))

  it.each([
    'hub.test',
    'hub.test:8787',
    'HUB.test',
    'hub.test.',
    'localhost:8787',
    '127.0.0.1',
    '10.1.2.3:80',
    '[::1]:8787',
  ])('%s is the hub’s own', async host => expect((await at(host, '/api/v1/scores')).status).toBe(200))

  it.each(['evil.example', 'hub.test.evil.example', 'nothub.test', '127.0.0.1.evil.example'])(
    '%s is not: nothing is told there, and the refusal says what to set',
    async host => {
      for (const path of ['/', '/api/v1/scores', '/api/v1/me', '/badge/so-noi-vu.svg', '/openapi.json']) {
        const told = await reason(await at(host, path))
        expect(told).toMatchObject({ why: 'host-unknown', status: 421 })
        expect(told.detail).toContain(`this hub is ${HUB}; where it has another name, set PUBLIC_URL`)
      }
      expect((await at(host, '/livez')).status).toBe(200) // a probe comes by any name
    },
  )
})
