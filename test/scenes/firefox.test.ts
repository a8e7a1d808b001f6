import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FirefoxStage } from './firefox-stage.ts'
import { hostsOf, play } from './play.ts'
import { OUTSIDE, SCENES } from './scenes.ts'

/** What a sentence allows: the script's own latency, and one heartbeat where the browser was suspended. */
const OVER_MS = 1500
const UNDER_MS = 1500
const HEARTBEAT_MS = 31_000

describe('time is right in a real windowed Firefox:', () => {
  let stage: FirefoxStage
  beforeAll(async () => {
    stage = await FirefoxStage.build(mkdtempSync(join(tmpdir(), 'nhipso-firefox-')), SCENES.flatMap(hostsOf))
  })
  afterAll(() => stage?.close())

  it.each(SCENES.map(scene => [scene.name, scene] as const))('%s', async (_, scene) => {
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
