import { describe, expect, it } from 'vitest'
import { teamWeek } from '../../hub/cell.ts'

const K = 10
const week = (headcount: number | null, enrolled: number, active: number) =>
  teamWeek('2026-W47', { headcount, enrolled, active }, K)

describe('the team’s week', () => {
  it('tells counts and shares of a large group', () => {
    expect(week(96, 84, 70)).toMatchObject({
      enrolled: { told: true, value: 84 },
      enrolledShare: { told: true, value: 8750 },
      activeShare: { told: true, value: 7292 },
    })
  })

  it('hides the active share when all who joined were active, or all but two: it would tell about each of them', () => {
    for (const active of [84, 82]) {
      expect(week(96, 84, active).activeShare).toEqual({ told: false, why: 'one-sided' })
    }
    expect(week(96, 84, 81).activeShare.told).toBe(true)
  })

  it('hides what is below the minimum group, on either side', () => {
    expect(week(96, 9, 9).enrolled).toEqual({ told: false, why: 'too-few' })
    expect(week(9, 9, 9).enrolled).toEqual({ told: false, why: 'too-few' })
    expect(week(96, 84, 9).activeShare).toEqual({ told: false, why: 'too-few' })
  })

  it('a share needs the headcount', () => {
    expect(week(null, 84, 70)).toMatchObject({
      enrolled: { told: true, value: 84 },
      enrolledShare: { told: false, why: 'no-headcount' },
      activeShare: { told: false, why: 'no-headcount' },
    })
  })
})
