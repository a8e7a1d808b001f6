import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Focus } from '../../extension/watch/browser-events.ts'
import { createRecheck } from '../../extension/watch/focus-poll.ts'

const WINDOW = 7
const NONE = -1

describe('when focus events may have fallen silent', () => {
  let focus: Focus
  let asked: number
  let woken: number
  const recheck = (): ((inFront: boolean) => Promise<void>) =>
    createRecheck(
      async () => {
        asked += 1
        return focus
      },
      () => {
        woken += 1
      },
    )

  beforeEach(() => {
    vi.useFakeTimers()
    asked = 0
    woken = 0
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('another application in front is noticed within a second, though no event tells of it', async () => {
    focus = { told: NONE, seen: WINDOW, real: WINDOW } // the browser has just started
    void recheck()(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(woken).toBe(0)
    focus = { told: NONE, seen: WINDOW, real: NONE }
    await vi.advanceTimersByTimeAsync(1000)
    expect(woken).toBe(1)
  })

  it('a restored window is noticed, though no event tells of it', async () => {
    focus = { told: WINDOW, seen: NONE, real: NONE } // minimised
    void recheck()(false)
    await vi.advanceTimersByTimeAsync(60_000)
    focus = { told: WINDOW, seen: NONE, real: WINDOW }
    await vi.advanceTimersByTimeAsync(1000)
    expect(woken).toBe(1)
  })

  it('a focus that came just after the look is noticed, though all the events were told before it', async () => {
    focus = { told: WINDOW, seen: NONE, real: WINDOW }
    void recheck()(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(woken).toBe(1)
  })

  it('nobody is asked again while events and answers agree', async () => {
    focus = { told: WINDOW, seen: WINDOW, real: WINDOW }
    void recheck()(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([asked, woken]).toEqual([1, 0])
  })

  it('the asking stops when an event brings them together, and is only ever one', async () => {
    focus = { told: NONE, seen: WINDOW, real: WINDOW }
    const again = recheck()
    void again(true)
    void again(true)
    await vi.advanceTimersByTimeAsync(3000)
    expect(asked).toBe(2 + 3)
    focus = { told: WINDOW, seen: WINDOW, real: WINDOW }
    await vi.advanceTimersByTimeAsync(60_000)
    expect([asked, woken]).toEqual([2 + 4, 0])
  })

  it('at rest the asking ends after two minutes: a worker may sleep', async () => {
    focus = { told: WINDOW, seen: NONE, real: NONE }
    void recheck()(false)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(asked).toBe(121)
  })
})
