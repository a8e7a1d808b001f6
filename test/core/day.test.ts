import { describe, expect, it } from 'vitest'
import { isWorkingDay, windowEnding } from '../../shared/core/calendar.ts'
import {
  addDays,
  addWeeks,
  dayOf,
  dayTotals,
  isDayKey,
  isWeekKey,
  mondayOf,
  startOfDay,
  weekOf,
} from '../../shared/core/day.ts'

describe('a day of the campaign', () => {
  it('begins at midnight in Tây Ninh, whatever the machine’s zone', () => {
    expect(dayOf(Date.UTC(2026, 10, 22, 16, 59, 59, 999))).toBe('2026-11-22')
    expect(dayOf(Date.UTC(2026, 10, 22, 17))).toBe('2026-11-23')
    expect(startOfDay('2026-11-23')).toBe(Date.UTC(2026, 10, 22, 17))
  })

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'])(
    'is the same when the machine’s zone becomes %s',
    zone => {
      const before = process.env.TZ
      process.env.TZ = zone
      try {
        expect([dayOf(Date.UTC(2026, 10, 22, 17)), startOfDay('2026-11-23')]).toEqual([
          '2026-11-23',
          Date.UTC(2026, 10, 22, 17),
        ])
        expect([addDays('2026-03-08', 1), weekOf('2026-11-01')]).toEqual(['2026-03-09', '2026-W44'])
      } finally {
        if (before === undefined) delete process.env.TZ
        else process.env.TZ = before
      }
    },
  )

  it('splits a stretch at midnight', () => {
    const midnight = startOfDay('2026-11-24')
    expect(dayTotals([{ platform: 'vbdh', start: midnight - 10_000, end: midnight + 5_000 }])).toEqual([
      { day: '2026-11-23', platform: 'vbdh', ms: 10_000 },
      { day: '2026-11-24', platform: 'vbdh', ms: 5_000 },
    ])
  })

  it('adds up stretches on the same platform and keeps platforms apart', () => {
    const at = startOfDay('2026-11-23')
    expect(
      dayTotals([
        { platform: 'vbdh', start: at, end: at + 1_000 },
        { platform: 'hkg', start: at + 1_000, end: at + 3_000 },
        { platform: 'vbdh', start: at + 3_000, end: at + 7_000 },
      ]),
    ).toEqual([
      { day: '2026-11-23', platform: 'hkg', ms: 2_000 },
      { day: '2026-11-23', platform: 'vbdh', ms: 5_000 },
    ])
  })

  it('knows which days exist', () => {
    expect(isDayKey('2028-02-29')).toBe(true)
    for (const bad of ['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00', ''])
      expect(isDayKey(bad)).toBe(false)
  })
})

describe('a week', () => {
  it.each([
    ['2026-11-23', '2026-W48'],
    ['2026-11-22', '2026-W47'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in %s', (day, week) => expect(weekOf(day)).toBe(week))

  it('begins on Monday, and weeks follow each other over the year’s end', () => {
    expect(mondayOf('2026-W53')).toBe('2026-12-28')
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01')
    expect(addDays(mondayOf('2026-W48'), 6)).toBe('2026-11-29')
  })

  it('knows which weeks exist', () => {
    expect(isWeekKey('2026-W53')).toBe(true)
    for (const bad of ['2025-W53', '2026-W00', '2026-W54', '2026-48', '']) expect(isWeekKey(bad)).toBe(false)
  })
})

describe('working days', () => {
  const calendar = { off: ['2026-08-31'], makeUp: ['2026-08-22'] }
  it('are Monday to Friday, without holidays, with make-up Saturdays', () => {
    expect(isWorkingDay('2026-08-28', calendar)).toBe(true)
    expect(isWorkingDay('2026-08-29', calendar)).toBe(false)
    expect(isWorkingDay('2026-08-31', calendar)).toBe(false)
    expect(isWorkingDay('2026-08-22', calendar)).toBe(true)
  })
  it('the window is the 28 days that end today', () => {
    const window = windowEnding('2026-11-23')
    expect([window.length, window[0], window.at(-1)]).toEqual([28, '2026-10-27', '2026-11-23'])
  })
})
