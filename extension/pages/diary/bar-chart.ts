// The chart of a diary's bars, by uPlot: loaded when a diary is open, drawn anew when theme, size or paper changes.
import UPlot from 'uplot'
import { type PatternColours, patternTile } from './patterns.ts'
import { scaleOf } from './stack-series.ts'

export interface BarChart {
  /** Empty; the drawing goes here. */
  readonly place: HTMLElement
  /** A sample of each pattern, the lowest stack first. Their colour is the ground, their background the marks on it. */
  readonly swatches: readonly HTMLCanvasElement[]
  /** Seconds at which each stack ends on each day, the lowest stack first. */
  readonly ends: readonly (readonly number[])[]
  /** What stands below each bar. */
  readonly labels: readonly string[]
  /** What stands beside a line of the scale. */
  readonly scaleText: (seconds: number, step: number) => string
  /** Seconds from which a day counts. */
  readonly needed: number
  /** The mouse is over this bar, or over none. */
  readonly point: (index: number | null) => void
}

const HEIGHT = 240
const LABEL_WIDTH = 64
const SCALE_WIDTH = 64
const GAP = 6
const MOST_WIDTH = 56

/** Draws, and keeps the drawing right until the returned function is called. */
export function drawBarChart(chart: BarChart): () => void {
  let colours = coloursOf(chart)
  const plot = new UPlot(
    optionsOf(chart, () => colours),
    dataOf(chart),
    chart.place,
  )
  const again = (): void => {
    colours = coloursOf(chart)
    plot.redraw(false)
  }
  const resized = new ResizeObserver(() => plot.setSize(sizeOf(chart.place)))
  resized.observe(chart.place)
  const stop = onThemeChange(again)
  return () => {
    stop()
    resized.disconnect()
    plot.destroy()
  }
}

interface Colours {
  readonly fills: readonly CanvasPattern[]
  readonly text: string
  readonly line: string
  readonly ground: string
}

/** Style sheets decide: the drawing asks them for its colours. */
function coloursOf({ place, swatches }: BarChart): Colours {
  const { color, borderTopColor, backgroundColor } = getComputedStyle(place)
  const fills = swatches.flatMap((swatch, kind) => paint(swatch, kind) ?? [])
  return { fills, text: color, line: borderTopColor, ground: backgroundColor }
}

/** Paints a sample, and returns the pattern for the bars. */
function paint(swatch: HTMLCanvasElement, kind: number): CanvasPattern | null {
  const { color, backgroundColor } = getComputedStyle(swatch)
  const colours: PatternColours = { ground: color, mark: backgroundColor }
  const scale = devicePixelRatio
  swatch.width = Math.round(swatch.clientWidth * scale)
  swatch.height = Math.round(swatch.clientHeight * scale)
  const pen = swatch.getContext('2d')
  const pattern = pen?.createPattern(patternTile(kind, colours, scale), 'repeat') ?? null
  if (pen && pattern) {
    pen.fillStyle = pattern
    pen.fillRect(0, 0, swatch.width, swatch.height)
  }
  return pattern
}

/** Dark or light, forced colours, a sheet of paper: the browser reports each in its own way. */
function onThemeChange(act: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map(one =>
    matchMedia(one),
  )
  const root = document.documentElement
  const toPaper = (): void => {
    root.dataset.theme = 'light' // the style sheets of print come too late for a drawing
    act()
  }
  const fromPaper = (): void => {
    delete root.dataset.theme
    act()
  }
  for (const query of queries) query.addEventListener('change', act)
  addEventListener('beforeprint', toPaper)
  addEventListener('afterprint', fromPaper)
  return () => {
    for (const query of queries) query.removeEventListener('change', act)
    removeEventListener('beforeprint', toPaper)
    removeEventListener('afterprint', fromPaper)
  }
}

const sizeOf = (place: HTMLElement) => ({ width: Math.max(1, place.clientWidth), height: HEIGHT })

/** The highest stack first: each lower one is drawn over it. */
const dataOf = ({ ends, labels }: BarChart): UPlot.AlignedData => [
  labels.map((_, i) => i),
  ...ends.map(one => [...one]).reverse(),
]

function optionsOf(chart: BarChart, colours: () => Colours): UPlot.Options {
  const { ends, labels, needed, point } = chart
  const { top } = scaleOf(Math.max(needed, ...(ends.at(-1) ?? [])))
  const last = ends.length - 1
  const bars = UPlot.paths.bars?.({ size: [0.7, MOST_WIDTH] })
  return {
    ...sizeOf(chart.place),
    padding: [12, 16, 0, 0], // the last label is wider than its bar
    legend: { show: false },
    cursor: { x: false, y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { x: { time: false, range: [-0.5, labels.length - 0.5] }, y: { range: [0, top] } },
    axes: axesOf(chart, colours),
    series: [
      {},
      ...ends.map((_, i) => ({
        ...(bars ? { paths: bars } : {}),
        width: 1,
        stroke: () => colours().ground,
        fill: () => colours().fills[last - i] ?? colours().text,
        points: { show: false },
      })),
    ],
    hooks: {
      draw: [plot => drawNeeded(plot, needed, colours().text)],
      setCursor: [({ cursor }) => point(cursor.idx ?? null)],
    },
  }
}

function axesOf({ place, ends, labels, needed, scaleText }: BarChart, colours: () => Colours): UPlot.Axis[] {
  const { step, top } = scaleOf(Math.max(needed, ...(ends.at(-1) ?? [])))
  const { fontSize, fontFamily } = getComputedStyle(place)
  const both = {
    font: `${fontSize} ${fontFamily}`,
    stroke: () => colours().text,
    gap: GAP,
    ticks: { show: false },
  }
  return [
    {
      ...both,
      size: 28,
      grid: { show: false },
      splits: plot => everyFew(labels.length, plot.width - SCALE_WIDTH),
      values: (_, splits) => splits.map(i => labels[i] ?? ''),
    },
    {
      ...both,
      size: SCALE_WIDTH,
      grid: { stroke: () => colours().line, width: 1 },
      splits: () => Array.from({ length: top / step + 1 }, (_, i) => i * step),
      values: (_, splits) => splits.map(seconds => scaleText(seconds, step)),
    },
  ]
}

/** As many labels as there is room for. */
function everyFew(count: number, width: number): number[] {
  const every = Math.max(1, Math.ceil((count * LABEL_WIDTH) / Math.max(LABEL_WIDTH, width)))
  return Array.from({ length: Math.ceil(count / every) }, (_, i) => i * every)
}

/** From this line on a day counts. */
function drawNeeded({ ctx, bbox, valToPos }: UPlot, needed: number, colour: string): void {
  const y = Math.round(valToPos(needed, 'y', true))
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = devicePixelRatio
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio])
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.restore()
}
