// The six pages that people see most look as they looked. `npm run shots -- looks` draws the pictures anew: look at them, then keep them.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../rules/tree.ts'
import { LOOKS, openStudio, type Studio } from '../shots/fixed.ts'
import { apart } from '../shots/picture.ts'
import { Web } from './web.ts'

const KEPT = join(import.meta.dirname, 'looks')
/** Where a picture that differs is left, beside what differs in it. */
const LEFT = join(root, '.output/looks')
/** Parts of a picture that another machine may smooth otherwise: one in five hundred. A moved line is ten times that. */
const TOLERANCE = 0.002

describe('the looks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nhipso-looks-'))
  const web = new Web()
  let studio: Studio
  beforeAll(async () => {
    mkdirSync(LEFT, { recursive: true })
    studio = await openStudio(folder, await web.listen())
  })
  afterAll(async () => {
    await studio?.close()
    await web.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are six', () => expect(LOOKS).toHaveLength(6))

  it.each(LOOKS.map(look => [look.name, look] as const))('%s looks as it looked', async (name, look) => {
    const file = join(KEPT, `${name}.png`)
    expect(existsSync(file), `${file} is missing: npm run shots -- looks`).toBe(true)
    const drawn = await studio.draw(look)
    const { pixels, of, diff } = apart(readFileSync(file), drawn)
    if (pixels / of > TOLERANCE) {
      writeFileSync(join(LEFT, `${name}.png`), drawn)
      if (diff) writeFileSync(join(LEFT, `${name}.diff.png`), diff)
    }
    expect(pixels / of, `${name}: see ${LEFT}`).toBeLessThanOrEqual(TOLERANCE)
  })
})
