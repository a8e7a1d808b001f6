// Weekly finals as a line that breaks where a week was not released; its text alternative tells first and last.
import type { Tenths } from '../core/score.ts'
import type { Language } from '../wire/page.ts'
import type { AgencyScore } from '../wire/snapshot.ts'
import { scoreText } from './format.ts'
import { words } from './text/words.ts'

type Trend = AgencyScore['trend']

export interface TrendLineProps {
  readonly trend: Trend
  readonly lang: Language
  /** Size in CSS pixels. */
  readonly width: number
  readonly height: number
  /** Draw scale lines with their values. */
  readonly scaled?: boolean
}

/** Smaller spans are not blown up: ten points stay a modest slope. */
const LEAST_SPAN: Tenths = 200
const STEP: Tenths = 100
const EDGE = 4

export function TrendLine({ trend, lang, width, height, scaled = false }: TrendLineProps) {
  const told = trend.flatMap(({ score }) => (score === null ? [] : [score]))
  const [first, last] = [told[0], told.at(-1)]
  if (first === undefined || last === undefined) return <span>{words(lang).trendEmpty}</span>
  const scale = scaleOf(told)
  const place = placer(trend.length, scale, { width, height, left: scaled ? 36 : EDGE })
  const label = words(lang).trendLabel(scoreText(first, lang), scoreText(last, lang), trend.length)
  return (
    <svg
      class="trend"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {scaled && <Scale scale={scale} y={place.y} width={width} lang={lang} />}
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

const placer = (
  weeks: number,
  { low, high }: ScaleSpan,
  box: { readonly width: number; readonly height: number; readonly left: number },
): Place => ({
  x: week => round(box.left + (week * (box.width - box.left - EDGE)) / Math.max(1, weeks - 1)),
  y: score => round(box.height - EDGE - ((score - low) * (box.height - 2 * EDGE)) / (high - low)),
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
  readonly y: Place['y']
  readonly width: number
  readonly lang: Language
}

const Scale = ({ scale, y, width, lang }: ScaleProps) => (
  <g class="scale">
    {[scale.low, Math.round((scale.low + scale.high) / 2), scale.high].map(score => (
      <g key={score}>
        <line x1="36" x2={width} y1={y(score)} y2={y(score)} />
        <text x="30" y={y(score)} text-anchor="end" dominant-baseline="middle">
          {scoreText(score, lang)}
        </text>
      </g>
    ))}
  </g>
)
