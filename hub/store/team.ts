// Released team tables, and who looked at them.
import type { DayKey, WeekKey } from '../../shared/core/day.ts'
import type { Level } from '../../shared/wire/campaign.ts'
import { parseJson } from '../../shared/wire/parse.ts'
import { parseTeamWeek, type TeamWeek } from '../../shared/wire/team.ts'
import type { NoteRow, ReleasedTeamRow, Store, Trx, ViewRow } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** Freezes what a scope is told of a week. */
export const addTeamWeek = (step: Trx, row: ReleasedTeamRow): Promise<unknown> =>
  step.insertInto('released_team').values(row).execute()

/** A frozen row → its cells. Only this hub wrote it: one that does not fit is damage, and is named. */
export function releasedWeek({
  agency_id,
  week,
  cells,
}: Pick<ReleasedTeamRow, 'agency_id' | 'week' | 'cells'>): TeamWeek {
  const read = parseJson(cells, parseTeamWeek)
  if (read.ok) return read.value
  throw new Error(`the released team table of ${agency_id} in ${week} cannot be read: ${read.detail}`)
}

/** The released weeks of an agency up to `week` (or up to now), the newest first. */
export function teamWeeks(
  store: Store | Trx,
  {
    agency,
    campaign,
    week,
  }: { readonly agency: string; readonly campaign: string; readonly week: WeekKey | null },
  limit: number,
) {
  const all = store
    .selectFrom('released_team')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
  const upTo = week === null ? all : all.where('week', '<=', week)
  return upTo.orderBy('week', 'desc').limit(limit).execute()
}

/** Writes down that somebody looked at an agency’s numbers, and for what. */
export const addView = (store: Store, row: ViewRow): Promise<unknown> =>
  store.insertInto('views').values(row).execute()

/** Who looked at an agency’s numbers, the newest first, at most `limit`. */
export const viewsOf = (store: Store, agency: string, limit: number): Promise<readonly ViewRow[]> =>
  store
    .selectFrom('views')
    .selectAll()
    .where('agency_id', '=', agency)
    .orderBy('at', 'desc')
    .orderBy('view_id')
    .limit(limit)
    .execute()

/** One released week of an agency, as it was told. */
export async function teamWeekOf(
  step: Trx,
  agency: string,
  campaign: string,
  week: WeekKey,
): Promise<TeamWeek | null> {
  const row = await step
    .selectFrom('released_team')
    .select(['agency_id', 'week', 'cells'])
    .where('agency_id', '=', agency)
    .where('campaign_id', '=', campaign)
    .where('week', '=', week)
    .executeTakeFirst()
  return row ? releasedWeek(row) : null
}

/** Every released week of every agency. */
export const releasedTeams = (store: Store): Promise<readonly ReleasedTeamRow[]> =>
  store.selectFrom('released_team').selectAll().execute()

/** Everything released since a week, of all agencies, in one question. */
export const teamsSince = (store: Store, campaign: string, week: WeekKey) =>
  store
    .selectFrom('released_team')
    .select(['agency_id', 'week', 'cells'])
    .where('campaign_id', '=', campaign)
    .where('week', '>=', week)
    .execute()

/** One week of the agencies of a level and block. */
export const blockWeek = (
  store: Store,
  { campaign, week }: { readonly campaign: string; readonly week: WeekKey },
  { level, block }: { readonly level: Level; readonly block: string },
) =>
  store
    .selectFrom('released_team as t')
    .innerJoin('agencies as a', 'a.agency_id', 't.agency_id')
    .select(['t.agency_id', 't.week', 't.cells'])
    .where('t.campaign_id', '=', campaign)
    .where('t.week', '=', week)
    .where('a.level', '=', level)
    .where('a.block', '=', block)
    .execute()

const ROWS_AT_ONCE = 100

/** The same as `addView` for many at once, in one transaction. */
export async function addViews(store: Store, rows: readonly ViewRow[]): Promise<void> {
  await inTransaction(store, async step => {
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      await step
        .insertInto('views')
        .values(rows.slice(i, i + ROWS_AT_ONCE))
        .execute()
    }
  })
}

/** Notes on days of an agency, the oldest first. */
export const notesOf = async (store: Store, agency: string, from: DayKey, to: DayKey) =>
  (
    await store
      .selectFrom('notes')
      .selectAll()
      .where('agency_id', '=', agency)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('at')
      .orderBy('note_id')
      .execute()
  ).map(({ note_id: id, day, note: text }) => ({ id, day, text }))

/** Keeps a note of a manager about a week of the agency. */
export const addNote = (store: Store, row: NoteRow): Promise<unknown> =>
  store.insertInto('notes').values(row).execute()

/** How many notes an agency has. */
export async function countNotes(store: Store, agency: string): Promise<number> {
  const row = await store
    .selectFrom('notes')
    .select(e => e.fn.countAll<number>().as('notes'))
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  return Number(row?.notes ?? 0)
}

/** A note by its id; undefined where there is none. */
export const noteById = (store: Store, id: string): Promise<NoteRow | undefined> =>
  store.selectFrom('notes').selectAll().where('note_id', '=', id).executeTakeFirst()

/** Deletes a note of this agency; nothing happens where it is another’s. */
export const dropNote = (store: Store, { agency_id, note_id }: NoteRow): Promise<unknown> =>
  store.deleteFrom('notes').where('agency_id', '=', agency_id).where('note_id', '=', note_id).execute()
