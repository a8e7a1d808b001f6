// A steady stream of signed reports, and what became of them.
import { dayOf } from '../../shared/core/day.ts'
import type { ReportRow } from '../../shared/wire/report.ts'
import { type Device, type HubConnection, type Refusal, sendReport } from './simulated-device.ts'

/** What became of the reports. */
export interface Tally {
  sent: number
  acknowledged: number
  readonly refused: Map<Refusal, number>
  /** From the moment at which a report was due to its receipt: waiting for a slow hub counts. */
  readonly latenciesMs: number[]
  /** How long the sending took. */
  ms: number
}

const STEP_MS = 10

/** Enrolled devices, how they reach their hub, and of which platforms they tell. */
export interface Senders {
  readonly line: HubConnection
  readonly devices: readonly Device[]
  readonly platforms: readonly string[]
}

/** Sends `rate` reports a second, whether the hub keeps up or not. Every report tells more than the one before. */
export async function sendSteadily(
  senders: Senders,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  stop: AbortSignal,
): Promise<Tally> {
  const tally: Tally = { sent: 0, acknowledged: 0, refused: new Map(), latenciesMs: [], ms: 0 }
  const begun = performance.now()
  const under: Promise<void>[] = []
  const total = Math.round(rate * seconds)
  while (tally.sent < total && !stop.aborted) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) / 1000) * rate) + 1)
    for (; tally.sent < due; tally.sent += 1) {
      under.push(one(senders, tally, begun + (tally.sent / rate) * 1000))
    }
    await new Promise(done => setTimeout(done, STEP_MS))
  }
  await Promise.all(under)
  tally.ms = performance.now() - begun
  return tally
}

async function one({ line, devices, platforms }: Senders, tally: Tally, dueAt: number): Promise<void> {
  const number = tally.sent
  const device = devices[number % devices.length]
  if (!device) return
  const round = Math.floor(number / devices.length) + 1
  const sent = await sendReport(line, device, {
    seq: round,
    days: rowsOf(number, round, platforms, line.now()),
  })
  tally.latenciesMs.push(performance.now() - dueAt)
  if (sent.ok) tally.acknowledged += 1
  else tally.refused.set(sent.why, (tally.refused.get(sent.why) ?? 0) + 1)
}

const ROWS = 4
const ROUND_S = 30

function rowsOf(number: number, round: number, platforms: readonly string[], now: number): ReportRow[] {
  const seconds = Math.min(86_400 / ROWS, round * ROUND_S)
  return platforms
    .slice(0, ROWS)
    .map((_, i) => ({ day: dayOf(now), platform: platforms[(number + i) % platforms.length] ?? '', seconds }))
}

/** The tally in lines for people. */
export function summary(tally: Tally): string {
  const sorted = [...tally.latenciesMs].sort((a, b) => a - b)
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
  const refused = [...tally.refused].map(([why, count]) => `\n  ${why}: ${count}`).join('')
  return [
    `sent ${tally.sent} in ${(tally.ms / 1000).toFixed(1)} s (${(tally.sent / (tally.ms / 1000)).toFixed(0)} a second)`,
    `acknowledged ${tally.acknowledged}`,
    `refused ${tally.sent - tally.acknowledged}${refused}`,
    `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  ].join('\n')
}
