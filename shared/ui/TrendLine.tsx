// Weekly finals as a line that breaks where a week was not released; its text alternative tells first and last.
import { mondayOf } from '../core/day.ts'
import type { Language } from '../core/language.ts'
import type { Tenths } from '../core/score.ts'
import { words } from '../text/ui.ts'
import type { AgencyScore } from '../wire/snapshot.ts'
import { dayText, scoreText } from './format.ts'
import { useLanguage } from './language-context.ts'

type Trend = AgencyScore['trend']

export interface TrendLineProps {
  readonly trend: Trend
  /** Size in CSS pixels. */
  readonly width: number
  readonly height: number
  /** Draw scale lines with their values. */
  readonly scaled?: boolean
  /** Its sentence stands beside it, for everybody. */
  readonly told?: boolean
}

/** The line in words: first and last; empty where no week was released. */
export function trendSentence(trend: Trend, lang: Language): string {
  const scores = trend.flatMap(({ score }) => (score === null ? [] : [score]))
  const [first, last] = [scores[0], scores.at(-1)]
  if (first === undefined || last === undefined) return ''
  return words(lang).trendLabel(scoreText(first, lang), scoreText(last, lang), trend.length)
}

/** Smaller spans are not blown up: ten points stay a modest slope. */
const LEAST_SPAN: Tenths = 200
const STEP: Tenths = 100
const EDGE = 4
/** Room around the line: for the values of the scale, and for the days below it. */
const PLAIN = { left: EDGE, above: EDGE, below: EDGE }
const SCALE = { left: 48, above: 12, below: 28 }

/** Weekly scores as a line, with gaps where a week is not told; `told` adds the sentence for the ear. */
export function TrendLine({ trend, width, height, scaled = false, told = false }: TrendLineProps) {
  const lang = useLanguage()
  const scores = trend.flatMap(({ score }) => (score === null ? [] : [score]))
  const last = scores.at(-1)
  if (last === undefined) return <span>{words(lang).trendEmpty}</span>
  const scale = scaleOf(scores)
  const place = placer(trend.length, scale, { width, height, ...(scaled ? SCALE : PLAIN) })
  return (
    <svg
      class="trend"
      role="img"
      aria-label={trendSentence(trend, lang)}
      aria-hidden={told || undefined}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {scaled && <Scale scale={scale} trend={trend} place={place} width={width} height={height} />}
      <path
        d={pathOf(trend, place)}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
      />
      <circle
        cx={place.x(trend.reduce((found, { score }, i) => (score === null ? found : i), 0))}
        cy={place.y(last)}
        r="3"
        fill="currentColor"
      />
    </svg>
  )
}

interface ScaleSpan {
  readonly low: Tenths
  readonly high: Tenths
}

/** Whole tens of points around the values, inside 0–100. */
function scaleOf(told: readonly Tenths[]): ScaleSpan {
  const low = Math.floor(Math.min(...told) / STEP) * STEP
  const high = Math.ceil(Math.max(...told) / STEP) * STEP
  const missing = Math.max(0, LEAST_SPAN - (high - low))
  const top = Math.min(1000, high + Math.ceil(missing / 2 / STEP) * STEP)
  return { low: Math.max(0, Math.min(low, top - LEAST_SPAN)), high: top }
}

interface Place {
  readonly x: (week: number) => number
  readonly y: (score: Tenths) => number
}

interface Box {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly above: number
  readonly below: number
}

const placer = (weeks: number, { low, high }: ScaleSpan, box: Box): Place => ({
  x: week => round(box.left + (week * (box.width - box.left - EDGE)) / Math.max(1, weeks - 1)),
  y: score =>
    round(box.height - box.below - ((score - low) * (box.height - box.above - box.below)) / (high - low)),
})

const round = (n: number): number => Math.round(n * 10) / 10

/** `M` begins again after a gap; a lone week is a dot (a line of no length with round ends). */
const pathOf = (trend: Trend, { x, y }: Place): string =>
  trend
    .map(({ score }, i) => {
      if (score === null) return ''
      const goesOn = (trend[i - 1]?.score ?? null) !== null
      return `${goesOn ? 'L' : 'M'}${x(i)} ${y(score)}`
    })
    .join('')

interface ScaleProps {
  readonly scale: ScaleSpan
  readonly trend: Trend
  readonly place: Place
  readonly width: number
  readonly height: number
}

/** Whole tens of points at the side, the first and the last Monday below. */
const Scale = ({ scale, trend, place, width, height }: ScaleProps) => (
  <g class="scale">
    {[scale.low, Math.round((scale.low + scale.high) / 2), scale.high].map(score => (
      <g key={score}>
        <line x1={SCALE.left} x2={width} y1={place.y(score)} y2={place.y(score)} />
        <text x={SCALE.left - 8} y={place.y(score)} text-anchor="end" dominant-baseline="middle">
          {Math.round(score / 10)}
        </text>
      </g>
    ))}
    <text x={SCALE.left} y={height - 6}>
      {firstDay(trend[0])}
    </text>
    <text x={width} y={height - 6} text-anchor="end">
      {firstDay(trend.at(-1))}
    </text>
  </g>
)

const firstDay = (week: Trend[number] | undefined): string => (week ? dayText(mondayOf(week.week)) : '')
