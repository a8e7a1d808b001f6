// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, type Heard, paced, pauseMs } from '../../widgets/poll.ts'
import { cell, snapshotOf } from '../fixtures/snapshot.ts'

describe('the pause between two questions', () => {
  it('is half a minute, give or take 15 %', () => {
    expect(pauseMs(0, 0, false)).toBe(25_500)
    expect(pauseMs(0, 0.5, false)).toBe(30_000)
    expect(pauseMs(0, 1, false)).toBe(34_500)
  })
  it('doubles with each failure, up to four minutes', () => {
    expect([1, 2, 3, 4, 40].map(failures => pauseMs(failures, 0.5, false))).toEqual([
      60_000, 120_000, 240_000, 240_000, 240_000,
    ])
  })
  it('is five minutes for whoever saves data', () => expect(pauseMs(0, 0.5, true)).toBe(300_000))
})

describe('asking again and again', () => {
  const fresh = snapshotOf([cell()])
  let answers: (() => Response)[]
  let asked: { cache?: string | undefined; headers?: unknown; credentials?: string | undefined }[]
  const heard: Heard[] = []
  const told = (body: unknown) => () => new Response(JSON.stringify(body))
  const minutes = (n: number) => vi.advanceTimersByTimeAsync(n * 60_000)

  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    asked = []
    heard.length = 0
    // The network is foreign: here it is a list of answers, and after the last one it is gone.
    vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
      asked.push(init)
      const next = answers.shift()
      if (!next) throw new TypeError('network')
      return next()
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  const start = (once = false) => {
    const source = paced(
      first => ask('https://hub.example/api/v1/scores/a', first),
      once,
      one => heard.push(one),
    )
    source.wake(true)
    return source
  }

  it('takes the first answer from any cache, and then asks whether it still holds', async () => {
    answers = [told(fresh), told(fresh)]
    start()
    await minutes(0.6)
    expect(asked.map(init => init.cache)).toEqual(['default', 'no-cache'])
  })

  it('sends no header of its own and no credentials', async () => {
    answers = [told(fresh)]
    start()
    await minutes(0.1)
    expect(asked[0]?.headers).toBeUndefined()
    expect(asked[0]?.credentials).toBe('omit')
  })

  it('asks nothing while nobody looks, and at once when somebody looks again', async () => {
    answers = [told(fresh), told(fresh)]
    const source = start()
    await minutes(0.1)
    source.wake(false)
    await minutes(60)
    expect(asked).toHaveLength(1)
    source.wake(true)
    await minutes(0.01)
    expect(asked).toHaveLength(2)
  })

  it('does not ask sooner because somebody looks away and back', async () => {
    answers = [told(fresh), told(fresh)]
    const source = start()
    await minutes(0.1)
    for (let i = 0; i < 20; i += 1) {
      source.wake(false)
      source.wake(true)
    }
    await minutes(0.1)
    expect(asked).toHaveLength(1)
  })

  it('never asks again once the campaign is over', async () => {
    answers = [told({ ...fresh, final: true })]
    start()
    await minutes(600)
    expect(asked).toHaveLength(1)
  })

  it('asks once when it should not stay live, but tries again until it has been told', async () => {
    answers = [() => new Response('', { status: 503 }), told(fresh)]
    start(true)
    await minutes(60)
    expect(heard).toEqual(['offline', fresh])
    expect(asked).toHaveLength(2)
  })

  it('slows down while the hub is silent', async () => {
    answers = []
    start()
    await minutes(60)
    expect(heard.every(one => one === 'offline')).toBe(true)
    // At 0, 1, 3 minutes, and then every four.
    expect(asked).toHaveLength(3 + 14)
  })

  it('is back to its pace with the first answer', async () => {
    answers = [() => new Response('', { status: 500 }), told(fresh), told(fresh)]
    start()
    await minutes(1.2)
    expect(heard).toEqual(['offline', fresh])
    await minutes(0.6)
    expect(heard).toHaveLength(3)
  })
})
