// The script on three levels of trust, and what the hub notices of the sites that show it.
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listSightings } from '../../hub/store/sightings.ts'
import { integrityOf } from '../../hub/store/widget-scripts.ts'
import { MONDAY, reason, type TryHub, tryHub } from '../fixtures/hub.ts'

const DAY_MS = 86_400_000
const script = (body: string, version = '0.1.0') => ({ version, body })

let hub: TryHub
beforeEach(async () => {
  hub = await tryHub({ widgets: script('first()') })
})
afterEach(() => hub.close())

const text = async (path: string): Promise<string> => (await hub.fetch(path)).text()
const published = async () => JSON.parse(await text('/w/integrity.json')).versions

describe('the script', () => {
  it('rolls on under /w/1/, and is the same for good under its version', async () => {
    const rolling = await hub.fetch('/w/1/nhipso.js')
    const pinned = await hub.fetch('/w/0.1.0/nhipso.js')
    expect(await rolling.text()).toBe('first()')
    expect(await pinned.text()).toBe('first()')
    expect(rolling.headers.get('cache-control')).toBe('public, max-age=3600, stale-while-revalidate=604800')
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(pinned.headers.get('access-control-allow-origin')).toBe('*') // or no browser checks its hash
    expect(pinned.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('has a published hash that fits what is served', async () => {
    expect(await published()).toEqual([
      {
        version: '0.1.0',
        integrity: integrityOf('first()'),
        since: new Date(MONDAY).toISOString(),
        script: 'http://hub.test/w/0.1.0/nhipso.js',
        zip: 'http://hub.test/w/nhipso-0.1.0.zip',
      },
    ])
  })

  it('that was pinned stays when the hub moves on to the next version', async () => {
    const next = await tryHub({ widgets: script('second()', '0.2.0'), databaseUrl: hub.databaseUrl })
    expect(await (await next.fetch('/w/0.1.0/nhipso.js')).text()).toBe('first()')
    expect(await (await next.fetch('/w/1/nhipso.js')).text()).toBe('second()')
    const { versions } = await (await next.fetch('/w/integrity.json')).json()
    expect(versions.map((one: { version: string }) => one.version)).toEqual(['0.2.0', '0.1.0'])
    await next.close()
  })

  it('of a version still in the making rolls, and is neither pinned nor kept', async () => {
    const next = await tryHub({ widgets: script('making()', '0.2.0-dev'), databaseUrl: hub.databaseUrl })
    expect(await (await next.fetch('/w/1/nhipso.js')).text()).toBe('making()')
    for (const version of ['0.2.0-dev', '0.2.0'])
      expect((await next.fetch(`/w/${version}/nhipso.js`)).status).toBe(404)
    expect((await next.fetch('/w/nhipso-0.2.0-dev.zip')).status).toBe(404)
    const { versions } = await (await next.fetch('/w/integrity.json')).json()
    expect(versions.map((one: { version: string }) => one.version)).toEqual(['0.1.0'])
    await next.close()
  })

  it('of a version that is out already is never replaced: the log says what to do', async () => {
    const told: object[] = []
    const log = { info: () => undefined, error: (event: object) => told.push(event) }
    const next = await tryHub({ widgets: script('other()'), databaseUrl: hub.databaseUrl, log })
    expect(await (await next.fetch('/w/0.1.0/nhipso.js')).text()).toBe('first()')
    expect(told).toEqual([{ version: '0.1.0' }])
    await next.close()
  })

  it.each(['/w/0.9.9/nhipso.js', '/w/nhipso-0.9.9.zip', '/w/nhipso-.zip', '/w/other.js'])(
    'is not there under %s, and the answer says where the versions are listed',
    async path => {
      const told = await reason(await hub.fetch(path))
      expect([told.why, told.detail]).toEqual([
        'not-found',
        'GET /w/integrity.json lists the published versions',
      ])
    },
  )
})

describe('the zip', () => {
  const unzipped = async () =>
    unzipSync(new Uint8Array(await (await hub.fetch('/w/nhipso-0.1.0.zip')).arrayBuffer()))

  it('holds the script, its hash, and recipes that name this hub', async () => {
    const files = await unzipped()
    const file = (name: string): string => strFromU8(files[`nhipso-0.1.0/${name}`] ?? new Uint8Array())
    expect(file('w/0.1.0/nhipso.js')).toBe('first()')
    expect(file('integrity.txt')).toContain(integrityOf('first()'))
    for (const recipe of ['nginx.conf', 'apache.conf', 'web.config', 'DOC-TRUOC.txt', 'README.txt'])
      expect(file(recipe), recipe).toContain('http://hub.test')
    expect(file('DOC-TRUOC.txt')).toContain('<script async src="/nhipso/w/0.1.0/nhipso.js"></script>')
  })

  it('is the same each time', async () => {
    const etag = async () => (await hub.fetch('/w/nhipso-0.1.0.zip')).headers.get('etag')
    expect(await etag()).toBe(await etag())
  })
})

describe('sites that show a snippet', () => {
  const from = (referer: string) => ({ headers: { referer } })
  const seen = async (days = 1) =>
    (await listSightings(hub.store, days, 100)).map(
      one => `${one.host} ${one.kind} ${one.version} ${one.last_day} ${one.days}`,
    )

  it('are known by host, kind, version and day, and by nothing else', async () => {
    const page = 'https://sonoivu.tayninh.gov.vn/tin-tuc/bai-viet?id=7'
    await hub.fetch('/w/1/nhipso.js', from(page))
    await hub.fetch('/w/0.1.0/nhipso.js', { headers: { origin: 'https://soyte.tayninh.gov.vn' } })
    for (let i = 0; i < 3; i += 1) await hub.fetch('/badge/so-noi-vu.svg', from(page))
    await hub.tick()
    expect(await seen()).toEqual([
      'sonoivu.tayninh.gov.vn element 1 2026-11-02 1',
      'sonoivu.tayninh.gov.vn image svg 2026-11-02 1',
      'soyte.tayninh.gov.vn element 0.1.0 2026-11-02 1',
    ])
    const [row] = await listSightings(hub.store, 1, 1)
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'days',
      'first_day',
      'host',
      'kind',
      'last_day',
      'version',
    ])
  })

  it('that belong to no public body are not known at all', async () => {
    for (const site of [
      'https://nguyenvana.blogspot.com/',
      'https://mail.google.com/',
      'http://gov.vn/',
      'http://192.0.2.7/',
      'http://x.gov.vn.evil.example/',
      'not an address',
      `https://${'a'.repeat(120)}.gov.vn/`,
    ])
      await hub.fetch('/w/1/nhipso.js', from(site))
    await hub.fetch('/w/1/nhipso.js')
    await hub.tick()
    expect(await seen()).toEqual([])
  })

  it('count a day once, stand on the page after two, and are forgotten after sixty', async () => {
    const visit = async () => {
      await hub.fetch('/w/1/nhipso.js', from('https://soyte.tayninh.gov.vn/'))
      await hub.tick()
    }
    await visit()
    await visit()
    expect(await seen(2)).toEqual([])
    hub.clock.now += DAY_MS
    await hub.tick()
    await visit()
    expect(await seen(2)).toEqual(['soyte.tayninh.gov.vn element 1 2026-11-03 2'])
    hub.clock.now += 61 * DAY_MS
    await hub.tick()
    expect(await seen()).toEqual([])
  })

  it('that are made up fill no disk', async () => {
    for (let i = 0; i < 600; i += 1) await hub.fetch('/w/1/nhipso.js', from(`https://x${i}.gov.vn/`))
    await hub.tick()
    expect((await listSightings(hub.store, 1, 10_000)).length).toBe(500)
  })
})
