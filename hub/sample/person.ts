// One invented person of the sample: when they join, and what they do on a day.
import { isWorkingDay } from '../../shared/core/calendar.ts'
import { type DayKey, daysBetween, weekOf } from '../../shared/core/day.ts'
import type { ReportRow } from '../../shared/wire/report.ts'
import type { Campaigns } from '../campaigns.ts'
import type { SampleAgency } from './province.ts'
import { between, chance } from './seeded-random.ts'

export interface Person {
  readonly agency: SampleAgency
  /** 0, 1, 2 … inside the agency. */
  readonly number: number
}

/** What the sample's people know about their world. */
export interface World {
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'tracked' | 'workdays'>
  /** The Monday on which the history begins. */
  readonly begins: DayKey
  /** Whole weeks of history in which people join. */
  readonly weeks: number
}

const FULL_GROWTH_WEEKS = 12
const TRAINING_EFFECT = 0.13
const OFF_DAY_CHANCE = 0.02
/** On leave or at a training for the whole week. */
const AWAY_CHANCE = 0.08
const JOIN_LAST_WEEK = 9
const MINUTE_S = 60

/** Platforms beyond the expected ones that some people also work on. */
const OTHERS = ['dichvucong-quoc-gia', 'phan-anh-kien-nghi', 'bao-cao-chinh-phu', 'lien-thong', 'du-lieu-mo']

/** The invented people of an agency who join in the course of the history. */
export const peopleOf = (agency: SampleAgency): readonly Person[] =>
  Array.from({ length: agency.joining }, (_, number) => ({ agency, number }))

/** The week of the history in which a person joins: most at the launch, some after the training, the rest bit by bit. */
export function joinsInWeek({ agency, number }: Person, { weeks }: World): number {
  const random = chance('joins', agency.id, number)
  const draw = random()
  if (draw < 0.6) return 0
  const trained = agency.trainedInWeek
  const week = trained !== null && draw < 0.8 ? trained : between(random, 1, JOIN_LAST_WEEK)
  return Math.min(week, Math.max(0, weeks - 2))
}

/** Everything a person does on a day: nothing on most weekends, holidays and bad days. Stable for ever. */
export function dayOfPerson(person: Person, day: DayKey, world: World): readonly ReportRow[] {
  const random = chance('day', person.agency.id, person.number, day)
  return random() < habitOn(person, day, world) ? workOn(person, day, world) : []
}

/** The same day when the person does work on it. */
export function workOn(person: Person, day: DayKey, world: World): readonly ReportRow[] {
  const random = chance('work', person.agency.id, person.number, day)
  const [main, ...others] = platformsOf(person, world)
  if (main === undefined) return []
  const minutes = minutesOf(person) * (0.4 + 1.3 * random())
  const used = [main, ...others.filter(() => random() < 0.55)]
  return used.map((platform, i) => ({
    day,
    platform,
    seconds: Math.max(20, Math.round((minutes * MINUTE_S * (0.6 + 0.5 * random())) / (1 + 1.5 * i))),
  }))
}

function habitOn({ agency, number }: Person, day: DayKey, world: World): number {
  if (!isWorkingDay(day, world.campaigns.workdays)) return OFF_DAY_CHANCE
  if (chance('away', agency.id, number, weekOf(day))() < AWAY_CHANCE) return 0
  const week = daysBetween(world.begins, day) / 7
  const trained = agency.trainedInWeek !== null && week > agency.trainedInWeek ? TRAINING_EFFECT : 0
  const own = (chance('habit', agency.id, number)() - 0.5) * 0.5
  const grown = agency.growth * Math.min(1, Math.max(0, week / FULL_GROWTH_WEEKS))
  return Math.min(0.97, Math.max(0.05, agency.habit + grown + trained + own))
}

/** A person's usual day, in minutes. */
const minutesOf = ({ agency, number }: Person): number =>
  6 + 44 * chance('minutes', agency.id, number)() ** 1.6

/** The platforms a person works on, the main one first. */
export function platformsOf({ agency, number }: Person, { campaigns }: World): readonly string[] {
  const random = chance('platforms', agency.id, number)
  const expected = campaigns.campaigns[0]?.score.expected[agency.level] ?? []
  const [main, ...rest] = expected.length > 0 ? expected : [...campaigns.tracked]
  const own = [...rest.filter(() => random() < 0.5), ...OTHERS.filter(() => random() < 0.08)]
  return main === undefined ? [] : [main, ...own.filter(id => campaigns.tracked.has(id))]
}
