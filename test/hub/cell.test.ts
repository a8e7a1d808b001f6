import { describe, expect, it } from 'vitest'
import { cellOf, teamWeek } from '../../hub/cell.ts'
import campaign from '../../shared/data/campaigns/923-qd-ttg.json' with { type: 'json' }
import { parseCampaign } from '../../shared/wire/campaign.ts'

const K = 10
const week = (headcount: number | null, enrolled: number, active: number) =>
  teamWeek('2026-W47', { headcount, enrolled, active }, K)

const read = parseCampaign(campaign)
if (!read.ok) throw new Error(read.detail)
const { score: rules } = read.value

describe('an agency’s cell', () => {
  const standing = { enrolled: 40, contributors: 40, creditSum: 40 * 10_000, weeks: 12 }

  it('never passes 100 points, though more joined than an outdated roll says', () => {
    expect(cellOf({ ...standing, headcount: 20 }, 10_000, rules, K)).toMatchObject({
      state: 'ranked',
      score: 1000,
    })
  })

  it('tells nothing without a headcount, nor below the minimum group', () => {
    expect(cellOf({ ...standing, headcount: null }, 5000, rules, K).state).toBe('no-data')
    expect(cellOf({ ...standing, headcount: 9 }, 5000, rules, K)).toEqual({
      state: 'suppressed',
      score: null,
      tier: null,
    })
  })
})

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
