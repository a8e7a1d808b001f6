import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EDGES } from './edges.ts'
import { hostsOf, play } from './play.ts'
import { OUTSIDE, SCENES } from './scenes.ts'
import { Stage } from './stage.ts'

/** What a sentence allows: the script's own latency, and one heartbeat where the browser was killed or suspended. */
const OVER_MS = 1500
const UNDER_MS = 1500
const HEARTBEAT_MS = 31_000

const ALL = [...SCENES, ...EDGES]

describe('time is right in a real windowed Chromium:', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.build(mkdtempSync(join(tmpdir(), 'nhipso-scenes-')), ALL.flatMap(hostsOf))
  })
  afterAll(() => stage?.close())

  it.each(ALL.map(scene => [scene.name, scene] as const))('%s', async (_, scene) => {
    for (const { host, truthMs, countedMs, stretches } of await play(stage, scene)) {
      const error = countedMs - truthMs
      expect(error, `${host}: over-credited; counted ${stretches} s`).toBeLessThanOrEqual(OVER_MS)
      expect(error, `${host}: under-credited; counted ${stretches} s`).toBeGreaterThanOrEqual(
        scene.loses ? -HEARTBEAT_MS : -UNDER_MS,
      )
    }
  })

  it('and nothing of the site outside stands in any store', async () => {
    expect(JSON.stringify(await stage.dump())).not.toContain(OUTSIDE)
  })
})
