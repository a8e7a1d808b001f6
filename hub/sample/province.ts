// The sample province: how big each agency is, how many of its people joined, and how it takes to the platforms.
import type { Agency, Level } from '../../shared/wire/campaign.ts'
import { between, chance } from './seeded-random.ts'

/** An agency of the sample. Invented figures under a real name: shown only as "DỮ LIỆU MẪU". */
export interface SampleAgency {
  readonly id: string
  readonly level: Level
  readonly headcount: number
  /** People who join in the course of the history. */
  readonly joining: number
  /** Chance that one of its people works on a platform on a working day, in the first week. */
  readonly habit: number
  /** What twelve weeks add to the habit. */
  readonly growth: number
  /** The week in which a training was held, counted from the first; null: none. */
  readonly trainedInWeek: number | null
  /** Its units; whoever comes after their seats are filled names none. */
  readonly units: readonly SampleUnit[]
}

interface SampleUnit {
  readonly id: string
  readonly name: string
  readonly seats: number
}

/** Two units below the minimum group, two above: what a visitor should see beside each other. */
const UNITS: readonly SampleUnit[] = [
  { id: 'van-phong', name: 'Văn phòng Sở', seats: 30 },
  { id: 'to-chuc-bien-che', name: 'Phòng Tổ chức biên chế', seats: 12 },
  { id: 'cai-cach-hanh-chinh', name: 'Phòng Cải cách hành chính', seats: 9 },
  { id: 'thanh-tra', name: 'Thanh tra Sở', seats: 4 },
]

/** The unit that a person's code names. */
export function unitOf({ units }: SampleAgency, number: number): string | null {
  let seats = 0
  return (
    units.find(unit => {
      seats += unit.seats
      return number < seats
    })?.id ?? null
  )
}

const SIZES: Readonly<Record<Level, readonly [number, number]>> = { province: [40, 120], commune: [25, 80] }

/** Agencies that show what a visitor should see at least once. */
const SPECIAL: Readonly<Record<string, Partial<SampleAgency>>> = {
  // the one whose codes are handed out: large, so that its score is released often
  'so-noi-vu': { headcount: 96, joining: 84, habit: 0.62, growth: 0.12, trainedInWeek: 7, units: UNITS },
  // below the minimum group: once by headcount, twice by the people who joined
  'so-ngoai-vu': { headcount: 9, joining: 8 },
  'xa-vinh-thanh': { headcount: 27, joining: 6 },
  'xa-khanh-hung': { headcount: 31, joining: 8 },
  // few joined: provisional
  'xa-tan-lap': { headcount: 78, joining: 16 },
  // never started
  'xa-hung-dien': { joining: 0 },
}

/** Invented head count, share of joiners and habits of a real agency; always the same for the same id. */
export function sampleAgency({ id, level }: Pick<Agency, 'id' | 'level'>): SampleAgency {
  const random = chance('agency', id)
  const [smallest, largest] = SIZES[level]
  const headcount = smallest + Math.floor((largest - smallest) * random() ** 1.4)
  const joined = 0.45 + 0.5 * random() ** 0.6
  return {
    id,
    level,
    headcount,
    joining: Math.round(headcount * joined),
    habit: 0.42 + 0.5 * random(),
    growth: -0.05 + 0.25 * random(),
    trainedInWeek: random() < 0.4 ? between(random, 3, 9) : null,
    units: [],
    ...SPECIAL[id],
  }
}
