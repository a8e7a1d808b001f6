import { describe, expect, it } from 'vitest'
import { cellOf } from '../../hub/release/score-cell.ts'
import campaign from '../../shared/data/campaigns/923-qd-ttg.json' with { type: 'json' }
import { parseCampaign } from '../../shared/wire/campaign.ts'

const K = 10
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
    expect(cellOf({ ...standing, headcount: 96, contributors: 9 }, 5000, rules, K)).toEqual({
      state: 'suppressed',
      score: null,
      tier: null,
    })
    expect(cellOf({ ...standing, headcount: 96, contributors: 10 }, 5000, rules, K).score).not.toBeNull()
  })
})
