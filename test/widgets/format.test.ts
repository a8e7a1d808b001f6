import { describe, expect, it } from 'vitest'
import {
  changeText,
  countText,
  dayText,
  durationText,
  durationTextOfMs,
  instantText,
  machineTime,
  officialDayText,
  percentText,
  scoreText,
  timeText,
  updatedText,
  weekText,
} from '../../shared/ui/format.ts'

/** 23 November 2026, 20:01 in Tây Ninh. */
const EVENING = Date.parse('2026-11-23T13:01:00Z')

describe('a score', () => {
  it('has a decimal comma in Vietnamese and a point in English', () => {
    expect(scoreText(874, 'vi')).toBe('87,4')
    expect(scoreText(874, 'en')).toBe('87.4')
  })
  it('keeps its decimal at both ends of the scale', () => {
    expect([0, 5, 1000].map(score => scoreText(score, 'vi'))).toEqual(['0,0', '0,5', '100,0'])
  })
  it('shows a change with its sign, also below one point', () => {
    expect([12, -5, 0, -123].map(change => changeText(change, 'vi'))).toEqual([
      '+1,2',
      '−0,5',
      '0,0',
      '−12,3',
    ])
  })
})

describe('a share', () => {
  it('has as many decimals as it needs', () => {
    expect([3500, 8005, 4310, 0, 10_000, 5].map(share => percentText(share, 'vi'))).toEqual([
      '35%',
      '80,05%',
      '43,1%',
      '0%',
      '100%',
      '0,05%',
    ])
  })
})

describe('a count', () => {
  it('is grouped by thousands', () => {
    expect([7, 999, 11_100, 3_200_000].map(n => countText(n, 'vi'))).toEqual([
      '7',
      '999',
      '11.100',
      '3.200.000',
    ])
    expect(countText(11_100, 'en')).toBe('11,100')
  })
})

describe('time spent', () => {
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
  it('is told in hours and minutes, minutes, or seconds', () => {
    const told = [0, 45, 60, 719, 3600, 3900, 36_000].map(s => plain(durationText(s, 'vi')))
    expect(told).toEqual([
      '0 phút',
      '45 giây',
      '1 phút',
      '11 phút',
      '1 giờ 00 phút',
      '1 giờ 05 phút',
      '10 giờ 00 phút',
    ])
  })
  it('never rounds up what was not spent', () => {
    expect(plain(durationTextOfMs(3_599_999, 'en'))).toBe('59 min')
    expect(plain(durationTextOfMs(999, 'en'))).toBe('0 min')
  })
})

describe('a day', () => {
  it('is written day, month, year', () => expect(dayText('2026-11-23')).toBe('23/11/2026'))
  it('of a document has a zero before the months 1 and 2 only', () => {
    const days = ['2019-03-07', '2019-04-23', '2020-04-08', '2019-02-01', '2016-10-19', '2026-01-31']
    expect(days.map(officialDayText)).toEqual([
      '07/3/2019',
      '23/4/2019',
      '08/4/2020',
      '01/02/2019',
      '19/10/2016',
      '31/01/2026',
    ])
  })
})

describe('an instant', () => {
  it('is told in the zone of Tây Ninh, also past its midnight', () => {
    expect(timeText(EVENING)).toBe('20:01')
    expect(instantText(Date.parse('2026-11-23T17:00:00Z'), 'vi')).toBe('00:00 ngày 24/11/2026')
    expect(updatedText(EVENING, 'vi')).toBe('Cập nhật lúc 20:01 ngày 23/11/2026')
    expect(updatedText(EVENING, 'en')).toBe('Updated at 20:01 on 23/11/2026')
  })
  it('is told to machines with its offset', () => {
    expect(machineTime(EVENING)).toBe('2026-11-23T20:01:00+07:00')
    expect(Date.parse(machineTime(EVENING))).toBe(EVENING)
  })
})

describe('a week', () => {
  it('names its days', () => {
    expect(weekText('2026-W47', 'vi')).toBe('Tuần 47/2026 (16/11–22/11)')
    expect(weekText('2027-W01', 'en')).toBe('Week 1/2027 (04/01–10/01)')
  })
})
