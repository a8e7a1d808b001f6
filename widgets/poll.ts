// Asks the hub for a release again and again, gently: only while somebody looks, slower while it fails, never after the end.
import type { Snapshot } from '../shared/wire/snapshot.ts'
import { bare } from './null-proto.ts'
import { readSnapshot } from './parse-snapshot.ts'

/** What came of asking: a release, or why there is none. */
export type Heard = Snapshot | 'offline' | 'unknown-agency'

/** Something that tells releases while it is awake. */
export interface Source {
  wake(on: boolean): void
}

const EVERY_MS = 30_000
const SLOWEST_MS = 240_000
const SAVING_MS = 300_000
const ANSWER_WITHIN_MS = 10_000

declare global {
  interface Navigator {
    /** Chromium only: the person wants to save data. */
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string }
  }
}

/** How long to wait after so many failures in a row: 30 s ± 15 %, doubled up to 4 min. `dice` is 0–1. */
export function pauseMs(failures: number, dice: number, saving: boolean): number {
  const steady = saving ? SAVING_MS : Math.min(EVERY_MS * 2 ** failures, SLOWEST_MS)
  return steady * (0.85 + 0.3 * dice)
}

/** Asks again and again for what can say whether it is the last; a word means that there is none. With `once`, until the first answer. */
export function paced<T extends { readonly final: boolean } | string>(
  ask: (first: boolean) => Promise<T>,
  once: boolean,
  hear: (heard: T) => void,
): Source {
  let awake = false
  let asking = false
  let over = false
  let failures = 0
  let dueAt = 0
  let timer = 0
  const plan = (): void => {
    clearTimeout(timer)
    if (awake && !asking && !over) timer = window.setTimeout(turn, Math.max(0, dueAt - Date.now()))
  }
  const turn = async (): Promise<void> => {
    asking = true
    const heard = await ask(dueAt === 0)
    const told = typeof heard === 'object'
    asking = false
    failures = told ? 0 : failures + 1
    over = told && (once || heard.final)
    dueAt = Date.now() + pauseMs(failures, Math.random(), isSaving())
    plan()
    hear(heard)
  }
  return {
    wake(on) {
      awake = on
      plan()
    },
  }
}

/** The first load may come from any cache; a refresh asks whether it still holds. No header of ours: no preflight. */
export async function ask(url: string, first: boolean): Promise<Heard> {
  try {
    const options = bare<RequestInit>({
      credentials: 'omit',
      cache: first ? 'default' : 'no-cache',
      referrerPolicy: 'strict-origin',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const answer = await fetch(url, options)
    if (answer.status === 404) return 'unknown-agency'
    return (answer.ok && readSnapshot(await answer.json())) || 'offline'
  } catch {
    return 'offline'
  }
}

const isSaving = (): boolean => {
  const line = navigator.connection
  return !!line?.saveData || /2g/.test(line?.effectiveType ?? '')
}
