import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { campaignState, isWorkingDay, workCalendar } from '../../shared/core/calendar.ts'
import { platformAt } from '../../shared/core/platform.ts'
import { parseAgencies, parseCalendar, parseCampaign, parsePlatforms } from '../../shared/wire/campaign.ts'
import type { Parse } from '../../shared/wire/parse.ts'

const folder = join(import.meta.dirname, '../../shared/data')
const text = (file: string): string => readFileSync(join(folder, file), 'utf8')

function shipped<T>(file: string, parse: Parse<T>): T {
  const read = parse(JSON.parse(text(file)))
  if (!read.ok) throw new Error(`${file}: ${read.detail}`)
  return read.value
}

const old = shipped('campaigns/870-kh-ubnd.json', parseCampaign)
const running = shipped('campaigns/923-qd-ttg.json', parseCampaign)
const { platforms } = shipped('platforms.json', parsePlatforms)
const { agencies, blocks } = shipped('agencies.json', parseAgencies)
const calendar = shipped('calendar.json', parseCalendar)

const count = <T>(all: readonly T[], fits: (one: T) => boolean): number => all.filter(fits).length
const document = (no: string) => old.documents.find(d => d.no === no)

describe('the campaign of Plan 870/KH-UBND', () => {
  it('has a theme, four goals and eleven contents, numbered by us', () => {
    expect(old.theme?.vi).toMatch(/^Tập trung nguồn lực/)
    expect(old.goals).toHaveLength(4)
    expect(old.contents.map(c => c.id)).toEqual(
      Array.from({ length: 11 }, (_, i) => `ND${String(i + 1).padStart(2, '0')}`),
    )
    expect(old.contentsNumbering).toBe('ours')
  })

  it('prints no date for the plan: no source gives it', () => {
    expect(old.date).toBeNull()
    expect(document('870/KH-UBND')?.date).toBeNull()
  })

  it('cites thirteen documents, each with a status', () => {
    expect(old.documents).toHaveLength(13)
    expect(new Set(old.documents.map(d => d.no)).size).toBe(13)
  })

  it('knows that one law replaced both security laws on 01/7/2026', () => {
    for (const no of ['Luật An toàn thông tin mạng', 'Luật An ninh mạng'])
      expect(document(no)).toMatchObject({
        status: 'replaced',
        replacedBy: 'Luật An ninh mạng 116/2025/QH15',
        replacedOn: '2026-07-01',
      })
    expect(document('116/2025/QH15')?.status).toBe('in-force')
  })

  it('knows that Decree 47/2020 is partly replaced, and claims nothing of Decree 45/2020', () => {
    expect(document('47/2020/NĐ-CP')?.status).toBe('partly-replaced')
    expect(document('45/2020/NĐ-CP')?.status).toBe('unverified')
  })
})

describe('the running movement', () => {
  it('is the successor: 923/QĐ-TTg, 2025–2030', () => {
    expect(old.successor).toBe(running.id)
    expect(campaignState(old, '2026-11-23')).toBe('ended')
    expect(campaignState(running, '2026-11-23')).toBe('running')
    expect(running).toMatchObject({ number: '923/QĐ-TTg', date: '2025-05-14' })
  })

  it('expects only platforms that are tracked', () => {
    const tracked = platforms.filter(p => p.use === 'track').map(p => p.id)
    for (const { score } of [old, running])
      for (const id of [...score.expected.province, ...score.expected.commune]) expect(tracked).toContain(id)
  })
})

describe('the platforms', () => {
  it('are 59 places', () => expect(platforms).toHaveLength(59))

  it('give time to work, none to signing in, and none to pages that only show scores', () => {
    expect(platformAt(platforms, 'vbdh.tayninh.gov.vn', '/van-ban')).toBe('vbdh')
    expect(platformAt(platforms, 'xacthuc.dichvucong.gov.vn', '/')).toBeNull()
    expect(platformAt(platforms, 'www.tayninh.gov.vn', '/')).toBeNull()
    expect(platformAt(platforms, 'phutho.vnptioffice.vn', '/')).toBe('vnpt-ioffice')
  })

  it('count the ministry’s one-stop only under its path', () => {
    expect(platformAt(platforms, 'dichvucong.bvhttdl.gov.vn', '/tiepnhan/ho-so')).toBe('mot-cua-vhttdl')
    expect(platformAt(platforms, 'dichvucong.bvhttdl.gov.vn', '/')).toBeNull()
  })

  it('leave the Party’s systems off', () =>
    expect(count(platforms, p => p.category === 'dang' && p.use !== 'no-credit')).toBe(0))
})

describe('the agencies', () => {
  it('are 14 departments, 82 communes and 14 wards', () => {
    expect(count(agencies, a => a.level === 'province')).toBe(14)
    expect(count(agencies, a => a.level === 'commune')).toBe(96)
    expect(count(agencies, a => a.block === 'xa')).toBe(82)
    expect(count(agencies, a => a.block === 'phuong')).toBe(14)
    expect(blocks.map(b => b.id)).toEqual(['so-ban-nganh', 'xa', 'phuong'])
  })

  it('carry the statistics office’s code, each its own', () => {
    const codes = agencies.filter(a => a.level === 'commune').map(a => a.code)
    expect(new Set(codes).size).toBe(96)
    expect(codes.every(code => /^\d{5}$/.test(code ?? ''))).toBe(true)
  })

  it('keep Tân Thành and Tân Thạnh apart', () =>
    expect(agencies.filter(a => a.id.startsWith('xa-tan-thanh')).map(a => a.name.vi)).toEqual([
      'Xã Tân Thành',
      'Xã Tân Thạnh',
    ]))

  it('claim no headcount: it is not known', () => expect(count(agencies, a => a.headcount !== null)).toBe(0))
})

describe('the calendar', () => {
  const days = workCalendar(calendar)

  it('knows holidays and the Saturday that was worked instead', () => {
    expect(isWorkingDay('2026-11-24', days)).toBe(false)
    expect(isWorkingDay('2026-11-25', days)).toBe(true)
    expect(isWorkingDay('2026-08-22', days)).toBe(true)
    expect(isWorkingDay('2026-08-31', days)).toBe(false)
  })

  it('calls 2027 provisional: no notice has been published', () => {
    expect(calendar.years['2026']?.status).toBe('announced')
    expect(calendar.years['2027']?.status).toBe('provisional')
  })
})

it('every shipped file is in Unicode NFC', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.json'))
  expect(files).toHaveLength(5)
  for (const file of files) expect(text(file) === text(file).normalize('NFC'), file).toBe(true)
})

type Json = { [key: string]: Json } & Json[]
/** What the parser says of a shipped file after one change. */
function refusal(file: string, parse: Parse<unknown>, change: (json: Json) => void): string {
  const json = JSON.parse(text(file))
  change(json)
  const read = parse(json)
  return read.ok ? 'accepted' : read.detail
}
const odd = (value: unknown): Json => value as Json

describe('a broken file is refused with its key and the reason', () => {
  const cases: [string, string, Parse<unknown>, (json: Json) => void, string][] = [
    [
      'a day that does not exist',
      'calendar.json',
      parseCalendar,
      json => {
        json.years!['2026']!.off![0]!.day = odd('2026-02-30')
      },
      'calendar.years.2026.off[0].day: must be a day that exists, as YYYY-MM-DD',
    ],
    [
      'weights that do not add up',
      'campaigns/870-kh-ubnd.json',
      parseCampaign,
      json => {
        json.score!.weights!.enough = odd(999)
      },
      'campaign.score.weights: must add up to 10000',
    ],
    [
      'a citation without its document',
      'campaigns/870-kh-ubnd.json',
      parseCampaign,
      json => {
        json.documents!.pop()
        json.contents![0]!.documents!.push(odd('1/QĐ-TTg'))
      },
      'campaign: contents cite a document that is not in documents',
    ],
    [
      'two platforms with one id',
      'platforms.json',
      parsePlatforms,
      json => {
        json.platforms![1]!.id = json.platforms![0]!.id!
      },
      'platforms.platforms: two entries share one id',
    ],
    [
      'an address instead of a host',
      'platforms.json',
      parsePlatforms,
      json => {
        json.platforms![0]!.host = odd('https://vbdh.tayninh.gov.vn')
      },
      'platforms.platforms[0].host: must be a lower-case host, or *. and a suffix',
    ],
    [
      'an agency in no block',
      'agencies.json',
      parseAgencies,
      json => {
        json.agencies![3]!.block = odd('phuong')
      },
      'agencies: an agency names a block that is not in blocks, or of another level',
    ],
    [
      'text that is not NFC',
      'agencies.json',
      parseAgencies,
      json => {
        json.agencies![0]!.name!.vi = odd('Sở Nội vụ'.normalize('NFD'))
      },
      'agencies.agencies[0].name.vi: must be in Unicode NFC',
    ],
  ]

  it.each(cases)('%s', (_, file, parse, change, sentence) => {
    expect(refusal(file, parse, change)).toContain(sentence)
    expect(refusal(file, parse, () => {})).toBe('accepted')
  })
})
