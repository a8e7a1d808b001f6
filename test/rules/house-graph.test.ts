import { describe, expect, it } from 'vitest'
import { arrowsOf, boxesOf, circlesOf, upwards } from './house-graph.ts'

const arrow = (from: string, to: string) => ({ from, to, values: 1, types: 0 })

describe('the picture of the house', () => {
  it('has a box for every room, with what is in it', () => {
    const names = boxesOf().map(box => box.name)
    expect(names).toEqual(expect.arrayContaining(['shared/core', 'hub/release', 'hub (roof)', 'hub (floor)']))
    expect(boxesOf().filter(box => box.files === 0 || box.lines === 0)).toEqual([])
  })

  it('finds a circle, and no circle where every arrow leads down', () => {
    const [down, back] = [arrow('hub/http', 'hub/store'), arrow('hub/store', 'hub/http')]
    expect(circlesOf([down, arrow('hub/store', 'shared/core')])).toEqual([])
    expect(circlesOf([down, back])).toEqual([['hub/http', 'hub/store']])
  })

  it('finds an arrow from a room to the roof of its part', () => {
    const up = arrow('hub/http', 'hub (roof)')
    expect(upwards([up, arrow('hub/http', 'hub (floor)')])).toEqual([up])
  })

  it('shows that the shared rooms lead down only', () => {
    const shared = arrowsOf(true).filter(({ from }) => from.startsWith('shared/'))
    expect(shared.length).toBeGreaterThan(3)
    expect(shared.filter(({ to }) => !to.startsWith('shared/'))).toEqual([])
    expect(circlesOf(shared)).toEqual([])
  })
})
