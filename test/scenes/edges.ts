// Edges of a working day that only Chromium lets a script reach (a lock, a clock, a prompt, a kill): sentences about time.
import { addDays, dayOf, startOfDay } from '../../shared/core/day.ts'
import { back } from './departures.ts'
import { daysOf } from './play.ts'
import { OUTSIDE, type Scene } from './scenes.ts'
import type { Stage } from './stage.ts'
import { platformId } from './stage-world.ts'

const HOUR = 3_600_000
/** Waits until the extension has seen what came to the front: before that the clock must not be touched. */
async function seen(stage: Stage, host: string | null): Promise<void> {
  const open = async (): Promise<string | null> => {
    const { settings = [] } = await stage.dump()
    const stretch = (settings as { platform?: string; seen?: number }[]).find(one => one?.seen !== undefined)
    return stretch?.platform ?? null
  }
  const wanted = host && platformId(host)
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await open()) === wanted) return
    await stage.wait(0.1)
  }
  throw new Error(`the extension does not see ${host}`)
}

/** Ten seconds before, during and after a time in which the clock is wrong by `shift`. */
async function underClock(stage: Stage, [a, b]: Parameters<Scene['play']>[1], shift: number): Promise<void> {
  const page = await stage.open(a)
  await stage.work(10)
  await stage.go(page, b)
  await seen(stage, b)
  await stage.setClock(shift)
  await stage.go(page, a)
  await stage.work(10)
  await stage.go(page, b)
  await seen(stage, b)
  await stage.setClock(0)
  await stage.go(page, a)
  await stage.work(10)
  await expectStretchNear(stage, a, shift)
}

/** The worker may have started anew and lost the clock that was set: then the scene shows nothing. */
async function expectStretchNear(stage: Stage, host: string, shift: number): Promise<void> {
  const { segments = [] } = await stage.dump()
  const near = (segments as { platform: string; start: number }[]).some(
    ({ platform, start }) => platform === platformId(host) && Math.abs(start - shift - Date.now()) < HOUR / 2,
  )
  if (!near) throw new Error('the clock was not set')
}

/**
 * The browser's own question whether the extension may see a host: answered by keys, as a person may. Nothing tells a
 * script that the question is there, so the keys come again until the page knows the answer.
 */
async function answer(stage: Stage, host: string, keys: readonly string[]): Promise<void> {
  const options = await stage.openOwn('options.html')
  const rows = options.locator('li', { hasText: host })
  const before = await rows.allTextContents()
  await rows.getByRole('button').click()
  for (let tries = 0; tries < 10; tries += 1) {
    await stage.wait(1.5)
    for (const key of keys) await stage.desktop.key(key)
    await stage.wait(1)
    if ((await rows.allTextContents()).join() !== before.join()) return options.close()
  }
  throw new Error('the browser did not ask')
}

export const EDGES: readonly Scene<Stage>[] = [
  {
    name: 'two browsers of one person',
    hosts: 2,
    limits: { overMs: 500, underMs: 2000 },
    async play(stage, [a, b]) {
      await stage.open(a)
      await stage.work(4)
      await stage.openSecondBrowser(b)
      await stage.truth.until(b)
      await stage.work(6)
      for (const host of [a, b, a, b]) await back(stage, host, 6)
      await stage.closeSecondBrowser()
    },
  },
  {
    name: 'the extension’s own popup in front is not work on the platform',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(5)
      await stage.inExtension(async () => chrome.action.openPopup(), null)
      stage.truth.stop()
      await stage.work(8)
      await stage.desktop.click() // on the page, which closes the popup
      stage.truth.go()
      await stage.work(5)
    },
  },
  {
    name: 'the browser killed while counting',
    hosts: 1,
    loses: true,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(40)
      stage.signal('SIGKILL')
      await stage.wait(10)
      await stage.openBrowser()
      await stage.wait(2) // a browser that was killed may greet as if newly installed
      await stage.open(a)
      await stage.work(10)
    },
  },
  {
    name: 'a file dialog has the focus while it is open',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      await stage.work(6)
      await stage.run(
        page,
        css => {
          const chooser = document.body.appendChild(document.createElement('input'))
          chooser.type = 'file'
          chooser.style.cssText = css
        },
        'position:fixed;inset:0;width:100%;height:100%',
      )
      await stage.desktop.click()
      await stage.desktop.focused('Open File')
      await stage.work(8)
      await stage.desktop.key('Escape')
      await stage.work(6)
    },
  },
  {
    name: 'the screen locked, then unlocked',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(10)
      await stage.desktop.lock()
      await stage.wait(12)
      await stage.desktop.unlock()
      await stage.work(10)
    },
  },
  {
    name: 'the browser started a second time on the same profile',
    hosts: 2,
    async play(stage, [a, b]) {
      await stage.open(a)
      await stage.work(8)
      stage.openAgain(b)
      await stage.work(8)
    },
  },
  {
    name: 'the clock set forward an hour, and right again',
    hosts: 2,
    play: (stage, hosts) => underClock(stage, hosts, HOUR),
  },
  {
    name: 'the clock set back an hour, and right again',
    hosts: 2,
    play: (stage, hosts) => underClock(stage, hosts, -HOUR),
  },
  {
    name: 'midnight passes, and each day has its own part',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(OUTSIDE)
      const midnight = startOfDay(addDays(dayOf(Date.now()), 1))
      await stage.setClock(midnight - 10_000 - Date.now())
      await stage.go(page, a)
      await stage.work(20)
      await stage.go(page, OUTSIDE)
      await seen(stage, null)
      await stage.setClock(0)
      const days = daysOf(await stage.dump(), a)
      if (days.length !== 2 || days.some(ms => Math.abs(ms - 10_000) > 2500))
        throw new Error(`the days have ${days.join(' and ')} ms`)
    },
  },
  {
    name: 'a platform that the campaign added: refused, allowed, then the permission taken back',
    hosts: 1,
    domain: 'vi-du.example',
    async play(stage, [a]) {
      stage.truth.stop()
      const unseen = async (): Promise<void> => {
        await stage.open(`https://${a}`)
        await stage.work(6)
      }
      await unseen()
      await answer(stage, a, ['Escape'])
      await unseen()
      await answer(stage, a, ['Tab', 'Return'])
      stage.truth.go()
      await stage.open(`https://${a}`)
      await stage.work(12)
      stage.truth.stop()
      await stage.inExtension(async host => chrome.permissions.remove({ origins: [`https://${host}/*`] }), a)
      await stage.work(6)
    },
  },
]
