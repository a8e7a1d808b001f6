import { expect, it } from 'vitest'
import { ranks } from '../../shared/core/rank.ts'

const agency = (id: string, score: number | null, block = 'xa', level = 'commune') => ({
  id,
  level,
  block,
  score,
})

it('equal scores share a rank, and the next one skips: 1-2-2-4', () => {
  const found = ranks([agency('a', 900), agency('b', 800), agency('c', 800), agency('d', 700)])
  expect(['a', 'b', 'c', 'd'].map(id => found.get(id)?.rank)).toEqual([1, 2, 2, 4])
  expect(found.get('a')?.of).toBe(4)
})

it('ranks stay inside a level and block', () => {
  const found = ranks([agency('a', 500), agency('b', 900, 'phuong'), agency('c', 900, 'xa', 'province')])
  expect(['a', 'b', 'c'].map(id => found.get(id))).toEqual([
    { rank: 1, of: 1 },
    { rank: 1, of: 1 },
    { rank: 1, of: 1 },
  ])
})

it('a suppressed or provisional agency has no rank and takes none away', () => {
  const found = ranks([agency('a', null), agency('b', 100)])
  expect(found.has('a')).toBe(false)
  expect(found.get('b')).toEqual({ rank: 1, of: 1 })
})
