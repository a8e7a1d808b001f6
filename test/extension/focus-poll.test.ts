import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_WINDOW } from '../../extension/watch/browser-events.ts'
import { createFocusPoll, type Watched } from '../../extension/watch/focus-poll.ts'

const WINDOW = 7
const SECOND = 1000
const MINUTE = 60 * SECOND

describe('a focus that may change without an event', () => {
  let focus: number
  let asked: number
  let woken: string[]
  let silences: number
  let confirmed: number
  let began: number
  let slept: boolean
  const make = () =>
    createFocusPoll({
      focusedWindow: async () => {
        asked += 1
        return focus
      },
      confirm: async () => {
        confirmed += 1
        return !slept
      },
      wake: cause => woken.push(cause),
      onSilence: () => {
        silences += 1
      },
      now: () => Date.now(),
    })
  const at = (over: Partial<Watched> = {}): Watched => ({
    window: WINDOW,
    attended: true,
    earning: true,
    since: began,
    ...over,
  })
  const atRest = { window: NO_WINDOW, earning: false } as const

  beforeEach(() => {
    vi.useFakeTimers()
    began = Date.now()
    slept = false
    focus = WINDOW
    asked = silences = confirmed = 0
    woken = []
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([0, 1, 3, 40, 300])(
    'a departure after %i s is found within half a second, however often',
    async s => {
      void make()(at())
      await vi.advanceTimersByTimeAsync(s * SECOND + 400)
      focus = NO_WINDOW
      await vi.advanceTimersByTimeAsync(500)
      expect([woken, silences]).toEqual([['poll'], 1])
      await vi.advanceTimersByTimeAsync(MINUTE)
      expect(woken).toEqual(['poll'])
    },
  )

  it('what is not settled yet just after an event is no silence', async () => {
    void make()(at())
    focus = NO_WINDOW
    await vi.advanceTimersByTimeAsync(100)
    expect([woken, silences]).toEqual([['poll'], 0])
  })

  it('each poll that finds nothing confirms the last sighting', async () => {
    void make()(at())
    await vi.advanceTimersByTimeAsync(10 * SECOND)
    expect(confirmed).toBe(asked)
    expect(confirmed).toBeGreaterThanOrEqual(19)
    expect(woken).toEqual([])
  })

  it('after the machine slept nothing is confirmed: what is in front is observed anew', async () => {
    void make()(at())
    await vi.advanceTimersByTimeAsync(10 * SECOND)
    slept = true
    await vi.advanceTimersByTimeAsync(SECOND)
    expect([woken, silences]).toEqual([['poll'], 0])
  })

  it('a return within two minutes is found within half a second, later within ten', async () => {
    focus = NO_WINDOW
    void make()(at(atRest))
    await vi.advanceTimersByTimeAsync(90 * SECOND)
    focus = WINDOW
    await vi.advanceTimersByTimeAsync(500)
    expect(woken).toEqual(['poll'])

    focus = NO_WINDOW
    void make()(at(atRest))
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    focus = WINDOW
    await vi.advanceTimersByTimeAsync(10 * SECOND)
    expect(woken).toEqual(['poll', 'poll'])
  })

  it('at rest the polls become seldom, and after twenty minutes there is none: a worker may sleep', async () => {
    focus = NO_WINDOW
    void make()(at(atRest))
    await vi.advanceTimersByTimeAsync(20 * MINUTE)
    const inTwentyMinutes = asked
    expect(inTwentyMinutes).toBeLessThan(2 * 120 + 18 * 6 + 5)
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(asked - inTwentyMinutes).toBeLessThanOrEqual(1)
  })

  it('nobody is asked while the person is away or recording is off', async () => {
    void make()(at({ ...atRest, attended: false }))
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(asked).toBe(0)
  })

  it('there is only ever one series of polls', async () => {
    const poll = make()
    void poll(at())
    void poll(at())
    await vi.advanceTimersByTimeAsync(10 * SECOND)
    expect(asked).toBeLessThanOrEqual(21)
  })
})
