// Departures and returns under other window managers, which tell a browser less than openbox does.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { inTurn } from '../lock.ts'
import { DEPARTURES } from './departures.ts'
import { MANAGERS } from './desktop.ts'
import { hostsOf } from './play.ts'
import type { Scene } from './scenes.ts'
import { sentences } from './sentence.ts'
import { Stage } from './stage.ts'

/** After the task bar gave the window back Chromium itself answers that it has no focus, until the next change: nobody can know. */
const underMetacity = (scene: Scene): Scene =>
  scene.name.startsWith('minimised') ? { ...scene, limits: { overMs: 500, underMs: 7000 } } : scene

describe.each(MANAGERS.filter(name => name !== 'openbox'))('time is right in Chromium under %s:', manager => {
  let stage: Stage
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nhipso-manager-'))
    stage = await inTurn(() => Stage.build(folder, DEPARTURES.flatMap(hostsOf), { manager }))
  })
  afterAll(async () => {
    await stage?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  sentences(manager === 'metacity' ? DEPARTURES.map(underMetacity) : DEPARTURES, () => stage)
})
