// Official results are told beside an agency's score, with source, date and the status of what they cite.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../hub/admin/cli.ts'
import { officialResults } from '../../hub/published/official-results.ts'
import type { ResultRow } from '../../hub/store/schema.ts'
import type { Campaign } from '../../shared/wire/campaign.ts'
import type { PageFrame } from '../../shared/wire/page.ts'
import { parseSnapshot } from '../../shared/wire/snapshot.ts'
import { campaignNamed, smallCampaigns } from '../fixtures/campaign.ts'
import { MONDAY, read, type TryHub, tryHub } from '../fixtures/hub.ts'

const DOCUMENTS: Campaign['documents'] = [
  {
    no: '45/2020/NĐ-CP',
    date: null,
    issuer: 'Chính phủ',
    title: 'Nghị định thử',
    status: 'replaced',
    replacedBy: '1/2026/NĐ-CP',
  },
]

let hub: TryHub
let frames: PageFrame[]
beforeEach(async () => {
  frames = []
  const campaigns = smallCampaigns({ campaigns: [campaignNamed('thu', { documents: DOCUMENTS })] })
  hub = await tryHub({
    campaigns,
    render: (_, frame) => {
      frames.push(frame)
      return '<!doctype html>'
    },
  })
})
afterEach(() => hub.close())

async function published(...lines: readonly string[]): Promise<void> {
  const path = join(hub.dir, 'results.csv')
  writeFileSync(path, ['Cơ quan;Chỉ tiêu;Kỳ;Giá trị;Nguồn;Ngày', ...lines].join('\n'))
  const { code, err } = await runCli(['results', 'import', path], { DATABASE_URL: hub.databaseUrl }, MONDAY)
  expect([code, err]).toEqual([0, ''])
  await hub.tick()
}

const scores = async (path = '/so-noi-vu') => read(await hub.fetch(`/api/v1/scores${path}`), parseSnapshot)

describe('official results', () => {
  it('stand beside the score of their agency, with source, date and unit', async () => {
    expect((await scores()).official).toEqual([])
    await published(
      'so-noi-vu;Hồ sơ trực tuyến;2026-Q3;98,53 %;Báo cáo 12/BC;5/10/2026',
      'so-noi-vu;DTI;2025;71,5;Báo cáo 3/BC;31/1/2026',
      'so-y-te;DTI;2025;70;Báo cáo 3/BC;31/1/2026',
    )
    expect((await scores()).official).toEqual([
      { target: 'DTI', period: '2025', value: '71.5', unit: null, source: 'Báo cáo 3/BC', day: '2026-01-31' },
      {
        target: 'Hồ sơ trực tuyến',
        period: '2026-Q3',
        value: '98.53',
        unit: '%',
        source: 'Báo cáo 12/BC',
        day: '2026-10-05',
      },
    ])
    expect((await scores('/xa-tan-bien')).official).toEqual([])
  })

  it('change no score, no rank and no release', async () => {
    await published('so-y-te;DTI;2025;70;Báo cáo 3/BC;31/1/2026')
    const before = await scores('')
    await published('so-noi-vu;DTI;2025;100;Báo cáo 3/BC;31/1/2026')
    expect(await scores('')).toEqual(before)
    expect(before.official).toBeUndefined() // the snapshot of all stays small
  })

  it('are handed to the agency’s page, and to no other', async () => {
    await published('so-noi-vu;DTI;2025;71,5;Báo cáo 3/BC;31/1/2026')
    for (const path of ['/agency/so-noi-vu', '/', '/how']) expect((await hub.fetch(path)).status).toBe(200)
    expect(frames.map(frame => frame.official?.map(one => one.value))).toEqual([['71.5'], [], []])
  })

  it('say whether the document that their source names is still in force', async () => {
    await published('so-noi-vu;DTI;2025;71,5;Theo 45/2020/NĐ-CP, phụ lục 1;31/1/2026')
    const [one] = (await scores()).official ?? []
    expect(one?.document).toEqual({ no: '45/2020/NĐ-CP', status: 'replaced', replacedBy: '1/2026/NĐ-CP' })
  })

  it.each([
    ['45/2020/NĐ-CP', true],
    ['(45/2020/NĐ-CP)', true],
    ['Nghị định 145/2020/NĐ-CP', false],
    ['45/2020/NĐ-CPX', false],
    ['Báo cáo 45', false],
  ])('"%s" names the decree: %s', (source, names) => {
    const row: ResultRow = {
      agency_id: 'a',
      target: 't',
      period: '2026',
      value: '1',
      unit: null,
      source,
      day: '2026-01-01',
    }
    const [told] = officialResults([row], { documents: DOCUMENTS }).get('a') ?? []
    expect(told?.document !== undefined).toBe(names)
  })

  it('of a column that nobody knows are refused: a misspelt unit is not lost without a word', async () => {
    const path = join(hub.dir, 'results.csv')
    writeFileSync(path, 'agency,target,period,value,source,date,unitt\n')
    const { code, err } = await runCli(['results', 'import', path], { DATABASE_URL: hub.databaseUrl }, MONDAY)
    expect([code, err]).toEqual([1, expect.stringContaining('line 1: "unitt" is no column')])
  })
})
