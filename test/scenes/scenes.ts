// One small working day, in any browser: each scene is a sentence about time, played on hosts of its own.
import type { SceneStage } from './scene-stage.ts'

export interface Scene<S extends SceneStage = SceneStage> {
  readonly name: string
  /** How many platforms it needs; they are its own. */
  readonly hosts: number
  /** Where its hosts stand, if not below the province's domain: there the extension has no permission at first. */
  readonly domain?: string
  /** Milliseconds that may be counted too much, and too little, where that is not the rule (sentence.ts). */
  readonly limits?: { readonly overMs: number; readonly underMs: number }
  /** Browser or extension are stopped without a word: up to one heartbeat may be lost, nothing may be won. */
  readonly loses?: boolean
  play(stage: S, hosts: readonly [string, ...string[]] & { readonly 1: string }): Promise<void>
}

/** A host that no campaign knows. */
export const OUTSIDE = 'mang-xa-hoi.example'
const SIGN_IN = 'xacthuc.dichvucong.gov.vn'

export const SCENES: readonly Scene[] = [
  {
    name: 'reading one page',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(40)
    },
  },
  {
    name: 'switching between tabs',
    hosts: 2,
    async play(stage, [a, b]) {
      const first = await stage.open(a)
      await stage.work(12)
      await stage.open(b)
      await stage.work(12)
      await stage.show(first)
      await stage.work(8)
    },
  },
  {
    name: 'following a link from one platform to another',
    hosts: 2,
    async play(stage, [a, b]) {
      const page = await stage.open(a)
      await stage.work(12)
      await stage.go(page, b)
      await stage.work(12)
    },
  },
  {
    name: 'leaving for a site outside the catalogue, and coming back',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      await stage.work(10)
      await stage.go(page, OUTSIDE)
      await stage.work(10)
      await stage.go(page, a)
      await stage.work(10)
    },
  },
  {
    name: 'two windows beside each other',
    hosts: 2,
    async play(stage, [a, b]) {
      const first = await stage.open(a)
      await stage.work(10)
      const second = await stage.openWindow(b)
      await stage.work(10)
      await stage.show(first)
      await stage.work(10)
      await second.close()
      await stage.show(first)
    },
  },
  {
    name: 'the same platform in two tabs and two windows counts once',
    hosts: 1,
    async play(stage, [a]) {
      const first = await stage.open(a)
      await stage.open(a)
      await stage.work(8)
      const window = await stage.openWindow(a)
      await stage.work(8)
      await stage.show(first)
      await stage.work(8)
      await window.close()
      await stage.show(first)
    },
  },
  {
    name: 'a new window that gets the focus late',
    hosts: 2,
    async play(stage, [a, b]) {
      await stage.open(a)
      await stage.work(6)
      const window = await stage.desktop.late(() => stage.openWindow(b))
      await stage.work(10)
      await window.close()
    },
  },
  {
    name: 'the window minimised',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      await stage.work(10)
      const restore = await stage.minimise(page)
      await stage.work(12)
      await restore()
      await stage.show(page)
      await stage.work(8)
    },
  },
  {
    name: 'another application in front',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(10)
      await stage.desktop.openOther()
      await stage.work(12)
      await stage.desktop.closeOther()
      await stage.work(8)
    },
  },
  {
    name: 'a tab moved to another window',
    hosts: 2,
    async play(stage, [a, b]) {
      const first = await stage.open(a)
      await stage.work(8)
      const second = await stage.openWindow(b)
      await stage.work(8)
      await stage.inExtension(
        async ({ host, other }) => {
          const moving = (await chrome.tabs.query({})).find(tab => tab.url?.includes(host))
          const target = (await chrome.tabs.query({})).find(tab => tab.url?.includes(other))
          if (moving?.id === undefined || target === undefined) throw new Error('no tabs to move')
          await chrome.tabs.move(moving.id, { windowId: target.windowId, index: -1 })
          await chrome.tabs.update(moving.id, { active: true })
        },
        { host: a, other: b },
      )
      await stage.work(8)
      await second.close()
      await stage.show(first)
    },
  },
  {
    name: 'a background tab discarded, then opened again',
    hosts: 2,
    async play(stage, [a, b]) {
      const first = await stage.open(a)
      await stage.work(6)
      await stage.open(b)
      await stage.inExtension(
        async ({ host }) => {
          const tab = (await chrome.tabs.query({})).find(one => one.url?.includes(host))
          if (tab?.id === undefined) throw new Error('no tab to discard')
          await chrome.tabs.discard(tab.id)
        },
        { host: a },
      )
      await stage.work(10)
      await first.close().catch(() => {})
      await stage.open(a)
      await stage.work(8)
    },
  },
  {
    name: 'back and forward',
    hosts: 2,
    async play(stage, [a, b]) {
      const page = await stage.open(a)
      await stage.work(8)
      await stage.go(page, b)
      await stage.work(8)
      await stage.back(page, a)
      await stage.work(8)
      await stage.forward(page, b)
      await stage.work(8)
    },
  },
  {
    name: 'navigation inside a single-page application',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      for (let step = 0; step < 6; step += 1) {
        await stage.run(page, n => history.pushState({}, '', `/van-ban/${n}`), step)
        await stage.work(3)
      }
    },
  },
  {
    name: 'a redirect through a sign-in host earns nothing there',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      await stage.work(8)
      await stage.go(page, SIGN_IN)
      await stage.work(8)
      await stage.go(page, a)
      await stage.work(8)
    },
  },
  {
    name: 'a page that blocks its main thread four seconds of every five',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      await stage.run(
        page,
        () => {
          setInterval(() => {
            const until = performance.now() + 4000
            while (performance.now() < until);
          }, 5000)
        },
        null,
      )
      await stage.work(20)
      void page.close()
    },
  },
  {
    name: 'a modal alert() stays open',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      const dismiss = await stage.alert(page, 'Đã lưu')
      await stage.work(15)
      await dismiss()
      await stage.work(5)
    },
  },
  {
    name: 'full screen',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(5)
      await stage.desktop.key('F11')
      await stage.work(10)
      await stage.desktop.key('F11')
      await stage.work(5)
    },
  },
  {
    name: 'a download',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      await stage.work(6)
      await stage.run(
        page,
        () => {
          const link = document.createElement('a')
          link.href = URL.createObjectURL(new Blob(['công văn']))
          link.download = 'cong-van.txt'
          link.click()
        },
        null,
      )
      await stage.work(8)
    },
  },
  {
    name: 'a PDF on a platform',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a, `/${a}.pdf`)
      await stage.work(15)
    },
  },
  {
    name: 'developer tools beside the page',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(5)
      await stage.desktop.key('F12')
      await stage.work(10)
      await stage.desktop.key('F12')
      await stage.work(5)
    },
  },
  {
    name: 'paused, then resumed',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(8)
      await stage.says({ do: 'pause', until: null })
      stage.truth.stop()
      await stage.work(8)
      await stage.says({ do: 'resume' })
      stage.truth.go()
      await stage.work(8)
    },
  },
  {
    name: 'ten switches of a second and a half',
    hosts: 2,
    async play(stage, [a, b]) {
      const first = await stage.open(a)
      const second = await stage.open(b)
      for (let n = 0; n < 5; n += 1) {
        await stage.show(first)
        await stage.wait(1.5)
        await stage.show(second)
        await stage.wait(1.5)
      }
    },
  },
  {
    name: 'a tab that is never shown',
    hosts: 2,
    async play(stage, [a, b]) {
      await stage.open(a)
      await stage.openBehind(b)
      await stage.work(12)
    },
  },
  {
    name: 'a reader who touches nothing for less than the idle limit',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.desktop.touch()
      await stage.wait(45)
      await stage.desktop.touch()
    },
  },
  {
    name: 'away from the desk: credit ends at the last touch, and begins again at the return',
    hosts: 1,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(15)
      await stage.desktop.touch()
      await stage.wait(80)
      await stage.desktop.touch()
      await stage.work(15)
    },
  },
  {
    name: 'the worker stopped by the browser while counting',
    hosts: 1,
    async play(stage, [a]) {
      const page = await stage.open(a)
      await stage.work(10)
      await stage.stopBackground(page)
      await stage.work(40)
    },
  },
  {
    name: 'the extension reloaded while counting',
    hosts: 1,
    loses: true,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(10)
      await stage.inExtension(async () => chrome.runtime.reload(), []).catch(() => {})
      await stage.work(15)
    },
  },
  {
    name: 'the machine suspended',
    hosts: 1,
    loses: true,
    async play(stage, [a]) {
      await stage.open(a)
      await stage.work(35)
      stage.truth.stop()
      stage.signal('SIGSTOP')
      await stage.wait(70)
      stage.signal('SIGCONT')
      stage.truth.go()
      await stage.work(20)
    },
  },
]
