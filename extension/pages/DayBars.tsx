// Seen: a bar for each day, stacked by platform. The table below it says the same in words.
import type { DayKey } from '../../shared/core/day.ts'
import type { PersonDay } from '../../shared/core/score.ts'
import { dayText, durationText } from '../../shared/ui/format.ts'
import type { Language } from '../../shared/wire/page.ts'
import { textsOf } from '../text/texts.ts'

interface BarsProps {
  readonly days: readonly DayKey[]
  readonly rows: readonly PersonDay[]
  readonly nameOf: (platform: string) => string
  readonly language: Language
}

/** More colours than these nobody tells apart: the rest stands together. */
const KINDS = 5
const WIDTH = 720
const HEIGHT = 200
const LEFT = 56
/** Room for half of the last day's label. */
const RIGHT = 16
const BELOW = 24
const LEAST_SECONDS = 600

export function DayBars({ days, rows, nameOf, language }: BarsProps) {
  const { diary } = textsOf(language)
  const inside = rows.filter(row => days.includes(row.day))
  const kinds = largest(inside)
  const top = scaleOf(days.map(day => sum(inside.filter(row => row.day === day))))
  const step = (WIDTH - LEFT - RIGHT) / days.length
  const y = (seconds: number): number => (HEIGHT - BELOW) * (1 - seconds / top)
  const total = durationText(sum(inside), language)
  if (inside.length === 0) return <p class="faint">{diary.empty}</p>
  return (
    <figure class="bars">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={diary.barsLabel(total, days.length)}>
        {[0, top / 2, top].map(seconds => (
          <g key={seconds} class="scale">
            <line x1={LEFT} x2={WIDTH} y1={y(seconds)} y2={y(seconds)} />
            <text x={LEFT - 6} y={Math.max(12, y(seconds) + 4)} text-anchor="end">
              {diary.minutesShort(Math.round(seconds / 60))}
            </text>
          </g>
        ))}
        {days.map((day, i) => (
          <Bar
            key={day}
            parts={partsOf(
              inside.filter(row => row.day === day),
              kinds,
            )}
            place={{ x: LEFT + i * step + step * 0.15, width: Math.min(48, step * 0.7), y }}
            label={i % Math.ceil(days.length / 10) === 0 ? dayText(day).slice(0, 5) : ''}
          />
        ))}
      </svg>
      <figcaption>
        <ul class="legend">
          {kinds.map((kind, i) => (
            <li key={kind}>
              <span class={`swatch kind-${i}`} aria-hidden="true" /> {nameOf(kind)}:{' '}
              {durationText(sum(inside.filter(row => row.platform === kind)), language)}
            </li>
          ))}
          {sum(restOf(inside, kinds)) > 0 && (
            <li>
              <span class={`swatch kind-${KINDS}`} aria-hidden="true" /> {diary.others}:{' '}
              {durationText(sum(restOf(inside, kinds)), language)}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  )
}

interface Place {
  readonly x: number
  readonly width: number
  readonly y: (seconds: number) => number
}

function Bar({ parts, place, label }: { parts: readonly number[]; place: Place; label: string }) {
  const { x, width, y } = place
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((all, part) => all + part, 0))
  return (
    <g>
      {parts.map((seconds, i) => {
        const from = starts[i] ?? 0
        const height = y(from) - y(from + seconds)
        const kind = `kind-${i}`
        return (
          seconds > 0 && (
            <rect key={kind} class={kind} x={x} width={width} y={y(from + seconds)} height={height} />
          )
        )
      })}
      <text x={x + width / 2} y={HEIGHT - 6} text-anchor="middle">
        {label}
      </text>
    </g>
  )
}

const sum = (rows: readonly PersonDay[]): number => rows.reduce((all, row) => all + row.seconds, 0)

const restOf = (rows: readonly PersonDay[], kinds: readonly string[]): readonly PersonDay[] =>
  rows.filter(row => !kinds.includes(row.platform))

const partsOf = (rows: readonly PersonDay[], kinds: readonly string[]): readonly number[] => [
  ...kinds.map(kind => sum(rows.filter(row => row.platform === kind))),
  ...Array.from({ length: KINDS - kinds.length }, () => 0),
  sum(restOf(rows, kinds)),
]

/** The platforms with most time, the longest first. */
function largest(rows: readonly PersonDay[]): readonly string[] {
  const sums = new Map<string, number>()
  for (const { platform, seconds } of rows) sums.set(platform, (sums.get(platform) ?? 0) + seconds)
  return [...sums.entries()]
    .sort((a, b) => b[1] - a[1])
    .slice(0, KINDS)
    .map(([platform]) => platform)
}

/** A whole number of twenty minutes above the longest day. */
const scaleOf = (days: readonly number[]): number => {
  const longest = Math.max(LEAST_SECONDS, ...days)
  return Math.ceil(longest / 1200) * 1200
}
