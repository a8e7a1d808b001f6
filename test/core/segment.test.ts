import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Activity, Presence } from '../../shared/core/activity.ts'
import { dayTotals } from '../../shared/core/day.ts'
import { credited, type OpenSegment, type Segment, step, withoutOverlap } from '../../shared/core/segment.ts'

/** As where every change is told by an event, and nobody asks in between. */
const rules = { idleAfterMs: 120_000, heartbeatMs: 30_000, silenceMs: 45_000 }
const T0 = Date.UTC(2026, 10, 23, 2) // 09:00 in Tây Ninh
const S = 1000

const sighting = (atSeconds: number, over: Partial<Activity> = {}): Activity => ({
  at: T0 + atSeconds * S,
  session: 'one',
  platform: 'vbdh',
  presence: 'active',
  recording: true,
  listening: false,
  cause: 'event',
  previous: null,
  ...over,
})

/** What a recorder does with the fold: keeps the running stretch, and closed ones clear of the journal. */
function fold(
  sightings: readonly Activity[],
  from: { open: OpenSegment | null; journal: Segment[] } = { open: null, journal: [] },
) {
  let { open } = from
  const journal = [...from.journal]
  for (const seen of sightings) {
    const next = step(open, seen, rules)
    if (next.closed) journal.push(...withoutOverlap(next.closed, journal))
    open = next.open
  }
  return { open, journal }
}

const millis = (segments: readonly Segment[]): number => segments.reduce((sum, s) => sum + s.end - s.start, 0)
const seconds = (segments: readonly Segment[]): number => millis(segments) / S

/** Seconds credited after the last sighting, the running stretch included. */
const total = (sightings: readonly Activity[]): number => totalMs(sightings) / S

function totalMs(sightings: readonly Activity[]): number {
  const { open, journal } = fold(sightings)
  const running = credited(open)
  return millis(journal) + (running ? millis(withoutOverlap(running, journal)) : 0)
}

/** Heartbeats every 30 s from `a` to `b`. */
const beats = (a: number, b: number, over: Partial<Activity> = {}): Activity[] =>
  Array.from({ length: Math.floor((b - a) / 30) + 1 }, (_, i) => sighting(a + i * 30, over))

describe('a stretch of attention', () => {
  it('counts from the first sighting of a platform to the switch away from it', () => {
    expect(fold([sighting(0), sighting(20, { platform: null })]).journal).toEqual([
      { platform: 'vbdh', start: T0, end: T0 + 20 * S },
    ])
  })

  it('goes over to the next platform without a gap', () => {
    const { journal, open } = fold([sighting(0), sighting(20, { platform: 'hkg' })])
    expect(seconds(journal)).toBe(20)
    expect(open).toMatchObject({ platform: 'hkg', start: T0 + 20 * S })
  })

  it('starts for nothing outside the catalogue', () => {
    expect(fold([sighting(0, { platform: null }), sighting(40, { platform: null })])).toEqual({
      open: null,
      journal: [],
    })
  })

  it.each([
    ['without consent or while paused', { recording: false }],
    ['while locked', { presence: 'locked' as Presence }],
    ['while idle', { presence: 'idle' as Presence }],
  ])('does not start %s', (_, over) => {
    expect(total([sighting(0, over), sighting(40, over)])).toBe(0)
  })

  it('ends at a pause', () => {
    expect(total([sighting(0), sighting(25, { recording: false }), sighting(40, { recording: false })])).toBe(
      25,
    )
  })

  it('ends when the screen is locked', () => {
    expect(total([sighting(0), sighting(25, { presence: 'locked' })])).toBe(25)
  })

  it('counts a reader who touches nothing for less than the idle limit in full', () => {
    expect(total([...beats(0, 90), sighting(110, { platform: null })])).toBe(110)
  })

  it('ends at the last input when the person goes idle, and takes back what heartbeats had credited since', () => {
    // last input at 60 s; the browser tells of it at 180 s
    const until = [...beats(0, 150)]
    expect(total(until)).toBe(150)
    expect(total([...until, sighting(180, { presence: 'idle' })])).toBe(60)
  })

  it('takes nothing back from before the stretch began', () => {
    expect(total([sighting(0), sighting(20, { presence: 'idle' })])).toBe(0)
  })

  it('counts again from the return', () => {
    expect(
      total([
        sighting(0),
        sighting(20, { platform: null }),
        sighting(100),
        sighting(110, { platform: null }),
      ]),
    ).toBe(30)
  })

  it('closing the laptop ends the segment at the last sighting', () => {
    expect(total([...beats(0, 60), sighting(3600)])).toBe(60)
  })

  it('a clock set forward credits nothing beyond the last sighting', () => {
    expect(total([...beats(0, 60), sighting(60 + 3600), sighting(60 + 3620)])).toBe(80)
  })

  it('a gap of one and a half heartbeats is still attention; a longer one is not', () => {
    expect(total([sighting(0), sighting(45)])).toBe(45)
    expect(total([sighting(0), sighting(45.001)])).toBe(0)
  })

  it('a crash ends the segment at the last heartbeat, never at the restart', () => {
    expect(total([...beats(0, 30), sighting(40, { session: 'two' })])).toBe(30)
  })

  it('a clock set back never makes a negative or doubled interval', () => {
    const back = [...beats(0, 60), sighting(30), sighting(55), sighting(75, { platform: null })]
    expect(total(back)).toBe(75)
  })
})

describe('where events may be silent and the browser is asked twice a second', () => {
  const polled = { ...rules, silenceMs: 3000 }
  /** The last of these sightings is found by a poll, half a second after one that saw `before`. */
  const found = (atSeconds: number, platform: string | null, before: string | null, halfSeconds = 1) =>
    sighting(atSeconds, {
      platform,
      cause: 'poll',
      previous: { at: T0 + (atSeconds - halfSeconds / 2) * S, earning: before },
    })
  const running: OpenSegment = { platform: 'vbdh', start: T0, seen: T0 + 5 * S, session: 'one' }
  const closedBy = (seen: Activity) => step(running, seen, polled).closed

  it('a departure that no event told of lies midway between the two polls around it', () => {
    expect(closedBy(found(20, null, 'vbdh'))).toEqual({ platform: 'vbdh', start: T0, end: T0 + 19.75 * S })
  })

  it('so does a return, and a change from one platform to another has no gap', () => {
    expect(step(null, found(20, 'vbdh', null), polled).open).toMatchObject({ start: T0 + 19.75 * S })
    const { open, closed } = step(running, found(20, 'hkg', 'vbdh'), polled)
    expect([closed?.end, open?.start]).toEqual([T0 + 19.75 * S, T0 + 19.75 * S])
  })

  it('one that an event told of lies at the event', () => {
    const told = { ...found(20, null, 'vbdh'), cause: 'event' } as const
    expect(closedBy(told)?.end).toBe(T0 + 20 * S)
  })

  it('after a silence longer than a few polls the last sighting counts, whoever breaks it', () => {
    const asked = found(20, null, 'vbdh', 8)
    expect(closedBy(asked)?.end).toBe(T0 + 16 * S)
    expect(closedBy({ ...asked, cause: 'event' })?.end).toBe(T0 + 16 * S)
    expect(closedBy({ ...asked, previous: null })?.end).toBe(T0 + 5 * S)
  })

  it('a platform that was there at the sighting before begins now: nothing is counted twice', () => {
    expect(step(null, found(20, 'vbdh', 'vbdh'), polled).open).toMatchObject({ start: T0 + 20 * S })
  })

  it('a sighting of another platform, run or clock confirms nothing', () => {
    const later = { at: T0 + 19 * S, earning: 'hkg' }
    expect(closedBy({ ...found(40, null, 'vbdh'), previous: later })?.end).toBe(T0 + 5 * S)
    expect(closedBy({ ...found(20, null, 'vbdh'), session: 'two' })?.end).toBe(T0 + 5 * S)
    const ahead = { at: T0 + 9 * S, earning: 'vbdh' }
    expect(closedBy({ ...found(7, null, 'vbdh'), previous: ahead })?.end).toBe(T0 + 7 * S)
  })

  it('idleness is still told late, by the whole limit', () => {
    const idle = { ...found(180, 'vbdh', 'vbdh'), presence: 'idle' } as const
    expect(step({ ...running, seen: T0 + 150 * S }, idle, polled).closed?.end).toBe(T0 + 60 * S)
  })

  it('nobody wins or loses more than half a poll, whenever the change was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 499 }), offset => {
        const last = T0 + 10 * S
        const seen = { ...sighting(0, { platform: null, cause: 'poll' }), at: last + 500 }
        const previous = { at: last, earning: 'vbdh' }
        const { closed } = step({ ...running, seen: last }, { ...seen, previous }, polled)
        expect(Math.abs((closed?.end ?? 0) - (last + offset))).toBeLessThanOrEqual(250)
      }),
    )
  })
})

describe('a meeting that is heard', () => {
  const hears = (at: number, over: Partial<Activity> = {}) => sighting(at, { listening: true, ...over })
  const idle = { presence: 'idle' } as const

  it('counts though nothing is touched, and its end is where the sound ends', () => {
    const heard = [hears(0), hears(30), hears(60), hears(90), hears(120, idle), hears(150, idle)]
    expect(total(heard)).toBe(150)
    expect(total([...heard, sighting(160, idle)])).toBe(160)
  })

  it('that is not heard is idleness: what came after the last touch is taken back', () => {
    expect(total([sighting(0), sighting(30), sighting(60), sighting(90), sighting(130, idle)])).toBe(10)
  })

  it('is left for idleness after the next touch', () => {
    const heard = [hears(0), hears(30, idle), hears(60), hears(90), hears(120), hears(150)]
    expect(total([...heard, sighting(190, idle)])).toBe(70)
  })

  it('counts nothing behind a locked screen', () => {
    expect(total([hears(0), hears(30, { presence: 'locked' }), hears(60, { presence: 'locked' })])).toBe(30)
  })
})

describe('whatever happens', () => {
  const anySighting = fc.record({
    // mostly small steps forward; sometimes the clock is set, or the machine sleeps
    stepMs: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 44_000 }) },
      { weight: 2, arbitrary: fc.integer({ min: -7_200_000, max: 7_200_000 }) },
    ),
    session: fc.constantFrom('one', 'one', 'one', 'two'),
    platform: fc.constantFrom('vbdh', 'vbdh', 'hkg', null),
    presence: fc.constantFrom<Presence>('active', 'active', 'active', 'idle', 'locked'),
    recording: fc.constantFrom(true, true, true, false),
  })
  const stream = fc.array(anySighting, { maxLength: 80 }).map(steps => {
    let at = T0
    return steps.map(({ stepMs, ...rest }): Activity => {
      at += stepMs
      return { ...rest, at, listening: false, cause: 'event', previous: null }
    })
  })

  const earns = (a: Activity) => a.recording && a.presence === 'active' && a.platform !== null

  it('segments never overlap and are never empty', () => {
    fc.assert(
      fc.property(stream, sightings => {
        const sorted = [...fold(sightings).journal].sort((a, b) => a.start - b.start)
        for (const [i, s] of sorted.entries()) {
          expect(s.end).toBeGreaterThan(s.start)
          if (i > 0) expect(s.start).toBeGreaterThanOrEqual(sorted[i - 1]!.end)
        }
      }),
    )
  })

  it('never credits more than the time between a sighting that earns and the next one', () => {
    fc.assert(
      fc.property(stream, sightings => {
        let most = 0
        for (const [i, a] of sightings.entries()) {
          const next = sightings[i + 1]
          const gap = next ? next.at - a.at : 0
          if (earns(a) && gap > 0 && gap <= 45_000) most += gap
        }
        expect(totalMs(sightings)).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('credits only what was seen in front', () => {
    fc.assert(
      fc.property(stream, sightings => {
        const seen = new Set(sightings.filter(earns).map(a => a.platform))
        for (const { platform } of fold(sightings).journal) expect(seen).toContain(platform)
      }),
    )
  })

  it('folding in pieces, through JSON, equals folding at once', () => {
    fc.assert(
      fc.property(stream, fc.nat(80), (sightings, cut) => {
        const first = JSON.parse(JSON.stringify(fold(sightings.slice(0, cut))))
        expect(fold(sightings.slice(cut), first)).toEqual(fold(sightings))
      }),
    )
  })

  it('days add up to the segments, across midnight', () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 0, max: 24 * 3600 }), (sightings, shift) => {
        const { journal } = fold(sightings.map(a => ({ ...a, at: a.at + shift * S })))
        const days = dayTotals(journal)
        expect(days.reduce((sum, d) => sum + d.ms, 0)).toBe(millis(journal))
        const byDay = Map.groupBy(days, d => d.day)
        for (const parts of byDay.values()) {
          expect(parts.reduce((sum, p) => sum + p.ms, 0)).toBeLessThanOrEqual(24 * 3_600_000)
        }
      }),
    )
  })
})
