// Each scene as a sentence of a test: what was counted is what was in front.
import { expect, inject, it } from 'vitest'
import { play } from './play.ts'
import type { SceneStage } from './scene-stage.ts'
import type { Scene } from './scenes.ts'
import { dealt } from './shards.ts'

/** What a sentence allows: what a busy machine delays, and one heartbeat where the browser was killed or suspended. */
const LIMITS = { overMs: 1500, underMs: 1500 }
const HEARTBEAT_MS = 31_000

/** A busy machine may delay the browser itself by more than that: then the scene is played once more, on a clean count. */
const ONCE_MORE = { retry: 1 }

export function sentences<S extends SceneStage>(scenes: readonly Scene<S>[], stand: () => S): void {
  const mine = dealt(scenes, inject('shard')).map(scene => [scene.name, scene] as const)
  it.for(mine)('%s', ONCE_MORE, async ([, scene], { task }) => {
    const shown = await play(stand(), scene)
    task.meta.loses = scene.loses ?? false
    task.meta.errorsMs ??= []
    task.meta.errorsMs.push(...shown.map(({ truthMs, countedMs }) => countedMs - truthMs))
    for (const { host, truthMs, countedMs, stretches } of shown) {
      const error = countedMs - truthMs
      const { overMs, underMs } = scene.limits ?? LIMITS
      const under = scene.loses ? HEARTBEAT_MS : underMs
      expect(error, `${host}: over-credited; counted ${stretches}`).toBeLessThanOrEqual(overMs)
      expect(error, `${host}: under-credited; counted ${stretches}`).toBeGreaterThanOrEqual(-under)
    }
  })
}
