// A paperless meeting: the member listens and touches nothing.
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '../../shared/core/day.ts'
import { Desk, MINUTE, SECOND } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  await desk.consents()
  desk.hears = true
  await desk.opens('hkg')
})

/** Two minutes without a touch: the browser tells of it. */
async function fallsIdle(): Promise<void> {
  await desk.works(2 * MINUTE)
  await desk.becomes('idle')
}

describe('listening', () => {
  it('counts while the meeting is heard', async () => {
    await fallsIdle()
    await desk.works(10 * MINUTE)
    await desk.opens(null)
    expect(await desk.ms('hkg')).toBe(12 * MINUTE)
  })

  it('counts twenty minutes a day, and again the next day', async () => {
    await fallsIdle()
    await desk.works(60 * MINUTE)
    await desk.opens(null)
    expect(await desk.ms('hkg')).toBeGreaterThanOrEqual(20 * MINUTE)
    expect(await desk.ms('hkg')).toBeLessThanOrEqual(20 * MINUTE + 30 * SECOND)
    desk.presence = 'active'
    desk.clock += DAY_MS
    await desk.opens('hkg')
    await fallsIdle()
    await desk.works(5 * MINUTE)
    await desk.opens(null)
    expect(await desk.ms('hkg', '2026-11-24')).toBe(7 * MINUTE)
  })

  it('takes nothing from the time in which something is touched', async () => {
    await fallsIdle()
    await desk.works(30 * MINUTE)
    await desk.becomes('active')
    await desk.works(10 * MINUTE)
    await desk.opens(null)
    expect(await desk.ms('hkg')).toBeGreaterThanOrEqual(30 * MINUTE)
  })

  it('does not count where nothing is heard, nor behind a locked screen', async () => {
    desk.hears = false
    await fallsIdle()
    await desk.works(10 * MINUTE)
    expect(await desk.ms('hkg')).toBe(0)
    desk.hears = true
    await desk.becomes('locked')
    await desk.works(10 * MINUTE)
    expect(await desk.ms('hkg')).toBe(0)
  })
})
