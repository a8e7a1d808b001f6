// kill -9, in short: the whole of it is `npm run bench -- faults`.
import { expect, it } from 'vitest'
import { KINDS } from '../bench/bench-hub.ts'
import { kills } from '../bench/kills.ts'

it.each(KINDS)(
  'three times killed under load, a hub on %s has lost nothing that it acknowledged and counted nothing twice',
  async kind => {
    const tally = await kills(kind, { rounds: 3, people: 12, ms: [300, 700] })
    expect(tally.acknowledged).toBeGreaterThan(20)
    expect(tally).toMatchObject({ refused: 0, rowsLost: 0, doubles: 0 })
  },
  180_000,
)
