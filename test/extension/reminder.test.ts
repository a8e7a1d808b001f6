import './fake-browser.ts'

import { beforeEach, expect, it } from 'vitest'
import { at, Desk, HOUR, MINUTE } from './desk.ts'
import { shown } from './fake-browser.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
  shown.length = 0
})
const reminders = () => desk.says({ do: 'remind', on: true })

it('nobody is reminded who has not asked for it', async () => {
  await desk.joins()
  desk.clock = at('2026-11-23T16:00:00')
  await desk.worker.observe('event')
  expect(shown).toEqual([])
})

it('a reminder comes after three in the afternoon, once a day, with the minutes that are missing', async () => {
  await desk.joins()
  await reminders()
  await desk.opens('vbdh')
  await desk.works(MINUTE)
  await desk.opens(null)
  expect(shown).toEqual([])
  desk.clock = at('2026-11-23T15:00:00')
  await desk.worker.observe('event')
  expect(shown).toEqual([expect.stringMatching(/^remind_today \d+$/)])
  desk.clock += HOUR
  await desk.worker.observe('event')
  expect(shown).toHaveLength(1)
  desk.clock = at('2026-11-25T15:30:00')
  await desk.worker.observe('event')
  expect(shown).toHaveLength(2)
})

it('a day that counts, a day off and a pause bring no reminder; a missing code does', async () => {
  await desk.consents()
  await reminders()
  desk.clock = at('2026-11-22T16:00:00') // a Sunday
  await desk.worker.observe('event')
  desk.clock = at('2026-11-23T16:00:00')
  await desk.says({ do: 'pause', until: desk.clock + HOUR })
  await desk.worker.observe('event')
  expect(shown).toEqual([])
  await desk.says({ do: 'resume' })
  expect(shown).toEqual(['remind_setup'])
  await desk.joins()
  desk.clock = at('2026-11-25T14:00:00')
  await desk.opens('vbdh')
  await desk.works(50 * MINUTE)
  desk.clock = at('2026-11-25T15:10:00')
  await desk.worker.observe('event')
  expect(shown).toHaveLength(1)
})
