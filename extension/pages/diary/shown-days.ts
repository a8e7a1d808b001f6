// Which days the diary shows: a range around a day, each day with its mark; and the criteria of today.
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { DayKey } from '../../../shared/core/day.ts'
import { criteriaOf, markedDays, personDays } from '../criteria.ts'
import type { OwnData } from '../own-data.ts'
import { type DateRange, daysOfRange, shifted } from './date-ranges.ts'

/** Begins with the window of the score that ends today. */
export function createShownDays(own: ReadonlySignal<OwnData>, today: ReadonlySignal<DayKey>) {
  const range = signal<DateRange>('window')
  const day = signal<DayKey>(today.value)
  const rows = computed(() => personDays(own.value.days).filter(row => row.seconds > 0))
  const days = computed(() => daysOfRange(range.value, day.value))
  return {
    range,
    day,
    /** Everything that was ever counted, by day and platform. */
    rows,
    days,
    shown: computed(() => markedDays(rows.value, days.value, today.value, own.value.counting)),
    criteria: computed(() => criteriaOf(rows.value, today.value, own.value.expected, own.value.counting)),
    showRange: (to: DateRange): void => {
      range.value = to
    },
    shift: (by: 1 | -1): void => {
      day.value = shifted(range.value, day.value, by)
    },
    goTo: (to: DayKey): void => {
      day.value = to
    },
  }
}
