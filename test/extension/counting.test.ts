import './fake-browser.ts'

import { beforeEach, describe, expect, it } from 'vitest'
import type { Segment } from '../../shared/core/segment.ts'
import { at, Desk, HOUR, MINUTE, SECOND } from './desk.ts'
import { fakeBrowser } from './fake-browser.ts'

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  await desk.consents()
})

const none = (segments: readonly Segment[]): boolean =>
  segments.every((a, i) => segments.every((b, j) => i === j || a.end <= b.start || b.end <= a.start))

describe('time on a platform', () => {
  it('counts from coming to the front until something else does', async () => {
    await desk.opens('vbdh')
    await desk.works(10 * MINUTE + 7 * SECOND)
    await desk.opens(null)
    await desk.works(5 * MINUTE)
    expect(await desk.ms('vbdh')).toBe(10 * MINUTE + 7 * SECOND)
  })

  it('is credited while it runs, up to the last heartbeat', async () => {
    await desk.opens('vbdh')
    await desk.works(MINUTE + 20 * SECOND)
    expect(await desk.ms('vbdh')).toBe(MINUTE)
    await desk.says({ do: 'look' })
    expect(await desk.ms('vbdh')).toBe(MINUTE + 20 * SECOND)
  })

  it('goes to the platform that was in front, each its own', async () => {
    await desk.opens('vbdh')
    await desk.works(3 * MINUTE)
    await desk.opens('hkg')
    await desk.works(2 * MINUTE)
    await desk.opens('vbdh')
    await desk.works(MINUTE)
    await desk.opens(null)
    expect([await desk.ms('vbdh'), await desk.ms('hkg')]).toEqual([4 * MINUTE, 2 * MINUTE])
    expect(await desk.segments()).toHaveLength(3)
  })

  it('is split at midnight of the campaign’s zone', async () => {
    desk.clock = at('2026-11-23T23:58:00')
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    await desk.opens(null)
    expect([await desk.ms('vbdh', '2026-11-23'), await desk.ms('vbdh', '2026-11-24')]).toEqual([
      2 * MINUTE,
      3 * MINUTE,
    ])
  })

  it('is not written anew each time its page blinks: the heartbeat writes, and what follows begins a new one', async () => {
    await desk.opens('vbdh')
    for (let blink = 0; blink < 20; blink += 1) {
      desk.clock += SECOND
      await desk.worker.observe('event')
    }
    expect(await desk.ms('vbdh')).toBeUndefined()
    desk.clock += 10 * SECOND
    await desk.worker.onAlarm('heartbeat')
    expect(await desk.ms('vbdh')).toBe(30 * SECOND)
    await desk.works(5 * SECOND)
    await desk.opens('hkg')
    expect(await desk.ms('vbdh')).toBe(35 * SECOND)
  })

  it('beats a whole heartbeat after a stretch began, however long the alarm had run', async () => {
    await desk.opens('vbdh')
    const first = await fakeBrowser.alarms.get('heartbeat')
    desk.clock += 20 * SECOND
    await desk.worker.observe('event')
    expect(await fakeBrowser.alarms.get('heartbeat')).toBe(first)
    await desk.opens('hkg')
    expect(await fakeBrowser.alarms.get('heartbeat')).not.toBe(first)
  })

  it('keeps a heartbeat only while a platform is in front', async () => {
    expect(await fakeBrowser.alarms.get('heartbeat')).toBeUndefined()
    await desk.opens('vbdh')
    expect((await fakeBrowser.alarms.get('heartbeat'))?.periodInMinutes).toBe(0.5)
    await desk.opens(null)
    expect(await fakeBrowser.alarms.get('heartbeat')).toBeUndefined()
  })
})

describe('a person who stops typing', () => {
  it('is credited up to the last input: what heartbeats had counted beyond is taken back', async () => {
    await desk.opens('vbdh')
    await desk.works(10 * MINUTE)
    // the last input was now; the browser tells idle two minutes later
    await desk.works(2 * MINUTE)
    expect(await desk.ms('vbdh')).toBe(12 * MINUTE)
    await desk.becomes('idle')
    expect(await desk.ms('vbdh')).toBe(10 * MINUTE)
    await desk.works(20 * MINUTE)
    expect(await desk.ms('vbdh')).toBe(10 * MINUTE)
  })

  it('is counted on when they come back', async () => {
    await desk.opens('vbdh')
    await desk.works(4 * MINUTE)
    await desk.becomes('idle')
    desk.sleeps(30 * MINUTE)
    await desk.becomes('active')
    await desk.works(MINUTE)
    await desk.opens(null)
    expect(await desk.ms('vbdh')).toBe(3 * MINUTE)
  })

  it('who was idle from the start has earned nothing, and no time is below zero', async () => {
    await desk.opens('vbdh')
    await desk.works(MINUTE)
    await desk.becomes('idle')
    expect(await desk.ms('vbdh')).toBe(0)
    expect(await desk.segments()).toEqual([])
  })

  it('locking the screen ends the segment then', async () => {
    await desk.opens('vbdh')
    await desk.works(90 * SECOND)
    await desk.becomes('locked')
    await desk.works(HOUR)
    expect(await desk.ms('vbdh')).toBe(90 * SECOND)
  })
})

describe('a machine that goes away', () => {
  it('closing the laptop ends the segment at the last sighting', async () => {
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    desk.sleeps(8 * HOUR)
    await desk.worker.observe('event')
    await desk.opens(null)
    expect(await desk.ms('vbdh')).toBe(5 * MINUTE)
  })

  it('a stopped worker loses nothing: the next one goes on', async () => {
    await desk.opens('vbdh')
    await desk.works(2 * MINUTE)
    desk.startWorker()
    await desk.works(2 * MINUTE)
    desk.startWorker()
    await desk.opens(null)
    expect(await desk.ms('vbdh')).toBe(4 * MINUTE)
    expect(await desk.segments()).toHaveLength(1)
  })

  it('a browser that was killed ends the segment at the last heartbeat, also when it is back within seconds', async () => {
    await desk.opens('vbdh')
    await desk.works(2 * MINUTE)
    desk.sleeps(10 * SECOND)
    desk.session = 'second run'
    desk.startWorker()
    await desk.worker.observe('event')
    await desk.works(MINUTE)
    await desk.opens(null)
    expect(await desk.ms('vbdh')).toBe(3 * MINUTE)
  })
})

describe('a clock that is set back', () => {
  it('relives minutes that are not counted twice', async () => {
    await desk.opens('vbdh')
    await desk.works(10 * MINUTE)
    desk.clock -= 6 * MINUTE
    await desk.worker.observe('event')
    await desk.works(8 * MINUTE)
    await desk.opens(null)
    expect(await desk.ms('vbdh')).toBe(12 * MINUTE)
    expect(none(await desk.segments())).toBe(true)
  })

  it('never makes a day longer than its platforms were in front', async () => {
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    await desk.opens('hkg')
    desk.clock -= 5 * MINUTE
    await desk.worker.observe('event')
    await desk.works(5 * MINUTE)
    await desk.opens(null)
    expect([await desk.ms('vbdh'), await desk.ms('hkg')]).toEqual([5 * MINUTE, undefined])
  })

  it('set forward, does not credit the hours it jumped over', async () => {
    await desk.opens('vbdh')
    await desk.works(5 * MINUTE)
    desk.clock += 3 * HOUR
    await desk.worker.observe('event')
    await desk.works(MINUTE)
    await desk.opens(null)
    expect(await desk.ms('vbdh')).toBe(6 * MINUTE)
  })
})

describe('the person’s will', () => {
  it('without consent nothing is kept', async () => {
    const stranger = new Desk()
    await stranger.opens('vbdh')
    await stranger.works(10 * MINUTE)
    await stranger.opens(null)
    expect(await (await stranger.store()).getAll('days')).toEqual([])
    expect(await stranger.segments()).toEqual([])
  })

  it('a pause stops at once, and ends by itself', async () => {
    await desk.opens('vbdh')
    await desk.works(2 * MINUTE)
    await desk.says({ do: 'pause', until: desk.clock + 15 * MINUTE })
    await desk.works(15 * MINUTE)
    expect(await desk.ms('vbdh')).toBe(2 * MINUTE)
    expect(await fakeBrowser.alarms.get('resume')).toMatchObject({ scheduledTime: desk.clock })
    await desk.worker.onAlarm('resume')
    await desk.works(MINUTE)
    expect(await desk.ms('vbdh')).toBe(3 * MINUTE)
  })

  it('a pause without an end lasts until the person resumes', async () => {
    await desk.opens('vbdh')
    await desk.says({ do: 'pause', until: null })
    await desk.works(5 * HOUR)
    await desk.says({ do: 'resume' })
    await desk.works(MINUTE)
    expect(await desk.ms('vbdh')).toBe(MINUTE)
  })

  it('withdrawing stops at once and keeps what was counted', async () => {
    await desk.opens('vbdh')
    await desk.works(2 * MINUTE)
    await desk.says({ do: 'withdraw', erase: false })
    await desk.works(HOUR)
    expect(await desk.ms('vbdh')).toBe(2 * MINUTE)
  })

  it('withdrawing with erasure leaves no trace of counting', async () => {
    await desk.opens('vbdh')
    await desk.works(2 * MINUTE)
    expect(await desk.says({ do: 'withdraw', erase: true })).toEqual({ ok: true })
    await desk.works(MINUTE)
    const store = await desk.store()
    expect([await store.getAll('days'), await store.getAll('segments')]).toEqual([[], []])
    expect(await store.get('settings', 'open')).toBeUndefined()
  })

  it('after the campaign’s last year nothing is counted', async () => {
    desk.clock = at('2031-01-02T09:00:00')
    await desk.opens('vbdh')
    await desk.works(MINUTE)
    expect(await desk.ms('vbdh', '2031-01-02')).toBeUndefined()
  })
})

it('many looks at once are folded one after the other', async () => {
  await desk.opens('vbdh')
  desk.clock += 20 * SECOND
  await Promise.all(Array.from({ length: 25 }, () => desk.worker.observe('event', 'write')))
  expect(await desk.ms('vbdh')).toBe(20 * SECOND)
})

it('a message that is no command is refused at the door', async () => {
  expect(await desk.worker.onMessage({ do: 'erase-everything' })).toMatchObject({ ok: false, why: 'invalid' })
  expect(await desk.worker.onMessage({ do: 'pause', until: 'soon' })).toMatchObject({ ok: false })
})
