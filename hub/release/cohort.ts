// Who is counted in a team table. The membership is frozen, and frozen anew only when k people have come or gone.
import type { WeekKey } from '../../shared/core/day.ts'
import type { Cohort, CohortMember } from '../store/cohorts.ts'

/** An agency that never had k people: nobody is counted. */
export const NOBODY: Cohort = {
  since: '',
  enrolled: 0,
  sizes: new Map(),
  goneReported: 0,
  members: [],
}

/**
 * The membership at the end of a week. One person who joins, moves or leaves changes nothing that is told: the next
 * k do, together.
 * @param joined everybody enrolled by that Sunday
 */
export function nextCohort(
  before: Cohort,
  joined: readonly CohortMember[],
  week: WeekKey,
  k: number,
): Cohort {
  const there = new Map(joined.map(one => [one.member, one]))
  const known = new Map(before.members.map(one => [one.member, one]))
  const stayed = before.members.filter(one => there.has(one.member))
  const changed = joined.length - stayed.length + (before.enrolled - stayed.length)
  const frozen = changed < k || before.since > week
  if (frozen && before.enrolled === 0) return before
  // Who once reported has reported, though the days themselves are forgotten in time.
  const members = (frozen ? stayed : joined).map(one => {
    const reported = known.get(one.member)?.reported || there.get(one.member)?.reported
    return { ...one, reported: reported ?? false }
  })
  return frozen ? { ...before, members } : { ...sized(members), since: week, goneReported: 0 }
}

function sized(members: readonly CohortMember[]): Pick<Cohort, 'members' | 'enrolled' | 'sizes'> {
  const sizes = new Map<string, number>()
  for (const { unit } of members) sizes.set(unit ?? '', (sizes.get(unit ?? '') ?? 0) + 1)
  return { members, enrolled: members.length, sizes }
}
