// The pinned script is known again by its hash, and the zip's file runs from a site's own address under the strictest policy.
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { badgeSvg } from '../../hub/render/badge-svg.ts'
import { selfHostZip } from '../../hub/render/self-host-zip.ts'
import { integrityOf } from '../../hub/store/widget-scripts.ts'
import { elementSnippet } from '../../widgets/pages/snippets.ts'
import {
  type AnswerServer,
  type Answers,
  html,
  json,
  openAnswerServer,
  script,
} from '../fixtures/answer-server.ts'
import { cell, snapshotOf } from '../fixtures/snapshot.ts'
import { buildScript } from '../widgets/build.ts'
import { AGENCY, wishAt } from './hosts.ts'
import { READERS, type Reader, type Sheet } from './readers.ts'

const VERSION = '1.2.3'
const SEEN = `(() => {
  const shadow = document.querySelector('nhipso-score').shadowRoot
  const image = document.querySelector('img')
  if (shadow) return 'live ' + shadow.querySelector('.score').textContent
  return image.complete && image.naturalWidth === 240 ? 'image' : 'nothing'
})()`

/** What the recipes let through to the hub, and the page with the snippet. */
const siteOf =
  (page: string, zip: Readonly<Record<string, string>>, hub: Answers): Answers =>
  (path, search) => {
    const [, inside] = /^\/nhipso(\/.*)$/.exec(path) ?? []
    if (path === '/') return html(page, { 'content-security-policy': "default-src 'self'" })
    const file = zip[`nhipso-${VERSION}${inside}`]
    if (file !== undefined) return script(file)
    return inside && /^\/(api\/v1\/scores|badge)\//.test(inside) ? hub(inside, search) : null
  }

let js: string
let answers: Answers
let hub: AnswerServer
beforeAll(async () => {
  js = await buildScript()
  const one = cell({ id: AGENCY, at: Date.now() })
  const snapshot = snapshotOf([one], { at: Date.now() })
  answers = path => {
    if (path === `/w/${VERSION}/nhipso.js`) return script(js)
    if (path === `/api/v1/scores/${AGENCY}`) return json(snapshot)
    const badge = badgeSvg(one, snapshot, { lang: 'vi', theme: 'light', style: 'card' })
    return path === `/badge/${AGENCY}.svg` ? { type: 'image/svg+xml', body: badge } : null
  }
  hub = await openAnswerServer((path, search) => answers(path, search))
})
afterAll(() => hub?.close())

describe.each(READERS)('in $name', ({ there, start }) => {
  let reader: Reader
  const open: (AnswerServer | Sheet)[] = []
  beforeAll(async () => {
    if (there) reader = await start()
  })
  afterAll(() => reader?.close())
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
  })

  async function shown(site: Answers): Promise<{ sheet: Sheet; stand: AnswerServer }> {
    const stand = await openAnswerServer(site)
    const sheet = await reader.open(stand.url.replace('127.0.0.1', 'site.localhost'), true)
    open.push(sheet, stand)
    return { sheet, stand }
  }
  const pinned = (integrity: string): Answers => {
    const told = { version: VERSION, integrity, own: false }
    const page = `<!doctype html><title>x</title>${elementSnippet({ ...wishAt(hub.url), script: told })}`
    return () => html(page)
  }

  it.skipIf(!there)('a pinned script whose hash fits runs', async () => {
    const { sheet } = await shown(pinned(integrityOf(js)))
    await expect.poll(() => sheet.ask(SEEN), { timeout: 10_000 }).toBe('live 87,4/100')
  })

  it.skipIf(!there)('a pinned script with other bytes does not run, and the image stays', async () => {
    const asked = hub.asked.length
    const { sheet } = await shown(pinned(integrityOf(`${js} `)))
    await expect.poll(() => sheet.ask(SEEN), { timeout: 10_000 }).toBe('image')
    const inTime = () => hub.asked.slice(asked).some(path => path.startsWith('/w/'))
    await expect.poll(inTime).toBe(true)
    expect(await sheet.ask("customElements.get('nhipso-score')")).toBe('undefined')
    expect(hub.asked.slice(asked).filter(path => path.startsWith('/api/'))).toEqual([])
  })

  it.skipIf(!there)(
    'the zip’s own snippet is live under default-src ’self’, and asks nobody else',
    async () => {
      const zip = unzipSync(selfHostZip({ version: VERSION, body: js }, integrityOf(js), hub.url))
      const files = Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
      const readme = files[`nhipso-${VERSION}/README.txt`] ?? ''
      const snippet = /<nhipso-score[\s\S]*<\/script>/.exec(readme)?.[0] ?? ''
      const asked = hub.asked.length
      const { sheet, stand } = await shown(
        siteOf(`<!doctype html><title>x</title>${snippet}`, files, answers),
      )
      await expect.poll(() => sheet.ask(SEEN), { timeout: 10_000 }).toBe('live 87,4/100')
      expect(stand.asked).toContain(`/nhipso/api/v1/scores/${AGENCY}`)
      expect(hub.asked.length).toBe(asked)
      expect(sheet.errors).toEqual([])
    },
  )
})
