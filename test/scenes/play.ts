// Plays a scene, and sets what the extension counted beside what really was in front.

import type { SceneStage } from './scene-stage.ts'
import type { Scene } from './scenes.ts'
import { IDLE_AFTER_MS, platformId } from './stage-world.ts'

/** What one scene showed for one of its platforms. */
export interface Showing {
  readonly host: string
  readonly truthMs: number
  readonly countedMs: number
  /** What was counted, and what was so, for whoever must find out why a sentence does not hold. */
  readonly stretches: string
}

/** The hosts of a scene: its own, below the province's domain where the scene names no other. */
export const hostsOf = (scene: Pick<Scene, 'name' | 'hosts' | 'domain'>): [string, ...string[]] => {
  const stem = [...scene.name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_000, 7)
  const [first = '', ...more] = Array.from(
    { length: scene.hosts },
    (_, i) => `s${stem}-${i + 1}.${scene.domain ?? 'tayninh.gov.vn'}`,
  )
  return [first, ...more]
}

/** Plays a scene and leaves an empty page in front; truth and count are of this showing only. */
export async function play<S extends SceneStage>(stand: S, scene: Scene<S>): Promise<readonly Showing[]> {
  const hosts = hostsOf(scene)
  const began = Date.now()
  const before = await stand.dump()
  stand.truth.go()
  await scene.play(stand, hosts as never)
  await stand.clear()
  const after = await stand.dump()
  return hosts.map(host => ({
    host,
    truthMs: stand.truth.attendedMs(host, began, IDLE_AFTER_MS),
    countedMs: sum(daysOf(after, host)) - sum(daysOf(before, host)),
    stretches: `${stretches(after, host, began)} s of ${stand.truth.stretches(host, began)} s`,
  }))
}

type Stores = Record<string, unknown[]>

/** Milliseconds that the extension counted for a host, day by day. */
export const daysOf = ({ days = [] }: Stores, host: string): readonly number[] =>
  (days as { platform: string; ms: number }[])
    .filter(day => day.platform === platformId(host))
    .map(day => day.ms)

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** The segments of a host since `began`, as seconds after it. */
function stretches({ segments = [] }: Stores, host: string, began: number): string {
  const since = (at: number): string => ((at - began) / 1000).toFixed(1)
  return (segments as { platform: string; start: number; end: number }[])
    .filter(({ platform, end }) => platform === platformId(host) && end > began)
    .map(({ start, end }) => `${since(start)}–${since(end)}`)
    .join(', ')
}
