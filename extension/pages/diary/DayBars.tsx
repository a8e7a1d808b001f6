// Seen: a bar for each day, stacked by platform. The table below it says the same in words.
import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { type DayKey, weekdayOf } from '../../../shared/core/day.ts'
import type { Language } from '../../../shared/core/language.ts'
import type { PersonDay } from '../../../shared/core/score.ts'
import { textsOf } from '../../../shared/text/extension.ts'
import { dayText, durationText } from '../../../shared/ui/format.ts'
import { useLanguage } from '../../../shared/ui/language-context.ts'
import { endsOf, type StackSeries, stackSeriesOf, sum } from './stack-series.ts'

interface Props {
  readonly days: readonly DayKey[]
  readonly rows: readonly PersonDay[]
  /** Seconds from which a day counts. */
  readonly needed: number
  readonly nameOf: (platform: string) => string
}

/** Up to so many bars there is room for the weekday. */
const WEEK = 7

/** The chosen days as bars, with a line at what a day needs; the same figures stand in the table below. */
export function DayBars(props: Props) {
  const { days, rows, needed, nameOf } = props
  const language = useLanguage()
  const { diary } = textsOf(language)
  const stacks = useMemo(() => stackSeriesOf(rows, days), [rows, days])
  const pointed = useSignal<number | null>(null)
  const figure = useBarChart(stacks, props, index => {
    pointed.value = index
  })
  if (stacks.length === 0) return <p class="faint">{diary.empty}</p>
  const at = pointed.value
  const day = at === null ? undefined : days[at]
  const secondsOf = (stack: StackSeries): number => (at === null ? stack.total : (stack.seconds[at] ?? 0))
  const all = durationText(sum(stacks.map(one => one.total)), language)
  return (
    <figure class="bars" ref={figure}>
      <div class="plot" role="img" aria-label={diary.barsLabel(all, days.length)} />
      <figcaption>
        <p class="pointed">
          <strong>{day ? dayText(day) : diary.barsTotal(days.length)}</strong>{' '}
          {durationText(sum(stacks.map(secondsOf)), language)}
        </p>
        <ul class="legend">
          {stacks.map((stack, i) => (
            <li key={stack.platform}>
              <canvas class={`swatch kind-${i}`} />
              <span>{stack.platform === null ? diary.others : nameOf(stack.platform)}</span>
              <span class="number">{durationText(secondsOf(stack), language)}</span>
            </li>
          ))}
          <li>
            <span class="swatch needed" aria-hidden="true" />
            <span>{diary.neededLine}</span>
            <span class="number">{durationText(needed, language)}</span>
          </li>
        </ul>
      </figcaption>
    </figure>
  )
}

/** The drawing inside the figure: made by a part that is loaded when there is something to draw. */
function useBarChart(stacks: readonly StackSeries[], props: Props, point: (index: number | null) => void) {
  const figure = useRef<HTMLElement>(null)
  const { days, needed } = props
  const language = useLanguage()
  useEffect(() => {
    const place = figure.current?.querySelector<HTMLElement>('.plot')
    if (!place) return
    const swatches = [...(figure.current?.querySelectorAll<HTMLCanvasElement>('canvas.swatch') ?? [])]
    let left = false
    let stop = (): void => {}
    void import('./bar-chart.ts').then(({ drawBarChart }) => {
      if (left) return
      const labels = days.map(day => labelOf(day, days.length, language))
      const { scaleText } = textsOf(language).diary
      stop = drawBarChart({ place, swatches, ends: endsOf(stacks), labels, scaleText, needed, point })
    })
    return () => {
      left = true
      stop()
      point(null)
    }
  }, [stacks, needed, language])
  return figure
}

const labelOf = (day: DayKey, count: number, language: Language): string => {
  const short = dayText(day).slice(0, 5)
  return count > WEEK ? short : `${textsOf(language).weekdays[weekdayOf(day) - 1]} ${short}`
}
