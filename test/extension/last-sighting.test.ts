import './fake-browser.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import { confirmSighting, keepSighting, lastSighting } from '../../extension/watch/last-sighting.ts'
import { freshMachine } from './fake-browser.ts'

const T0 = Date.UTC(2026, 10, 23, 2)

describe('the last sighting', () => {
  beforeEach(() => freshMachine())

  it('is of the last poll, and knows since when it has been so', async () => {
    await keepSighting(null, T0, 'vbdh')
    expect(await confirmSighting(T0 + 500)).toBe(true)
    expect(await lastSighting()).toEqual({ at: T0 + 500, earning: 'vbdh', since: T0 })
    const { since } = await keepSighting(await lastSighting(), T0 + 700, 'vbdh')
    expect(since).toBe(T0)
  })

  it('is never the one before: a poll that an observation overtook confirms nothing of it', async () => {
    await keepSighting(null, T0, 'vbdh')
    const poll = confirmSighting(T0 + 500)
    await keepSighting(await lastSighting(), T0 + 501, 'hkg')
    await poll
    expect(await lastSighting()).toMatchObject({ at: T0 + 501, earning: 'hkg' })
    await confirmSighting(T0 + 1000)
    expect(await lastSighting()).toMatchObject({ at: T0 + 1000, earning: 'hkg' })
  })

  it.each([
    ['nothing was seen yet', null, 0],
    ['the machine slept', T0, 3001],
    ['the clock was set back', T0, -1],
  ])('cannot be confirmed where %s', async (_, seen, after) => {
    if (seen !== null) await keepSighting(null, seen, 'vbdh')
    expect(await confirmSighting(T0 + after)).toBe(false)
  })
})
