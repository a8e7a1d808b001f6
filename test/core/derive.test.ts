// The attacker: what the privacy rules hide cannot be worked out, and without the complement rule it can.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derive, exposures, type Quantity } from '../../shared/core/derive.ts'
import { hiddenParts, type Part } from '../../shared/core/suppress.ts'

const K = 10
const told = (id: string, n: number): Quantity => ({ id, from: n, to: n, hidden: false })
const hidden = (id: string, to = Number.POSITIVE_INFINITY): Quantity => ({ id, from: 0, to, hidden: true })

describe('the attacker', () => {
  it('subtracts: one hidden part of a told whole is known', () => {
    const all = [told('all', 50), told('a', 30), told('b', 14), hidden('c')]
    expect(exposures(all, [{ id: 'all', parts: ['a', 'b', 'c'] }], K)).toMatchObject([
      { id: 'c', from: 6, to: 6, why: 'derived' },
      { id: 'all', why: 'rest-too-small' },
    ])
  })

  it('adds up two hidden parts: together they are fewer than ten', () => {
    const all = [told('all', 50), told('a', 44), hidden('b', 9), hidden('c', 9)]
    expect(exposures(all, [{ id: 'all', parts: ['a', 'b', 'c'] }], K)).toEqual([
      { id: 'all', from: 6, to: 6, why: 'rest-too-small' },
    ])
  })

  it('goes through two tables over the same people', () => {
    const all = [told('all', 50), told('a', 30), hidden('b'), hidden('c'), told('b+d', 25), told('d', 14)]
    const tables = [
      { id: 'all', parts: ['a', 'b', 'c'] },
      { id: 'b+d', parts: ['b', 'd'] },
    ]
    expect(derive(all, tables).get('c')).toEqual({ from: 9, to: 9 })
  })

  it('learns nothing where the hidden rest is large enough and of several parts', () => {
    const all = [told('all', 50), told('a', 30), hidden('b', 9), hidden('c')]
    expect(exposures(all, [{ id: 'all', parts: ['a', 'b', 'c'] }], K)).toEqual([])
  })

  it('makes use of rounded shares too', () => {
    const rounded: Quantity = { id: 'a', from: 43, to: 44, hidden: false }
    expect(
      derive([told('all', 50), rounded, hidden('b')], [{ id: 'all', parts: ['a', 'b'] }]).get('b'),
    ).toEqual({
      from: 6,
      to: 7,
    })
  })
})

describe('a whole whose parts are told by our rule', () => {
  const sizes = fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 14 }) }, fc.integer({ min: 1, max: 80 })),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  const partsOf = (all: readonly number[]): readonly Part[] => all.map((size, i) => ({ id: `p${i}`, size }))
  /** What the attacker sees; a part that was hidden for its size is known to be below k. */
  const seen = (parts: readonly Part[], hide: ReadonlySet<string>) => [
    told(
      'all',
      parts.reduce((sum, part) => sum + part.size, 0),
    ),
    ...parts.map(part => (hide.has(part.id) ? hidden(part.id) : told(part.id, part.size))),
  ]
  const attack = (parts: readonly Part[], hide: ReadonlySet<string>) =>
    exposures(seen(parts, hide), [{ id: 'all', parts: parts.map(part => part.id) }], K)
  /** With all of it hidden, the whole is hidden as well: there is nobody else to hide among. */
  const isTold = (parts: readonly Part[], hide: ReadonlySet<string>) => hide.size < parts.length

  it('keeps its hidden parts, whatever their sizes', () => {
    fc.assert(
      fc.property(sizes, all => {
        const parts = partsOf(all)
        const hide = hiddenParts(parts, K)
        if (isTold(parts, hide)) expect(attack(parts, hide)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('would lose them in many cases if only the small ones were hidden', () => {
    const tried = fc.sample(sizes, { numRuns: 2000, seed: 7 }).map(partsOf)
    const naive = (parts: readonly Part[]) =>
      new Set(parts.filter(part => part.size < K).map(part => part.id))
    const lost = tried.filter(parts => isTold(parts, naive(parts)) && attack(parts, naive(parts)).length > 0)
    expect(lost.length / tried.length).toBeGreaterThan(0.1)
  })
})
