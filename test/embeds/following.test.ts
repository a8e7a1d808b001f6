// A real hub releases while its scoreboard and its frames stand open: the number moves, and the reader is not disturbed.
import type { AddressInfo } from 'node:net'
import type { ServerType } from '@hono/node-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serverOf } from '../../hub/http/server.ts'
import type { Device } from '../../hub/sample/simulated-device.ts'
import { addDays, type DayKey, dayOf } from '../../shared/core/day.ts'
import { frameSnippet, heightSnippet } from '../../widgets/pages/snippets.ts'
import { type AnswerServer, html, openAnswerServer } from '../fixtures/answer-server.ts'
import { type TryHub, tryHub } from '../fixtures/hub.ts'
import { buildLiveEvery, buildPages } from '../widgets/build.ts'
import { READERS, type Reader, type Sheet } from './readers.ts'

const AGENCY = 'so-noi-vu'
/** The pause between two questions; what is shipped waits half a minute: real-beat.test.ts. */
const EVERY_MS = 2000
/** Longer than the pause between two questions. */
const PATIENT = { timeout: 120_000, interval: 500 }

let hub: TryHub
let server: ServerType
let host: AnswerServer
let ten: readonly Device[]
let url = ''
const worked = new Map<DayKey, number>()

/** Everybody has worked a little longer on a day, and the hub releases it. */
async function release(day = dayOf(hub.clock.now)): Promise<string> {
  const seconds = (worked.get(day) ?? 0) + 120
  worked.set(day, seconds)
  for (const device of ten) await hub.report(device, [{ day, platform: 'vbdh', seconds }])
  hub.clock.now += 900_000
  await hub.tick()
  const score = (await hub.snapshot()).agencies.find(one => one.id === AGENCY)?.score ?? 0
  return (score / 10).toFixed(1).replace('.', ',')
}

beforeAll(async () => {
  hub = await tryHub({ ...(await buildPages()), live: await buildLiveEvery(EVERY_MS) })
  ten = await Promise.all(Array.from({ length: 10 }, () => hub.person(AGENCY)))
  server = serverOf({ fetch: hub.pass }, 0)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const wish = { hub: url, agency: AGENCY, lang: 'vi', alt: 'Điểm Nhịp Số' } as const
  const pages: Readonly<Record<string, string>> = {
    '/': `<!doctype html><title>Cổng</title>${heightSnippet(url)}${frameSnippet(wish)}${inWordPress(frameSnippet(wish))}`,
    '/stream': `<!doctype html><title>Cổng</title><script>${listening(url)}</script>`,
  }
  host = await openAnswerServer(path => (pages[path] ? html(pages[path]) : null))
})
afterAll(async () => {
  server?.close()
  await host?.close()
  await hub?.close()
})

/** As WordPress shows the frame of a provider that it finds by itself. */
const inWordPress = (frame: string): string =>
  frame.replace(
    '<iframe ',
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" ',
  )

/** A day of its own: twenty minutes are all that counts of one. */
const lastWeek = (): DayKey => addDays(dayOf(hub.clock.now), -7)

/** Keeps what the stream tells, and how it fails. */
const listening = (hub: string): string => `
  window.heard = []
  window.failed = []
  const line = new EventSource('${hub}/api/v1/scores/stream')
  line.addEventListener('snapshot', event => heard.push(JSON.parse(event.data).release))
  line.onerror = () => failed.push(line.readyState)`
const NEWEST = 'heard[heard.length - 1]'

const SCORE = `document.querySelector('.score-card .score').firstChild.data`
const ROW = `document.querySelector('tr:has(a[href="/agency/${AGENCY}"]) .score').textContent`

describe.each(READERS)('in $name,', ({ there, start }) => {
  let reader: Reader
  let sheet: Sheet | null = null
  beforeAll(async () => {
    if (there) reader = await start()
  })
  afterAll(() => reader?.close())
  afterEach(() => sheet?.close())

  it.skipIf(!there)(
    'a frame on a page of another origin takes the new number, also in a sandbox of WordPress, and tells how high it is',
    async () => {
      const before = await release()
      sheet = await reader.open(`${host.url}/`, true)
      const { ask, askFrame } = sheet
      await expect.poll(() => askFrame(SCORE), PATIENT).toBe(before)
      await expect.poll(() => askFrame(SCORE, 2), PATIENT).toBe(before)
      const high = await askFrame('Math.ceil(document.documentElement.getBoundingClientRect().height)')
      await expect.poll(() => ask(`document.querySelector('iframe').height`), PATIENT).toBe(high)
      expect(Number(high)).not.toBe(130)
      const after = await release()
      expect(after).not.toBe(before)
      await expect.poll(() => askFrame(SCORE), PATIENT).toBe(after)
      await expect.poll(() => askFrame(SCORE, 2), PATIENT).toBe(after)
      expect(sheet.errors).toEqual([])
    },
  )

  it.skipIf(!there)(
    'the scoreboard takes the new number and keeps focus, scroll and what is being typed',
    async () => {
      const before = await release()
      sheet = await reader.open(`${url}/?q=noi`, true)
      const { ask } = sheet
      expect(await ask(ROW)).toBe(before)
      await ask(`(() => {
      document.getElementById('q').value = 'noi vu'
      document.body.style.paddingBottom = '3000px'
      document.querySelector('a[href="/agency/${AGENCY}"]').focus()
      scrollTo(0, 200)
    })()`)
      const after = await release()
      expect(after).not.toBe(before)
      await expect.poll(() => ask(ROW), PATIENT).toBe(after)
      expect(await ask('document.activeElement.getAttribute("href")')).toBe(`/agency/${AGENCY}`)
      expect(await ask('document.getElementById("q").value')).toBe('noi vu')
      expect(await ask('scrollY')).toBe('200')
      expect(await ask('document.querySelectorAll("tbody tr").length')).toBe('1')
      expect(sheet.errors).toEqual([])
    },
  )

  it.skipIf(!there)(
    'the stream tells each release, and is taken up again by itself after the hub was away',
    async () => {
      await release(lastWeek())
      sheet = await reader.open(`${host.url}/stream`, true)
      const { ask } = sheet
      const newest = async () => String((await hub.snapshot()).release)
      await expect.poll(() => ask(NEWEST), PATIENT).toBe(await newest())
      await release(lastWeek())
      await expect.poll(() => ask(NEWEST), PATIENT).toBe(await newest())
      expect(await ask('failed.length')).toBe('0')

      const { port } = server.address() as AddressInfo
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await expect.poll(() => ask('failed.length'), PATIENT).not.toBe('0')
      server = serverOf({ fetch: hub.pass }, 0)
      await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
      await release(lastWeek())
      await expect.poll(() => ask(NEWEST), PATIENT).toBe(await newest())
      expect(await ask('failed.includes(EventSource.CLOSED)')).toBe('false')
      expect(sheet.errors).toEqual([])
    },
  )
})
