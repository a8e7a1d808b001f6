// Last station's wording: numbers, days and times as people read them, the same whatever the machine's zone or locale.

import type { BasisPoints } from '../core/basis-points.ts'
import {
  addDays,
  CAMPAIGN_UTC_OFFSET_MIN,
  type DayKey,
  dayOf,
  MINUTE_MS,
  mondayOf,
  type WeekKey,
} from '../core/day.ts'
import type { Language } from '../core/language.ts'
import type { Tenths } from '../core/score.ts'
import type { Millis } from '../core/time.ts'
import { durationUnits, onWord, updatedAtWords, weekWord } from '../text/dates.ts'

const NON_BREAKING_SPACE = '\u00a0'
const MINUS = '\u2212'

const decimalMark = (lang: Language): string => (lang === 'en' ? '.' : ',')
const thousandsMark = (lang: Language): string => (lang === 'en' ? ',' : '.')
const two = (n: number): string => String(n).padStart(2, '0')

/** A score of 874 tenths: `87,4` or `87.4`. Always one decimal, so that columns line up. */
export const scoreText = (score: Tenths, lang: Language): string =>
  `${Math.trunc(score / 10)}${decimalMark(lang)}${Math.abs(score % 10)}`

/** An official figure as its source published it, with its unit: `98,53%`, `71,5 điểm`. */
export const figureText = (
  figure: { readonly value: string; readonly unit: string | null },
  lang: Language,
) =>
  `${figure.value.replace('.', decimalMark(lang))}${figure.unit === '%' || !figure.unit ? '' : NON_BREAKING_SPACE}${figure.unit ?? ''}`

/** A difference of scores with its sign: `+1,2`, `−0,5`, `0,0`. */
export const changeText = (change: Tenths, lang: Language): string =>
  `${change > 0 ? '+' : change < 0 ? MINUS : ''}${scoreText(Math.abs(change), lang)}`

/** Parts of a whole: 8005 basis points are `80,05%`, 3500 are `35%`. */
export function percentText(share: BasisPoints, lang: Language): string {
  const decimals = two(Math.abs(share % 100)).replace(/0+$/, '')
  return `${Math.trunc(share / 100)}${decimals && decimalMark(lang)}${decimals}%`
}

/** A whole number with marks between thousands: `11.100` or `11,100`. */
export const countText = (count: number, lang: Language): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, thousandsMark(lang))

/** Time spent, in whole seconds: `1 giờ 05 phút`, `12 phút`, `45 giây`. Begun minutes do not count. */
export function durationText(seconds: number, lang: Language): string {
  const [hour, minute, second] = durationUnits(lang)
  const minutes = Math.floor(seconds / 60)
  const said = (n: number | string, unit: string): string => `${n}${NON_BREAKING_SPACE}${unit}`
  if (minutes >= 60) return `${said(Math.floor(minutes / 60), hour)} ${said(two(minutes % 60), minute)}`
  return minutes > 0 || seconds < 1 ? said(minutes, minute) : said(Math.floor(seconds), second)
}

/** Time spent, in milliseconds. */
export const durationTextOfMs = (ms: Millis, lang: Language): string =>
  durationText(Math.floor(ms / 1000), lang)

/** A day of the campaign's zone: `23/11/2026`. */
export const dayText = (day: DayKey): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** A day as documents write it: a zero before days under 10, and before the months 1 and 2 only: `07/3/2019`. */
export function officialDayText(day: DayKey): string {
  const month = Number(day.slice(5, 7))
  return `${day.slice(8)}/${month <= 2 ? two(month) : month}/${day.slice(0, 4)}`
}

/** The clock in the campaign's zone: `20:01`. */
export const timeText = (at: Millis): string =>
  new Date(at + CAMPAIGN_UTC_OFFSET_MIN * MINUTE_MS).toISOString().slice(11, 16)

/** An instant: `20:01 ngày 23/11/2026`. */
export const instantText = (at: Millis, lang: Language): string =>
  `${timeText(at)} ${onWord(lang)} ${dayText(dayOf(at))}`

/** The same instant for machines (`<time datetime>`), with the campaign's offset. */
export const machineTime = (at: Millis): string =>
  `${new Date(at + CAMPAIGN_UTC_OFFSET_MIN * MINUTE_MS).toISOString().slice(0, 19)}+07:00`

/** A week and the days it spans: `Tuần 47/2026 (16/11–22/11)`. */
export function weekText(week: WeekKey, lang: Language): string {
  const monday = mondayOf(week)
  const span = [monday, addDays(monday, 6)].map(day => dayText(day).slice(0, 5)).join('–')
  return `${weekWord(lang)} ${Number(week.slice(6))}/${week.slice(0, 4)} (${span})`
}

/** When the figures are from: `Cập nhật lúc 20:01 ngày 23/11/2026`. */
export const updatedText = (at: Millis, lang: Language): string =>
  `${updatedAtWords(lang)} ${instantText(at, lang)}`
