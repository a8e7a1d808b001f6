// What a person consents to: as data, so that the text, the proof and the law it rests on stay together.

import { HUB_RETENTION_DAYS } from '../../../shared/core/retention.ts'
import { DEFAULT_MIN_GROUP } from '../../../shared/core/suppress.ts'

/** A change of meaning makes a new version, and asks again. */
export const CONSENT = {
  version: '2026-11',
  law: 'Luật 91/2025/QH15',
  decree: 'Nghị định 356/2025/NĐ-CP',
  /** How long the hub keeps day totals. */
  retentionDays: HUB_RETENTION_DAYS,
  /** Nothing is published about a smaller group. */
  minGroup: DEFAULT_MIN_GROUP,
} as const
