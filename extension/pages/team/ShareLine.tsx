// A small line of shares, from 0 to 100 %; a hidden week leaves a gap.
import type { BasisPoints } from '../../../shared/core/basis-points.ts'
import { FULL } from '../../../shared/core/basis-points.ts'

const WIDTH = 320
const HEIGHT = 64
const PAD = 4

interface Props {
  readonly shares: readonly (BasisPoints | null)[]
  readonly label: string
  /** Places in `shares` that something is noted about. */
  readonly marks?: readonly number[]
}

/** Shares of the weeks as a line; a week that is not told leaves a gap. */
export function ShareLine({ shares, label, marks = [] }: Props) {
  const x = (i: number): number => PAD + (i * (WIDTH - 2 * PAD)) / Math.max(1, shares.length - 1)
  const y = (share: BasisPoints): number => HEIGHT - PAD - (share * (HEIGHT - 2 * PAD)) / FULL
  const path = shares
    .map((share, i) => {
      if (share === null) return ''
      const begins = i === 0 || shares[i - 1] === null
      // A week alone between two gaps is a dot: a line of no length, with a round end.
      return `${begins ? 'M' : 'L'}${x(i).toFixed(1)} ${y(share).toFixed(1)}${begins ? 'h.01' : ''}`
    })
    .join('')
  return (
    <svg class="line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <path d={`M${PAD} ${HEIGHT - PAD}H${WIDTH - PAD}`} class="base" />
      <path d={path} class="run" />
      {marks.map(mark => (
        <path key={mark} d={`M${x(mark)} ${PAD}V${HEIGHT - PAD}`} class="noted" />
      ))}
    </svg>
  )
}
