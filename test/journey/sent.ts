// What left the device, as the tap on the wire saw it.
import { expect } from 'vitest'
import type { RecordedRequest } from './recording-proxy.ts'
import { SECRET } from './web.ts'

/** Every route that an extension may use (contract "HTTP"). */
const ALLOWED = [
  'GET /api/v1/campaigns',
  'GET /api/v1/campaigns/',
  'POST /api/v1/enrolments',
  'PUT /api/v1/reports',
  'GET /api/v1/team',
  'GET /api/v1/scores',
]

/** Only the hub's routes; no address, no title; a report holds device-day totals and nothing else. */
export function expectNothingButDayTotals(sent: readonly RecordedRequest[], hosts: readonly string[]): void {
  const asked = sent.filter(r => r.method !== 'OPTIONS')
  const routes = new Set(asked.map(r => `${r.method} ${r.path.replace(/\?.*|(?<=campaigns\/).+/g, '')}`))
  expect([...routes].filter(route => !ALLOWED.includes(route))).toEqual([])

  // the catalogue travels to the device, never from it: only what was sent counts
  const told = JSON.stringify(sent.map(({ method, path, headers, body }) => [method, path, headers, body]))
  for (const word of [SECRET, 'Công văn', ...hosts]) expect(told).not.toContain(word)

  const reports = asked.filter(r => r.method === 'PUT' && r.status === 200)
  expect(reports.length).toBeGreaterThan(0)
  for (const { body } of reports) {
    const report = JSON.parse(body)
    expect(Object.keys(report).sort()).toEqual(['days', 'seq'])
    for (const row of report.days) expect(Object.keys(row).sort()).toEqual(['day', 'platform', 'seconds'])
  }
}
