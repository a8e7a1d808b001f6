// PUT /api/v1/reports: cumulative day totals of a device, acknowledged after commit.
import { dayOf } from '../../shared/core/day.ts'
import { parseReceipt, parseReport, type Receipt, readReport } from '../../shared/wire/report.ts'
import { privateJson } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import { refuse } from '../http/problem.ts'
import { type Route, readJson } from '../http/route.ts'
import { ownJson } from '../http/route-docs.ts'
import { acceptable } from '../ingest/ingest-reports.ts'

export const reports: Route = {
  method: 'PUT',
  path: '/api/v1/reports',
  audience: 'device',
  docs: {
    summary: 'cumulative day totals; a row is replaced only by a larger seq; acknowledged after commit',
    body: parseReport,
    response: ownJson(parseReceipt),
    signed: true,
    problems: ['day-in-future', 'day-too-old', 'day-too-long', 'platform-unknown'],
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const { device, body } = signed.value
    const report = readJson(body, readReport)
    if (!report.ok) return report
    const now = context.now()
    const today = dayOf(now)
    const fit = acceptable(report.value, today, context.campaigns.tracked)
    if (!fit.ok) return fit
    const taken = context.inbox.add({ device, report: report.value, now, today })
    if (taken === null) return refuse('busy', 'too many reports are waiting; keep this one and send it later')
    const kept = await taken
    if (kept === null)
      return refuse('device-unknown', 'this device was erased meanwhile; enrol again with a code')
    return privateJson({ seq: report.value.seq, kept, serverTime: now } satisfies Receipt)
  },
}
