// Activities → stretches of attention: the fold. Rules: README "How time is counted".

import { type Activity, earningOf, onlyListens, type PlatformId } from './activity.ts'
import type { Millis } from './time.ts'

/** A finished stretch of attention on one platform: start ≤ end, epoch ms. Stays on the device. */
export interface Segment {
  readonly platform: PlatformId
  readonly start: Millis
  readonly end: Millis
}

/** The stretch that is still running. `seen` is the last sighting: all that is certain, and all that is credited. */
export interface OpenSegment {
  readonly platform: PlatformId
  readonly start: Millis
  readonly seen: Millis
  readonly session: string
  /** At the last sighting the person only listened: what was credited since the last touch stays. */
  readonly listening?: true
}

export interface CountingRules {
  /** A longer pause between two inputs is not counted (campaign data, 60 000–300 000 ms). */
  readonly idleAfterMs: Millis
  /** How often a running stretch is written: 30 s, or 60 s where alarms are slower. */
  readonly heartbeatMs: Millis
  /** After a longer silence than this an event does not tell when the stretch ended: the worker slept meanwhile. */
  readonly silenceMs: Millis
}

export interface Step {
  readonly open: OpenSegment | null
  /** What this step closed; never empty (start < end). */
  readonly closed: Segment | null
}

/** A silence longer than this is not credited: the machine slept, or the clock jumped. */
const MAX_SILENCE_IN_HEARTBEATS = 1.5

/** A few polls. A change that no event told of lay between two sightings that are no further apart: midway, on average. */
export const BRIEF_SILENCE_MS: Millis = 3000

/** Folds one sighting into the running stretch. Total: any order of times, any gap, any restart. */
export function step(written: OpenSegment | null, seen: Activity, rules: CountingRules): Step {
  const open = written && confirmed(written, seen)
  const next = begins(seen)
  if (!open) return { open: next, closed: null }
  if (continues(open, seen, rules)) return { open: heard({ ...open, seen: seen.at }, seen), closed: null }
  return { open: next, closed: close(open, seen, rules) }
}

function heard({ listening: _, ...open }: OpenSegment, seen: Activity): OpenSegment {
  return onlyListens(seen) ? { ...open, listening: true } : open
}

/** The stretch as far as the sighting before this one saw it: polls that only confirm are not written to the store. */
const confirmed = (open: OpenSegment, { at, session, previous }: Activity): OpenSegment =>
  previous?.earning === open.platform &&
  session === open.session &&
  previous.at > open.seen &&
  previous.at <= at
    ? { ...open, seen: previous.at }
    : open

const isBrief = (since: Millis, at: Millis): boolean => at >= since && at - since <= BRIEF_SILENCE_MS

/** When what is in front changed to what was seen now. */
const changedAt = ({ at, cause, previous }: Activity): Millis =>
  cause === 'poll' && previous && isBrief(previous.at, at) ? Math.round((previous.at + at) / 2) : at

/** The part of a running stretch that is certain by now. */
export const credited = (open: OpenSegment | null): Segment | null =>
  open && open.seen > open.start ? { platform: open.platform, start: open.start, end: open.seen } : null

function begins(a: Activity): OpenSegment | null {
  const platform = earningOf(a)
  if (platform === null) return null
  const start = a.previous?.earning === platform ? a.at : changedAt(a)
  return heard({ platform, start, seen: a.at, session: a.session }, a)
}

/** Was the browser watching without a break from the last sighting to this one? */
const unbroken = (open: OpenSegment, a: Activity, rules: CountingRules): boolean =>
  a.session === open.session &&
  a.at >= open.seen &&
  a.at - open.seen <= rules.heartbeatMs * MAX_SILENCE_IN_HEARTBEATS

const continues = (open: OpenSegment, a: Activity, rules: CountingRules): boolean =>
  earningOf(a) === open.platform && unbroken(open, a, rules)

/** The last instant of a stretch that is known to have ended: told by an event, between two polls, or the last sighting. */
function lastInstant(open: OpenSegment, a: Activity, rules: CountingRules): Millis {
  if (!unbroken(open, a, rules)) return open.seen
  const told = a.cause === 'event' && a.at - open.seen <= rules.silenceMs
  return told || isBrief(open.seen, a.at) ? Math.max(open.seen, changedAt(a)) : open.seen
}

function close(open: OpenSegment, a: Activity, rules: CountingRules): Segment | null {
  const lastCertain = lastInstant(open, a, rules)
  // Idle is told late, by the whole limit: credit ends at the last input and takes back what came after it.
  const sameClock = a.session === open.session && a.at >= open.seen
  const end =
    a.presence === 'idle' && sameClock && !open.listening
      ? Math.min(lastCertain, a.at - rules.idleAfterMs)
      : lastCertain
  return end > open.start ? { platform: open.platform, start: open.start, end } : null
}

/**
 * The pieces of `span` that `taken` does not already cover, in order. A clock that was set back
 * relives minutes; this is what keeps them from being counted twice.
 */
export function withoutOverlap(span: Segment, taken: readonly Segment[]): readonly Segment[] {
  const walls = taken.filter(t => t.end > span.start && t.start < span.end).sort((a, b) => a.start - b.start)
  const pieces: Segment[] = []
  let from = span.start
  for (const wall of walls) {
    if (wall.start > from) pieces.push({ ...span, start: from, end: wall.start })
    from = Math.max(from, wall.end)
  }
  if (from < span.end) pieces.push({ ...span, start: from })
  return pieces
}
