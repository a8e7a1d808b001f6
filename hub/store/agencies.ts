// Agencies in the database: seeded from the campaign files, kept up to date by the operator's import.
import type { DayKey } from '../../shared/core/day.ts'
import type { Agency } from '../../shared/wire/campaign.ts'
import { incrementCounter } from './change-counters.ts'
import type { AgencyRow, Store, Trx } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** What is always true of an agency; its headcount is true of a day. */
export type KnownAgency = Omit<Agency, 'headcount'>

/** A line of the roll: an agency, and what is dated about it. */
export interface RollLine extends Agency {
  /** From which day the headcount holds; of a new agency its first day. Null: the line bears no date. */
  readonly validFrom: DayKey | null
  /** Its last day; null: none is told. */
  readonly validTo: DayKey | null
  /** Agencies that it came from on `validFrom`. */
  readonly predecessors: readonly string[]
}

/** An agency with everything that is known of it through time. */
export interface Lifetime extends Omit<RollLine, 'predecessors'> {
  /** Headcounts from a day on, oldest first; `headcount` holds before the first. */
  readonly headcounts: readonly { readonly from: DayKey; readonly headcount: number }[]
  /** Agencies that it came from, and the day from which their work is its own. */
  readonly predecessors: readonly { readonly id: string; readonly day: DayKey }[]
}

const rowOf = (a: Agency): AgencyRow => ({
  agency_id: a.id,
  code: a.code,
  name_vi: a.name.vi,
  name_en: a.name.en,
  level: a.level,
  block: a.block,
  headcount: a.headcount,
  valid_from: null,
  valid_to: null,
})

const knownOf = (row: AgencyRow): KnownAgency => ({
  id: row.agency_id,
  code: row.code,
  name: { vi: row.name_vi, en: row.name_en },
  level: row.level,
  block: row.block,
})

/** All agencies that ever were, by id. */
export async function lifetimes(store: Store | Trx): Promise<readonly Lifetime[]> {
  const counts = await store.selectFrom('headcounts').selectAll().orderBy('valid_from').execute()
  const before = await store.selectFrom('agency_predecessors').selectAll().execute()
  const rows = await store.selectFrom('agencies').selectAll().execute()
  return rows.sort(byId).map(row => {
    return {
      ...knownOf(row),
      headcount: row.headcount,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      predecessors: before
        .filter(one => one.agency_id === row.agency_id)
        .map(({ predecessor_id: id, day }) => ({ id, day })),
      headcounts: counts
        .filter(one => one.agency_id === row.agency_id)
        .map(({ valid_from, headcount }) => ({ from: valid_from, headcount })),
    }
  })
}

/** Not the database's order: PostgreSQL sorts by its own language. */
const byId = (a: AgencyRow, b: AgencyRow): number => (a.agency_id < b.agency_id ? -1 : 1)

/** Was, or is, it there on a day? */
export const isThereOn = ({ validFrom, validTo }: Lifetime, day: DayKey): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/** An agency as it stood on a day, with the headcount that held then. */
export const asOf = (
  { id, code, name, level, block, headcount, headcounts }: Lifetime,
  day: DayKey,
): Agency => ({
  id,
  code,
  name,
  level,
  block,
  headcount: headcounts.findLast(one => one.from <= day)?.headcount ?? headcount,
})

/** The agencies that are there on a day, by id, each with the headcount that holds then. */
export const agenciesOn = async (store: Store | Trx, day: DayKey): Promise<readonly Agency[]> =>
  (await lifetimes(store)).filter(one => isThereOn(one, day)).map(one => asOf(one, day))

/** The ids of all agencies that ever were. */
export const agencyIds = async (store: Store | Trx): Promise<readonly string[]> =>
  (await store.selectFrom('agencies').select('agency_id').execute()).map(row => row.agency_id).sort()

/** An agency that is, was or will be there. */
export async function findAgency(store: Store | Trx, id: string): Promise<KnownAgency | null> {
  const row = await store.selectFrom('agencies').selectAll().where('agency_id', '=', id).executeTakeFirst()
  return row ? knownOf(row) : null
}

/** Adds the agencies that are not there yet; what an operator imported stays as it is. */
export const addMissingAgencies = (store: Store, agencies: readonly Agency[]): Promise<void> =>
  inTransaction(store, async step => {
    let added = 0n
    for (const one of agencies) {
      const done = await step
        .insertInto('agencies')
        .values(rowOf(one))
        .onConflict(c => c.column('agency_id').doNothing())
        .executeTakeFirst()
      added += done.numInsertedOrUpdatedRows ?? 0n
    }
    if (added > 0n) await incrementCounter(step, 'agencies')
  })

/** Writes lines of the roll, new and changed agencies, all or none. @param today when an undated change begins */
export const putAgencies = (store: Store, lines: readonly RollLine[], today: DayKey): Promise<void> =>
  inTransaction(store, async step => {
    for (const line of lines) await putLine(step, line, today)
    await incrementCounter(step, 'agencies')
  })

async function putLine(step: Trx, line: RollLine, today: DayKey): Promise<void> {
  const { agency_id, headcount, ...rest } = rowOf(line)
  const old = await step
    .selectFrom('agencies')
    .selectAll()
    .where('agency_id', '=', agency_id)
    .executeTakeFirst()
  // A second line of the file dates a headcount; only the first one tells when the agency began.
  const valid_from = old ? old.valid_from : line.validFrom
  const valid_to = line.validTo ?? old?.valid_to ?? null
  const row = { ...rest, valid_from, valid_to, headcount: old?.headcount ?? null }
  await step
    .insertInto('agencies')
    .values({ agency_id, ...row })
    .onConflict(c => c.column('agency_id').doUpdateSet(row))
    .execute()
  if (headcount !== null) await putHeadcount(step, { id: agency_id, headcount }, line.validFrom, today)
  if (line.validFrom !== null) await putPredecessors(step, line, line.validFrom)
}

/** The first headcount of an agency holds from its beginning; a change from its day, or from today. */
async function putHeadcount(
  step: Trx,
  { id, headcount }: { readonly id: string; readonly headcount: number },
  from: DayKey | null,
  today: DayKey,
): Promise<void> {
  const one = (await lifetimes(step)).find(agency => agency.id === id)
  if (!one) return
  const valid_from = from ?? today
  const first = one.headcount === null && one.headcounts.length === 0
  if (first && (from === null || from === one.validFrom)) {
    await step.updateTable('agencies').set({ headcount }).where('agency_id', '=', id).execute()
  } else if (asOf(one, valid_from).headcount !== headcount) {
    await step
      .insertInto('headcounts')
      .values({ agency_id: id, valid_from, headcount })
      .onConflict(c => c.columns(['agency_id', 'valid_from']).doUpdateSet({ headcount }))
      .execute()
  }
}

async function putPredecessors(step: Trx, { id, predecessors }: RollLine, day: DayKey): Promise<void> {
  for (const predecessor_id of predecessors) {
    await step
      .insertInto('agency_predecessors')
      .values({ agency_id: id, predecessor_id, day })
      .onConflict(c => c.columns(['agency_id', 'predecessor_id']).doUpdateSet({ day }))
      .execute()
  }
}
