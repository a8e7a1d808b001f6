// The stories as a whole; each of them is played in the file of its element (stories-….test.ts).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STORIES } from '../../widgets/stories/stories.ts'
import { root, tracked } from '../rules/tree.ts'
import { looksOf } from '../stories/looks.ts'
import { storyTable } from '../stories/table.ts'

describe('the stories', () => {
  it('have names of their own, and five elements among them', () => {
    expect(new Set(STORIES.map(one => one.name)).size).toBe(STORIES.length)
    expect(new Set(STORIES.map(one => one.show)).size).toBe(5)
  })

  it.each(['en', 'vi'] as const)('stand in the documentation with their pictures: %s', lang => {
    const file = lang === 'en' ? 'docs/widgets.md' : 'docs/widgets.vi.md'
    const text = readFileSync(join(root, file), 'utf8')
    for (const table of storyTable(lang)) expect(text).toContain(table)
  })

  it('are played, each element’s in a file of its own', () => {
    const files = tracked(/^test\/widgets\/stories-.*\.test\.ts$/).map(
      file => /stories-(\w+)/.exec(file)?.[1],
    )
    expect(files).toEqual([...new Set(STORIES.map(one => one.show))].sort())
  })

  it('leave no picture behind that no story shows', () => {
    const shown = STORIES.flatMap(one => looksOf(one).map(look => `docs/looks/${one.name}.${look}.png`))
    expect(tracked(/^docs\/looks\//).filter(file => !shown.includes(file))).toEqual([])
  })
})
