// Exact times fade, totals stay; three years of them are measured.
import { beforeEach, describe, expect, it } from 'vitest'
import { eraseDays } from '../../extension/store/erase.ts'
import { thinOnceADay } from '../../extension/store/thin.ts'
import { addDays, DAY_MS, type DayKey, dayOf, startOfDay } from '../../shared/core/day.ts'
import { at, Desk, HOUR, MINUTE, SECOND } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  await desk.consents()
  desk.clock += DAY_MS // of the first day it has been done already
})

/** A hundred stretches and a total on each day before today, as many days as told. */
async function livedThrough(days: number): Promise<void> {
  const store = await desk.store()
  const today = dayOf(desk.clock)
  for (let back = 1; back <= days; back += 1) {
    const day = addDays(today, -back)
    const tx = store.transaction(['segments', 'days'], 'readwrite')
    const began = startOfDay(day) + 8 * HOUR
    for (let n = 0; n < 100; n += 1) {
      const start = began + n * 4 * MINUTE
      void tx.objectStore('segments').put({ platform: 'vbdh', start, end: start + 3 * MINUTE })
    }
    void tx.objectStore('days').put({ day, platform: 'vbdh', ms: 300 * MINUTE })
    await tx.done
  }
}

const oldest = async (): Promise<DayKey> => dayOf((await desk.segments())[0]?.start ?? 0)

describe('exact times', () => {
  it('are kept for 28 days; of older days the totals stay', async () => {
    await livedThrough(40)
    await thinOnceADay(await desk.store(), desk.clock)
    expect(await oldest()).toBe(addDays(dayOf(desk.clock), -28))
    expect(await (await desk.store()).count('days')).toBe(40)
  })

  it('are kept for longer where the person says so', async () => {
    await livedThrough(130)
    await desk.says({ do: 'exact-days', days: 120 })
    await thinOnceADay(await desk.store(), desk.clock)
    expect(await oldest()).toBe(addDays(dayOf(desk.clock), -120))
  })

  it('fade by themselves, the next day', async () => {
    await livedThrough(28)
    await desk.opens('vbdh')
    desk.clock += DAY_MS
    await desk.opens(null)
    await expect.poll(oldest).toBe(addDays(dayOf(desk.clock), -28))
  })

  it('stay while a report waits, and the total of a day that ran over the border is untouched', async () => {
    await livedThrough(40)
    const store = await desk.store()
    await store.put('outbox', { seq: 1 } as never)
    await thinOnceADay(store, desk.clock)
    expect(await store.count('segments')).toBe(4000)
    await store.clear('outbox')
    await thinOnceADay(store, desk.clock)
    expect(await store.count('segments')).toBe(2800)
    expect(await desk.ms('vbdh', addDays(dayOf(desk.clock), -29))).toBe(300 * MINUTE)
  })

  it('are not forgotten twice a day', async () => {
    const store = await desk.store()
    await thinOnceADay(store, desk.clock)
    await livedThrough(30)
    await thinOnceADay(store, desk.clock)
    expect(await store.count('segments')).toBe(3000)
  })
})

describe('erasing one old day', () => {
  it('reads that day’s stretches and no others, and a stretch over midnight keeps its part of the other day', async () => {
    await livedThrough(40)
    const store = await desk.store()
    const day = addDays(dayOf(at('2026-11-23T08:00:00')), -10)
    const midnight = startOfDay(addDays(day, 1))
    await store.put('segments', { platform: 'hkg', start: midnight - 5 * SECOND, end: midnight + 7 * SECOND })
    let read = 0
    const getAll = IDBIndex.prototype.getAll
    IDBIndex.prototype.getAll = function (this: IDBIndex, ...args: Parameters<IDBIndex['getAll']>) {
      const request = getAll.apply(this, args)
      request.addEventListener('success', () => {
        read += request.result.length
      })
      return request
    }
    try {
      await eraseDays(store, day, false)
    } finally {
      IDBIndex.prototype.getAll = getAll
    }
    expect(read).toBeLessThanOrEqual(101)
    const left = await desk.segments()
    expect(left.filter(one => dayOf(one.start) === day)).toEqual([])
    expect(left).toContainEqual({ platform: 'hkg', start: midnight, end: midnight + 7 * SECOND })
    expect(left).toHaveLength(3901)
  })
})
