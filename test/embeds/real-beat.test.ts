// The script as it is shipped, in real time: the next number is there with its first question, half a minute after the page.
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverOf } from '../../hub/http/server.ts'
import { dayOf } from '../../shared/core/day.ts'
import { type TryHub, tryHub } from '../fixtures/hub.ts'
import { buildLive, buildPages } from '../widgets/build.ts'
import { READERS } from './readers.ts'

const AGENCY = 'so-noi-vu'
const ROW = `document.querySelector('tr:has(a[href="/agency/${AGENCY}"]) .score').textContent`
/** Longer than the pause between two questions. */
const PATIENT = { timeout: 120_000, interval: 500 }
const [CHROMIUM] = READERS

/** Ten people report so many seconds of today, and the hub releases what comes of it. */
async function release(hub: TryHub, seconds: number): Promise<string> {
  const day = dayOf(hub.clock.now)
  for (let n = 0; n < 10; n += 1)
    await hub.report(await hub.person(AGENCY), [{ day, platform: 'vbdh', seconds }])
  hub.clock.now += 900_000
  await hub.tick()
  const score = (await hub.snapshot()).agencies.find(one => one.id === AGENCY)?.score ?? 0
  return (score / 10).toFixed(1).replace('.', ',')
}

describe('the scoreboard', () => {
  let hub: TryHub
  const asked: string[] = []
  beforeAll(async () => {
    hub = await tryHub({ ...(await buildPages()), live: await buildLive() })
  })
  afterAll(() => hub?.close())

  it.skipIf(!CHROMIUM.there)(
    'takes the next number with the first question of the shipped script',
    async () => {
      const before = await release(hub, 120)
      const pass: TryHub['pass'] = (request, ...from) => {
        asked.push(new URL(request.url).pathname)
        return hub.pass(request, ...from)
      }
      const server = serverOf({ fetch: pass }, 0)
      await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
      const reader = await CHROMIUM.start()
      try {
        const sheet = await reader.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, true)
        expect(await sheet.ask(ROW)).toBe(before)
        const after = await release(hub, 600)
        expect(after).not.toBe(before)
        await expect.poll(() => sheet.ask(ROW), PATIENT).toBe(after)
        // the page itself, and one question
        expect(asked.filter(path => path === '/')).toHaveLength(2)
        expect(sheet.errors).toEqual([])
      } finally {
        await reader.close()
        server.close()
      }
    },
  )
})
