// What a person consents to: as data, so that the text, the proof and the law it rests on stay together.

/** A change of meaning makes a new version, and asks again. */
export const CONSENT = {
  version: '2026-11',
  law: 'Luật 91/2025/QH15',
  decree: 'Nghị định 356/2025/NĐ-CP',
  /** How long the hub keeps day totals. */
  retentionDays: 120,
  /** Nothing is published about a smaller group. */
  minGroup: 10,
} as const
