// The name of a grade, from the release that carries it.
import type { Language } from '../core/language.ts'
import type { AgencyScore, Snapshot } from '../wire/snapshot.ts'

/** The name of a tier; empty where the cell has none. */
export const tierName = (
  tiers: Snapshot['tiers'],
  tier: AgencyScore['tier'],
  lang: Language,
): string | null => tiers.find(one => one.id === tier)?.name[lang] ?? null
