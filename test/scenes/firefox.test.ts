import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTurn } from '../lock.ts'
import { DEPARTURES } from './departures.ts'
import { FirefoxStage } from './firefox-stage.ts'
import { mixedWork } from './mixed-work.ts'
import { hostsOf } from './play.ts'
import { OUTSIDE, SCENES } from './scenes.ts'
import { sentences } from './sentence.ts'

const ALL = [...SCENES, ...DEPARTURES, mixedWork(1, 2)]

describe('time is right in a real windowed Firefox:', () => {
  let stage: FirefoxStage
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nhipso-firefox-'))
    stage = await inTurn(() => FirefoxStage.build(folder, ALL.flatMap(hostsOf)))
  })
  afterAll(async () => {
    await stage?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  sentences(ALL, () => stage)

  it('and nothing of the site outside stands in any store', async () => {
    expect(JSON.stringify(await stage.dump())).not.toContain(OUTSIDE)
  })
})
