// Departures and returns, of which a browser tells one and not the next: sentences about time on any desktop.

import type { SceneStage } from './scene-stage.ts'
import type { Scene } from './scenes.ts'

/** Nobody is credited half a second too much. */
const limits = { overMs: 500, underMs: 2000 }

/** Alt+Tab until it has led there: a busy window manager may miss the keys. */
async function change(stage: SceneStage, host: string, has: boolean): Promise<void> {
  for (let again = 2; ; again -= 1) {
    await stage.desktop.previousWindow()
    try {
      return await stage.truth.until(host, has)
    } catch (error) {
      if (again === 0) throw error
    }
  }
}

/** To the other program, and work there. */
async function away(stage: SceneStage, host: string, seconds: number): Promise<void> {
  await change(stage, host, false)
  await stage.work(seconds)
}

/** Back to the browser, and work there; nothing is loaded anew. */
export async function back(stage: SceneStage, host: string, seconds: number): Promise<void> {
  await change(stage, host, true)
  await stage.work(seconds)
}

export const DEPARTURES: readonly Scene[] = [
  {
    name: 'another program twice in one visit',
    hosts: 1,
    limits,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(3)
      await stage.desktop.openOther()
      await stage.truth.until(a, false)
      await stage.work(3)
      await back(stage, a, 6)
      await away(stage, a, 12)
      await back(stage, a, 4)
      await away(stage, a, 5)
      await back(stage, a, 3)
      await stage.desktop.closeOther()
    },
  },
  {
    name: 'minimised by the task bar, then another program',
    hosts: 1,
    limits,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(4)
      const restore = await stage.desktop.minimise()
      await stage.truth.until(a, false)
      await stage.work(5)
      await restore()
      await stage.truth.until(a)
      await stage.work(5)
      await stage.desktop.openOther()
      await stage.truth.until(a, false)
      await stage.work(10)
      await back(stage, a, 4)
      await stage.desktop.closeOther()
    },
  },
  {
    name: 'another virtual desktop, and back to work',
    hosts: 1,
    limits,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(5)
      await stage.desktop.goTo(1)
      await stage.truth.until(a, false)
      await stage.work(8)
      await stage.desktop.goTo(0)
      await stage.truth.until(a)
      await stage.work(12)
      await stage.desktop.goTo(1)
      await stage.truth.until(a, false)
      await stage.work(6)
      await stage.desktop.goTo(0)
      await stage.truth.until(a)
      await stage.work(4)
    },
  },
  {
    name: 'two windows and the keyboard',
    hosts: 2,
    limits,
    async play(stage, [a, b]) {
      await stage.open(a)
      await stage.work(4)
      await stage.openWindow(b)
      await stage.truth.until(b)
      await stage.work(4)
      for (const host of [a, b, a]) await back(stage, host, 6)
    },
  },
]
