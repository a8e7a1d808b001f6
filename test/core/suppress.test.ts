import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hiddenParts, isLargeEnough, mayTellShare } from '../../shared/core/suppress.ts'

const parts = (...sizes: number[]) => sizes.map((size, i) => ({ id: `p${i}`, size }))
const hidden = (...sizes: number[]) => [...hiddenParts(parts(...sizes), 10)].sort()

it('a group is told from k contributors and k on the rolls', () => {
  expect(isLargeEnough(10, 10, 10)).toBe(true)
  expect(isLargeEnough(9, 100, 10)).toBe(false)
  expect(isLargeEnough(10, 9, 10)).toBe(false)
})

it('a share is told only with three people on both sides', () => {
  expect([
    mayTellShare(3, 6),
    mayTellShare(2, 30),
    mayTellShare(28, 30),
    mayTellShare(30, 30),
    mayTellShare(0, 30),
  ]).toEqual([true, false, false, false, false])
})

it('hides nothing when every part is large enough', () => expect(hidden(10, 20, 30)).toEqual([]))
it('hides the next smallest part beside a single small one: the whole minus the rest would tell it', () =>
  expect(hidden(4, 30, 12)).toEqual(['p0', 'p2']))
it('hides one more when the hidden ones together are below k', () =>
  expect(hidden(2, 3, 15, 40)).toEqual(['p0', 'p1', 'p2']))
it('two small parts that are k together stay as they are', () =>
  expect(hidden(6, 7, 40)).toEqual(['p0', 'p1']))
it('hides everything when there is nothing to hide behind', () => expect(hidden(4)).toEqual(['p0']))

it('what is hidden is never a single part of several, nor below k together, unless all is hidden', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }), sizes => {
      const all = parts(...sizes)
      const set = hiddenParts(all, 10)
      for (const part of all) if (part.size < 10) expect(set.has(part.id)).toBe(true)
      if (set.size === 0 || set.size === all.length) return
      expect(set.size).toBeGreaterThanOrEqual(2)
      expect(all.filter(p => set.has(p.id)).reduce((sum, p) => sum + p.size, 0)).toBeGreaterThanOrEqual(10)
    }),
  )
})
