// The campaign folder: a broken file is refused with its path, the key and the reason.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrder, loadCampaigns } from '../../hub/campaigns.ts'
import { SHIPPED_CAMPAIGNS } from '../../hub/config.ts'
import { campaignNamed } from '../fixtures/campaign.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'nhipso-campaigns-'))
  cpSync(SHIPPED_CAMPAIGNS, dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

const spoil = (file: string, from: string | RegExp, to: string) => {
  const path = join(dir, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  return path
}
const detail = () => {
  const read = loadCampaigns(dir)
  return read.ok ? 'read' : read.detail
}

describe('the campaign folder', () => {
  it('as shipped is read whole', () => {
    const read = loadCampaigns(dir)
    expect(read.ok && read.value.campaigns.map(c => c.id)).toEqual(['870-kh-ubnd', '923-qd-ttg'])
  })

  it('with a broken file names the path, the key and the reason', () => {
    const path = spoil('campaigns/923-qd-ttg.json', '"weekly": 3500', '"weekly": 3600')
    expect(detail()).toBe(`${path}: campaign.score.weights: must add up to 10000`)
  })

  it('with a file that is not JSON names the path', () => {
    const path = spoil('platforms.json', '{', '')
    expect(detail()).toContain(`${path}: not JSON`)
  })

  it('with a campaign that expects a platform of no catalogue says which', () => {
    spoil('campaigns/923-qd-ttg.json', '"vbdh"', '"unheard-of"')
    expect(detail()).toContain('923-qd-ttg: score.expected names unheard-of')
  })

  it('with a file named unlike its campaign is refused', () => {
    const path = join(dir, 'campaigns/other.json')
    cpSync(join(dir, 'campaigns/923-qd-ttg.json'), path)
    expect(detail()).toContain(`${path}: campaign.id`)
  })

  it('without a calendar is refused by its path', () => {
    rmSync(join(dir, 'calendar.json'))
    expect(detail()).toContain(`${join(dir, 'calendar.json')}: cannot be read`)
  })

  it('puts the running campaign first', () => {
    const [old, now, next] = [
      campaignNamed('old', { period: { fromYear: 2020, toYear: 2024 } }),
      campaignNamed('now'),
      campaignNamed('next', { period: { fromYear: 2031, toYear: 2035 } }),
    ]
    expect(inOrder([next, old, now], '2026-11-02').map(c => c.id)).toEqual(['now', 'old', 'next'])
  })
})
