import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Focus } from '../../extension/watch/browser-events.ts'
import { createFocusPoll } from '../../extension/watch/focus-poll.ts'

const WINDOW = 7
const NONE = -1

describe('when focus events may have fallen silent', () => {
  let focus: Focus
  let asked: number
  let woken: number
  const pollFocus = (): ((inFront: boolean) => Promise<void>) =>
    createFocusPoll(
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
    focus = { reported: NONE, observed: WINDOW, actual: WINDOW } // the browser has just started
    void pollFocus()(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(woken).toBe(0)
    focus = { reported: NONE, observed: WINDOW, actual: NONE }
    await vi.advanceTimersByTimeAsync(1000)
    expect(woken).toBe(1)
  })

  it('a restored window is noticed, though no event tells of it', async () => {
    focus = { reported: WINDOW, observed: NONE, actual: NONE } // minimised
    void pollFocus()(false)
    await vi.advanceTimersByTimeAsync(60_000)
    focus = { reported: WINDOW, observed: NONE, actual: WINDOW }
    await vi.advanceTimersByTimeAsync(1000)
    expect(woken).toBe(1)
  })

  it('a focus that came just after the look is noticed, though all the events were told before it', async () => {
    focus = { reported: WINDOW, observed: NONE, actual: WINDOW }
    void pollFocus()(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(woken).toBe(1)
  })

  it('nobody is asked again while events and answers agree', async () => {
    focus = { reported: WINDOW, observed: WINDOW, actual: WINDOW }
    void pollFocus()(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect([asked, woken]).toEqual([1, 0])
  })

  it('the asking stops when an event brings them together, and is only ever one', async () => {
    focus = { reported: NONE, observed: WINDOW, actual: WINDOW }
    const again = pollFocus()
    void again(true)
    void again(true)
    await vi.advanceTimersByTimeAsync(3000)
    expect(asked).toBe(2 + 3)
    focus = { reported: WINDOW, observed: WINDOW, actual: WINDOW }
    await vi.advanceTimersByTimeAsync(60_000)
    expect([asked, woken]).toEqual([2 + 4, 0])
  })

  it('at rest the asking ends after two minutes: a worker may sleep', async () => {
    focus = { reported: WINDOW, observed: NONE, actual: NONE }
    void pollFocus()(false)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(asked).toBe(121)
  })
})
