// Numbers for the operator's monitoring (Prometheus): of requests and reasons, never of people.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Reason } from '../../shared/wire/problem.ts'

export interface Metrics {
  readonly answered: (method: string, route: string, status: number) => void
  readonly refused: (reason: Reason) => void
  /** So many reports were committed together. */
  readonly committed: (reports: number) => void
  /** A nightly recount put right so many credits of an agency. */
  readonly repaired: (credits: number) => void
  /** All numbers, in Prometheus' text format. */
  readonly text: () => Promise<string>
}

const BATCH_BUCKETS = [1, 2, 4, 8, 16, 32, 64, 128, 256]

/** @param now values that are looked up when somebody asks */
export function createMetrics(now: {
  readonly streams: () => number
  readonly waiting: () => number
}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'nhipso_requests_total',
    help: 'Requests answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const refusals = new Counter({
    name: 'nhipso_refusals_total',
    help: 'Requests refused, by reason',
    labelNames: ['reason'],
    registers,
  })
  const batches = new Histogram({
    name: 'nhipso_commit_reports',
    help: 'Reports committed together',
    buckets: BATCH_BUCKETS,
    registers,
  })
  const recounts = new Counter({
    name: 'nhipso_recount_differences_total',
    help: 'Agencies whose sums a nightly recount found wrong and put right; anything but 0 is a bug',
    registers,
  })
  const credits = new Counter({
    name: 'nhipso_recount_credits_total',
    help: 'Credits that a nightly recount put right',
    registers,
  })
  gauge('nhipso_streams', 'Open event streams', now.streams, registers)
  gauge('nhipso_reports_waiting', 'Reports that wait for the store', now.waiting, registers)
  let process: (() => void) | null = () => collectDefaultMetrics({ register: registry })
  return {
    answered: (method, route, status) => requests.inc({ method, route, status }),
    refused: reason => refusals.inc({ reason }),
    committed: reports => batches.observe(reports),
    repaired: people => {
      recounts.inc()
      credits.inc(people)
    },
    text: () => {
      process?.() // memory, event loop: looked at from the first question on
      process = null
      return registry.metrics()
    },
  }
}

function gauge(name: string, help: string, value: () => number, registers: Registry[]): void {
  const one: Gauge = new Gauge({ name, help, registers, collect: () => one.set(value()) })
}
