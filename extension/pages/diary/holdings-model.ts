// What the hub holds about the person: fetched on request, and changed by leaving the unit.
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Millis } from '../../../shared/core/time.ts'
import type { HubFailure, HubFetch } from '../../hub-client.ts'
import type { OwnData } from '../own-data.ts'
import { fetchHoldings, type Holdings } from './holdings.ts'
import { leaveUnit } from './leave-unit.ts'
import type { Outcome } from './outcome.ts'

interface HoldingsContext {
  readonly fetch: HubFetch
  readonly now: () => Millis
}

/** Shares `busy` and `refused` with the rest of the diary. */
export function createHoldings(
  { fetch, now }: HoldingsContext,
  own: ReadonlySignal<OwnData>,
  { busy, refused }: Pick<Outcome, 'busy' | 'refused'>,
) {
  const holdings = signal<Holdings | null>(null)
  const refuse = ({ why, detail }: HubFailure): void => {
    refused.value = { ok: false, why, detail }
  }
  const show = async (): Promise<void> => {
    const { self } = own.value
    if (!self) return
    busy.value = true
    const result = await fetchHoldings(self, fetch, now())
    holdings.value = result.ok ? result.value : null
    if (result.ok) refused.value = null
    else refuse(result)
    busy.value = false
  }
  /** True when the hub has taken the person out of their unit; what it holds is fetched anew. */
  const leave = async (): Promise<boolean> => {
    const { self } = own.value
    if (!self) return false
    busy.value = true
    const result = await leaveUnit(self, fetch, now())
    if (result.ok) await show()
    else refuse(result)
    busy.value = false
    return result.ok
  }
  return { holdings, fetchHoldings: show, leaveUnit: leave }
}
