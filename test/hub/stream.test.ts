// The event stream: the newest snapshot at once, each release as it comes, a sign of life in between.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '../../shared/core/day.ts'
import { type TryHub, tryHub } from '../fixtures/hub.ts'

let hub: TryHub
beforeEach(async () => {
  hub = await tryHub()
})
afterEach(() => hub.close())

async function listen(lastEventId?: string) {
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  const response = await hub.fetch('/api/v1/scores/stream', { headers })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read() // the retry hint
  return { response, next: async () => (await reader.read()).value, cancel: () => reader.cancel() }
}

async function release(seconds: number) {
  const team = await Promise.all(Array.from({ length: 10 }, () => hub.person('so-noi-vu')))
  for (const one of team) await hub.report(one, [{ day: dayOf(hub.clock.now), platform: 'vbdh', seconds }])
  hub.clock.now += 900_000
  await hub.tick()
}

describe('the stream', () => {
  it('begins with the whole snapshot, named by its release', async () => {
    await release(600)
    const { response, next } = await listen()
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    const first = await next()
    expect(first).toMatch(/^id: 1\nevent: snapshot\ndata: \{.*\}\n\n$/)
    expect(JSON.parse(/data: (.*)/.exec(first ?? '')?.[1] ?? '')).toEqual(await hub.snapshot())
  })

  it('tells a release to everyone who listens, and only a release', async () => {
    const { next } = await listen()
    await next()
    await hub.tick()
    await release(600)
    expect(await next()).toContain('id: 1\n')
  })

  it('repeats nothing to a listener who has the newest, and replays to one who missed it', async () => {
    await release(600)
    const [has, missed] = [await listen('1'), await listen('0')]
    hub.clock.now += 20_000
    await hub.tick()
    expect(await has.next()).toBe(': \n\n')
    expect(await missed.next()).toContain('id: 1\n')
  })

  it('gives a sign of life after 20 seconds of silence, not before', async () => {
    const { next } = await listen()
    await next()
    hub.clock.now += 19_000
    await hub.tick()
    await release(600)
    expect(await next()).toContain('event: snapshot')
    hub.clock.now += 20_000
    await hub.tick()
    expect(await next()).toBe(': \n\n')
  })

  it('lets go of a listener who does not read', async () => {
    const { next } = await listen()
    for (let i = 0; i < 12; i += 1) {
      hub.clock.now += 20_000
      await hub.tick()
    }
    let heard = 0
    while ((await next()) !== undefined) heard += 1
    expect(heard).toBeLessThanOrEqual(9) // what waited for it, then the end
  })

  it('ends when the hub stops', async () => {
    const { next } = await listen()
    await next()
    const other = hub
    hub = await tryHub()
    await other.close()
    expect(await next()).toBeUndefined()
  })
})
