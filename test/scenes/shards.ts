// Scenes are dealt out to shards, which are played side by side: each has its own desktop, hub and browser.
import seconds from '../seconds.json' with { type: 'json' }

declare module 'vitest' {
  interface ProvidedContext {
    /** The part of the scenes that this project plays; all of them where none is named. */
    shard: Shard
  }
}

export interface Shard {
  readonly index: number
  readonly of: number
  /** Names of the scenes among which the shards are dealt; all where none are named. */
  readonly only?: readonly string[]
}

/** Desktops in all. */
const DESKTOPS = Number(process.env.TEST_SHARDS ?? 8)
/** Chromium plays more scenes than Firefox. */
const IN_FIREFOX = Math.max(1, Math.floor((DESKTOPS * 3) / 8))

const named = process.env.TEST_SCENES ? { only: process.env.TEST_SCENES.split('|') } : {}
const shards = (of: number): readonly Shard[] =>
  Array.from({ length: Math.max(1, of) }, (_, index) => ({ index, of: Math.max(1, of), ...named }))

/** The shards of each of the two files. */
export const SHARDS = { chromium: shards(DESKTOPS - IN_FIREFOX), firefox: shards(IN_FIREFOX) } as const

/** Seconds that a scene was measured to take; of a new one nobody knows. */
const SECONDS: Readonly<Record<string, number>> = seconds
const UNKNOWN_S = 30
const secondsOf = (name: string): number => SECONDS[name] ?? UNKNOWN_S

/** The scenes of one shard: the longest are dealt first, each to whoever has least to do. */
export function dealt<T extends { readonly name: string }>(
  scenes: readonly T[],
  shard?: Shard,
): readonly T[] {
  if (!shard) return scenes
  const hands = Array.from({ length: shard.of }, () => ({ seconds: 0, names: new Set<string>() }))
  const among = scenes.filter(({ name }) => shard.only?.includes(name) ?? true)
  for (const { name } of among.toSorted((a, b) => secondsOf(b.name) - secondsOf(a.name))) {
    const least = hands.reduce((one, other) => (other.seconds < one.seconds ? other : one))
    least.seconds += secondsOf(name)
    least.names.add(name)
  }
  return among.filter(({ name }) => hands[shard.index]?.names.has(name))
}
