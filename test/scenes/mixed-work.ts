// Any mixed work, drawn from a seed: tabs, windows, the keyboard, other programs, minimising, desktops, absences.
import { chance } from '../../hub/sample/seeded-random.ts'
import type { SceneStage, Tab } from './scene-stage.ts'
import { OUTSIDE, type Scene } from './scenes.ts'
import { IDLE_AFTER_MS } from './stage-world.ts'

const SHORTEST_S = 3
const LONGEST_S = 40
/** One absence in so many turns: longer than the idle limit, and back. */
const ABSENCE_S = IDLE_AFTER_MS / 1000 + 15

/** One person's way through some minutes. */
class Worker {
  readonly #stage: SceneStage
  readonly #hosts: readonly string[]
  readonly #random: () => number
  readonly #tabs: Tab[] = []

  constructor(stage: SceneStage, hosts: readonly string[], random: () => number) {
    this.#stage = stage
    this.#hosts = hosts
    this.#random = random
  }

  #any<T>(all: readonly T[]): T {
    const one = all[Math.floor(this.#random() * all.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }

  /** Mostly short stays, some long. */
  async stays(): Promise<void> {
    const seconds = SHORTEST_S + (LONGEST_S - SHORTEST_S) * this.#random() ** 2
    await this.#stage.work(seconds)
  }

  /** Where to go next: mostly a platform. */
  #place = (): string => this.#any([...this.#hosts, ...this.#hosts, OUTSIDE])

  readonly #moves: readonly (() => Promise<void>)[] = [
    async () => void this.#tabs.push(await this.#stage.open(this.#place())),
    async () => void this.#tabs.push(await this.#stage.openWindow(this.#place())),
    () => this.#stage.show(this.#any(this.#tabs)),
    () => this.#stage.show(this.#any(this.#tabs)),
    async () => {
      const tab = this.#any(this.#tabs)
      await this.#stage.show(tab)
      await this.#stage.go(tab, this.#place())
    },
    () => this.#stage.desktop.previousWindow(),
    () => this.#stage.desktop.previousWindow(),
    async () => {
      await this.#stage.desktop.openOther()
      await this.stays()
      if (this.#random() < 0.5) await this.#stage.desktop.previousWindow()
      else await this.#stage.desktop.closeOther()
      await this.stays()
      await this.#stage.desktop.closeOther()
    },
    async () => {
      const restore = await this.#stage.desktop.minimise()
      await this.stays()
      await restore()
    },
    async () => {
      await this.#stage.desktop.goTo(1)
      await this.stays()
      await this.#stage.desktop.goTo(0)
    },
    async () => {
      if (this.#random() > 0.3) return
      await this.#stage.desktop.touch()
      await this.#stage.wait(ABSENCE_S)
      await this.#stage.desktop.touch()
    },
  ]

  async works(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000
    this.#tabs.push(await this.#stage.open(this.#hosts[0] ?? OUTSIDE))
    while (Date.now() < until) {
      await this.stays()
      await this.#any(this.#moves)()
    }
    await this.#stage.desktop.closeOther()
  }
}

/** A scene of its own for each seed. */
export const mixedWork = (seed: number, minutes: number): Scene => ({
  name: `${minutes} minutes of mixed work, seed ${seed}`,
  hosts: 3,
  limits: { overMs: 2000, underMs: 2000 },
  play: (stage, hosts) => new Worker(stage, hosts, chance('mixed work', String(seed))).works(minutes * 60),
})
