// The report as it would leave this device now: the person's own figures, or an example before there are any.

import { dayOf } from '../../../shared/core/day.ts'
import type { Millis } from '../../../shared/core/time.ts'
import type { CampaignBundle } from '../../../shared/wire/campaign.ts'
import { parseReport, type Report } from '../../../shared/wire/report.ts'
import type { Db } from '../../store/db.ts'
import { previewReport } from '../../store/outbox.ts'
import { trackedPlatforms } from '../../store/platforms.ts'

export interface Example {
  /** Exactly the body of the request. */
  readonly body: string
  /** Of this person; otherwise made up. */
  readonly own: boolean
}

const EXAMPLE_SECONDS = 754
/** So much of a long backlog is enough to see what it is made of. */
const SHOWN_ROWS = 4

/** At most four rows of what is due; a made-up row where nothing is. */
export async function exampleReport(db: Db, bundle: CampaignBundle, now: Millis): Promise<Example> {
  const tracked = trackedPlatforms(bundle)
  const due = await previewReport(db, dayOf(now), tracked)
  if (due) return { body: bodyOf({ ...due, days: due.days.slice(-SHOWN_ROWS) }), own: true }
  const platform = [...tracked][0] ?? 'vbdh'
  return {
    body: bodyOf({ seq: 1, days: [{ day: dayOf(now), platform, seconds: EXAMPLE_SECONDS }] }),
    own: false,
  }
}

/** Shown is only what the hub would take. */
function bodyOf(report: Report): string {
  const read = parseReport(report)
  if (!read.ok) throw new Error(read.detail)
  return JSON.stringify(read.value, null, 2)
}
