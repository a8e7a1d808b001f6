import './fake-browser.ts'

import { beforeEach, expect, it } from 'vitest'
import { Desk, MINUTE } from './desk.ts'
import { toolbar } from './fake-browser.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

const shown = () => [toolbar.text, toolbar.title]

it('the icon tells without colour what is done: off, ready, recording, paused', async () => {
  await desk.worker.observe('event')
  expect(shown()).toEqual(['–', 'icon_off'])
  await desk.consents()
  expect(shown()).toEqual(['', 'icon_ready'])
  await desk.opens('vbdh')
  expect(shown()).toEqual(['●', 'icon_recording'])
  await desk.says({ do: 'pause', until: desk.clock + 15 * MINUTE })
  expect(shown()).toEqual(['II', 'icon_paused'])
  desk.clock += 15 * MINUTE
  await desk.worker.onAlarm('resume')
  expect(shown()).toEqual(['●', 'icon_recording'])
  await desk.says({ do: 'withdraw', erase: false })
  expect(shown()).toEqual(['–', 'icon_off'])
})

it('the icon tells of trouble: a silent hub at its third silence, and none when it answers again', async () => {
  await desk.joins()
  await desk.opens('vbdh')
  await desk.works(5 * MINUTE)
  desk.hub.state = 'down'
  await desk.says({ do: 'sync' })
  await desk.worker.onAlarm('send')
  expect(shown()).toEqual(['●', 'icon_recording'])
  await desk.worker.onAlarm('send')
  expect(shown()).toEqual(['!', 'icon_trouble'])
  desk.hub.state = 'up'
  await desk.worker.onAlarm('send')
  expect(shown()).toEqual(['●', 'icon_recording'])
})

it('the icon tells at once of a clock that is wrong', async () => {
  await desk.joins()
  await desk.opens('vbdh')
  await desk.works(5 * MINUTE)
  const right = desk.clock
  Object.assign(desk.hub, { now: () => right - 60 * MINUTE })
  await desk.says({ do: 'sync' })
  expect(shown()).toEqual(['!', 'icon_trouble'])
})
