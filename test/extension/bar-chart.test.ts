import { describe, expect, it } from 'vitest'
import { endsOf, KINDS, scaleOf, stackSeriesOf, sum } from '../../extension/pages/diary/stack-series.ts'

const DAYS = ['2026-11-23', '2026-11-24']
const row = (platform: string, seconds: number, day = DAYS[0]!) => ({ day, platform, seconds })

describe('the bars of a diary', () => {
  it('are stacked with the longest platform lowest, whatever the order of the rows', () => {
    const stacks = stackSeriesOf([row('hkg', 60), row('vbdh', 600), row('hkg', 120, DAYS[1])], DAYS)
    expect(stacks).toEqual([
      { platform: 'vbdh', seconds: [600, 0], total: 600 },
      { platform: 'hkg', seconds: [60, 120], total: 180 },
    ])
    expect(endsOf(stacks)).toEqual([
      [600, 0],
      [660, 120],
    ])
  })

  it('show only the days of the stretch, and no stack for a platform without time', () => {
    expect(stackSeriesOf([row('vbdh', 600, '2026-11-22'), row('hkg', 0)], DAYS)).toEqual([])
  })

  it('have one stack for all platforms beyond those that can be told apart, and lose no second', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((platform, i) => row(platform, 100 - i))
    const stacks = stackSeriesOf(rows, DAYS)
    expect(stacks.map(one => one.platform)).toEqual(['a', 'b', 'c', 'd', 'e', null])
    expect(stacks).toHaveLength(KINDS + 1)
    expect(sum(stacks.map(one => one.total))).toBe(sum(rows.map(one => one.seconds)))
    expect(endsOf(stacks).at(-1)).toEqual([sum(rows.map(one => one.seconds)), 0])
  })

  it('of equal platforms always stand in the same order', () => {
    const names = (rows: ReturnType<typeof row>[]) => stackSeriesOf(rows, DAYS).map(one => one.platform)
    expect(names([row('b', 60), row('a', 60)])).toEqual(names([row('a', 60), row('b', 60)]))
  })
})

describe('the scale beside the bars', () => {
  it.each([
    [0, { step: 300, top: 300 }],
    [180, { step: 300, top: 300 }],
    [1201, { step: 600, top: 1800 }],
    [7200, { step: 1800, top: 7200 }],
    [12_660, { step: 3600, top: 14_400 }],
    [86_400, { step: 21_600, top: 86_400 }],
  ])('for %i seconds has whole steps that reach above them', (longest, scale) =>
    expect(scaleOf(longest)).toEqual(scale),
  )
})
