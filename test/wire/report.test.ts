import { describe, expect, it } from 'vitest'
import { parseEnrolmentRequest } from '../../shared/wire/enrolment.ts'
import { parseJson } from '../../shared/wire/parse.ts'
import { parseReport, readReport } from '../../shared/wire/report.ts'

const report = (over: object = {}, row: object = {}) => ({
  seq: 1,
  days: [{ day: '2026-11-23', platform: 'vbdh', seconds: 600, ...row }],
  ...over,
})

describe('a report', () => {
  it.each([
    ['day-too-long', 'a row longer than a day', report({}, { seconds: 90_000 })],
    [
      'day-too-long',
      'rows that add up to more than a day',
      report({ days: ['vbdh', 'hkg'].map(platform => ({ day: '2026-11-23', platform, seconds: 50_000 })) }),
    ],
    ['invalid', 'half a second', report({}, { seconds: 1.5 })],
    ['invalid', 'a title that speaks of 86400 seconds', report({}, { '86400 seconds': 1 })],
  ])('is refused as %s for %s', (why, _, input) => {
    expect(readReport(input)).toMatchObject({ ok: false, why })
  })

  it('holds device-day totals and nothing else', () => {
    expect(parseReport(report())).toEqual({ ok: true, value: report() })
  })

  it.each([
    [
      'a second too many in a day',
      report({}, { seconds: 90_000 }),
      'report.days[0].seconds: a day has no more than 86400 seconds',
    ],
    ['half a second', report({}, { seconds: 1.5 }), 'report.days[0].seconds'],
    ['time that runs backwards', report({}, { seconds: -1 }), 'report.days[0].seconds'],
    [
      'a day that does not exist',
      report({}, { day: '2026-02-30' }),
      'report.days[0].day: must be a day that exists',
    ],
    ['a title', report({}, { title: 'Công văn' }), 'report.days[0].title'],
    ['an address', report({ url: 'https://vbdh.tayninh.gov.vn/' }), 'report.url'],
    ['no row', report({ days: [] }), 'report.days'],
    ['no sequence number', { days: report().days }, 'report.seq'],
    ['a sequence of 0', report({ seq: 0 }), 'report.seq'],
    ['a platform that is no slug', report({}, { platform: 'https://x' }), 'report.days[0].platform'],
  ])('is refused with %s', (_, input, told) => {
    const read = parseReport(input)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.detail).toContain(told)
  })

  it('is refused when a day and platform stands twice, or a day is longer than a day', () => {
    const row = report().days[0]!
    expect(parseReport({ seq: 1, days: [row, row] })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('stands twice'),
    })
    expect(
      parseReport({
        seq: 1,
        days: [
          { ...row, seconds: 50_000 },
          { ...row, platform: 'hkg', seconds: 50_000 },
        ],
      }),
    ).toMatchObject({ ok: false, detail: expect.stringContaining('add up to more than 86400') })
  })

  it('says what is wrong with text that is no JSON', () => {
    expect(parseJson('{"seq":', parseReport)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('not JSON'),
    })
  })

  it('names at most five faults, and how many more there are', () => {
    const days = Array.from({ length: 9 }, (_, i) => ({
      day: `2026-11-0${i + 1}`,
      platform: 'vbdh',
      seconds: -1,
    }))
    const read = parseReport({ seq: 1, days })
    expect(!read.ok && read.detail).toMatch(/days\[4\].*\(and 4 more\)$/)
  })
})

describe('an enrolment', () => {
  const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) }
  const consent = { version: '2026-11', at: 1_763_900_000_000 }

  it('reads a code as people type it', () => {
    const read = parseEnrolmentRequest({ code: ' k7qm-3xpa 9tdw', publicKey, consent })
    expect(read).toMatchObject({ ok: true, value: { code: 'K7QM3XPA9TDW' } })
    expect(parseEnrolmentRequest({ code: 'OILL-3XPA-9TDW', publicKey, consent })).toMatchObject({
      value: { code: '01113XPA9TDW' },
    })
  })

  it('refuses a private key: it must never travel', () => {
    const read = parseEnrolmentRequest({
      code: 'K7QM3XPA9TDW',
      publicKey: { ...publicKey, d: 'C'.repeat(43) },
      consent,
    })
    expect(!read.ok && read.detail).toContain('enrolment.publicKey.d')
  })

  it('refuses a code that is too short, and an enrolment without consent', () => {
    expect(parseEnrolmentRequest({ code: 'K7QM', publicKey, consent })).toMatchObject({
      detail: expect.stringContaining('12 letters and digits'),
    })
    const read = parseEnrolmentRequest({ code: 'K7QM3XPA9TDW', publicKey })
    expect(!read.ok && read.detail).toContain('enrolment.consent')
  })
})
