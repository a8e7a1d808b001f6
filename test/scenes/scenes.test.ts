import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTurn } from '../lock.ts'
import { DEPARTURES } from './departures.ts'
import { EDGES } from './edges.ts'
import { mixedWork } from './mixed-work.ts'
import { hostsOf } from './play.ts'
import { OUTSIDE, SCENES } from './scenes.ts'
import { sentences } from './sentence.ts'
import { Stage } from './stage.ts'

const ALL = [...SCENES, ...DEPARTURES, ...EDGES, mixedWork(1, 2)]

describe('time is right in a real windowed Chromium:', () => {
  let stage: Stage
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nhipso-scenes-'))
    stage = await inTurn(() => Stage.build(folder, ALL.flatMap(hostsOf)))
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
