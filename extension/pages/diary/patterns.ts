// Six ways to fill a surface that stay apart without colour: in print, in forced colours, for every eye.

export interface PatternColours {
  readonly ground: string
  readonly mark: string
}

const SIZE = 8
const SOLID = () => {}
const WEIGHT = 1.5

type Marks = (pen: CanvasRenderingContext2D) => void

const stroke = (
  pen: CanvasRenderingContext2D,
  lines: readonly (readonly [number, number, number, number])[],
) => {
  pen.beginPath()
  for (const [x1, y1, x2, y2] of lines) {
    pen.moveTo(x1, y1)
    pen.lineTo(x2, y2)
  }
  pen.stroke()
}

/** Each line goes on in the neighbouring tile, so that no seam is seen. */
const RISING: Marks = pen =>
  stroke(pen, [
    [-2, SIZE + 2, SIZE + 2, -2],
    [-2, 2, 2, -2],
    [SIZE - 2, SIZE + 2, SIZE + 2, SIZE - 2],
  ])
const FALLING: Marks = pen =>
  stroke(pen, [
    [-2, -2, SIZE + 2, SIZE + 2],
    [SIZE - 2, -2, SIZE + 2, 2],
    [-2, SIZE - 2, 2, SIZE + 2],
  ])
const LEVEL: Marks = pen => stroke(pen, [[0, SIZE / 2, SIZE, SIZE / 2]])
const DOTS: Marks = pen => {
  for (const [x, y] of [
    [SIZE / 4, SIZE / 4],
    [(SIZE * 3) / 4, (SIZE * 3) / 4],
  ] as const) {
    pen.beginPath()
    pen.arc(x, y, WEIGHT, 0, 2 * Math.PI)
    pen.fill()
  }
}
const CROSSED: Marks = pen => {
  RISING(pen)
  FALLING(pen)
}
const MARKS: readonly Marks[] = [SOLID, RISING, DOTS, LEVEL, FALLING, CROSSED]

/** One tile of the pattern `kind`, `scale` device pixels to a CSS pixel. */
export function patternTile(
  kind: number,
  { ground, mark }: PatternColours,
  scale: number,
): HTMLCanvasElement {
  const tile = document.createElement('canvas')
  tile.width = Math.round(SIZE * scale)
  tile.height = tile.width
  const pen = tile.getContext('2d')
  if (!pen) return tile
  pen.scale(tile.width / SIZE, tile.width / SIZE)
  pen.fillStyle = ground
  pen.fillRect(0, 0, SIZE, SIZE)
  pen.fillStyle = mark
  pen.strokeStyle = mark
  pen.lineWidth = WEIGHT
  MARKS[kind % MARKS.length]?.(pen)
  return tile
}
