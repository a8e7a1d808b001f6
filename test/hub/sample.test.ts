// Around the sample: pages under the platforms' names, and devices that send at a steady rate.
import { request, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { candidates } from '../../hub/sample/browser-places.ts'
import { findChromium } from '../../hub/sample/chromium.ts'
import { sendSteadily, summary } from '../../hub/sample/load.ts'
import { OUTSIDE_HOST, portOf, servePages, withPage } from '../../hub/sample/pages.ts'
import { tryHub } from '../fixtures/hub.ts'

const loaded = loadCampaigns(SHIPPED_CAMPAIGNS)
if (!loaded.ok) throw new Error(loaded.detail)
const { platforms } = loaded.value

describe('a sample page', () => {
  let server: Server
  beforeAll(async () => {
    server = await servePages(platforms, 'http://hub.test/')
  })
  afterAll(() => server.close())

  const page = (host: string, path = '/'): Promise<string> =>
    new Promise((done, failed) =>
      request({ port: portOf(server), path, headers: { host } }, answer => done(text(answer)))
        .once('error', failed)
        .end(),
    )

  it('says that it is a sample, under every platform’s name', async () => {
    for (const platform of withPage(platforms)) {
      const html = await page(platform.host, platform.path)
      expect(html).toContain('TRANG MẪU')
      expect(html).toContain('được ghi nhận')
    }
  })

  it('of a host outside the catalogue says that nothing is counted', async () =>
    expect(await page(OUTSIDE_HOST)).toContain('không ghi nhận gì'))

  it('of a ministry whose one-stop has a path counts only under that path', async () => {
    expect(await page('dichvucong.bvhttdl.gov.vn', '/tiepnhan')).toContain('thuộc danh mục')
    expect(await page('dichvucong.bvhttdl.gov.vn', '/')).toContain('ngoài danh mục')
  })

  it('is linked from the list', async () => {
    const list = await page('127.0.0.1')
    for (const { host, path = '/' } of withPage(platforms)) {
      expect(list).toContain(`href="http://${host}${path}"`)
    }
  })
})

it('where no browser is on the PATH, none is found', () => expect(findChromium('/nowhere')).toBeNull())

it.each([
  ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/local/bin/chromium', '/usr/bin/google-chrome'],
  ['linux', { PATH: '/usr/bin' }, '/usr/bin/chromium', '/usr/bin/microsoft-edge'],
  [
    'darwin',
    { PATH: '/opt/bin' },
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  [
    'win32',
    { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\lan\\AppData\\Local' },
    'C:\\Users\\lan\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  [
    'win32',
    { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    'C:\\Program Files (x86)\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
] as const)(
  'on %s with %j a browser is looked for at its places, Chromium first',
  (platform, env, first, other) => {
    const places = candidates({ platform, env })
    expect(places[0]).toBe(first)
    expect(places).toContain(other)
  },
)

it('devices at a steady rate are all acknowledged, and what is refused is counted by its reason', async () => {
  const hub = await tryHub()
  const devices = [await hub.person('so-noi-vu'), await hub.person('so-noi-vu')]
  const tracked = [...hub.campaigns.tracked]
  const pace = { rate: 100, seconds: 0.2 }
  const good = await sendSteadily(
    { line: hub.line, devices, platforms: tracked },
    pace,
    new AbortController().signal,
  )
  expect(good).toMatchObject({ sent: 20, acknowledged: 20 })
  const bad = await sendSteadily(
    { line: hub.line, devices, platforms: ['no-such'] },
    pace,
    new AbortController().signal,
  )
  expect([...bad.refused]).toEqual([['platform-unknown', 20]])
  expect(summary(bad)).toContain('platform-unknown: 20')
  await hub.close()
})
