// POST /api/v1/team/notes, DELETE /api/v1/team/notes/{id}: what a manager writes beside the trend ("tập huấn").
import { weekOf } from '../../shared/core/day.ts'
import { parseNoteWish, parseTeamNote, type TeamNote } from '../../shared/wire/team.ts'
import { noContent, privateJson } from '../http/answer.ts'
import { authenticate } from '../http/authenticate.ts'
import { authorize, recordAccess } from '../http/authorize.ts'
import { refuse } from '../http/problem.ts'
import { type Route, readJson } from '../http/route.ts'
import { nothing, ownJson } from '../http/route-docs.ts'
import { newId } from '../random.ts'
import { addNote, countNotes, dropNote, noteById } from '../store/team.ts'

const path = '/api/v1/team/notes'
/** Notes of one agency: a trend is no diary. */
const MOST_NOTES = 200

const auditorsWriteNothing = () =>
  refuse('role-missing', 'notes are written by managers; an auditor reads them')

export const writeNote: Route = {
  method: 'POST',
  path,
  audience: 'device',
  docs: {
    summary: 'writes a note on a day of an agency, for whoever may see its team table; it is written down',
    body: parseNoteWish,
    response: ownJson(parseTeamNote, 201),
    signed: true,
    problems: ['role-missing', 'agency-unknown', 'out-of-scope', 'not-json', 'invalid'],
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const wish = readJson(signed.value.body, parseNoteWish)
    if (!wish.ok) return wish
    const { device } = signed.value
    const agency = await authorize(device, wish.value.agency, context)
    if (!agency.ok) return agency
    if (device.role === 'auditor') return auditorsWriteNothing()
    if ((await countNotes(context.store, agency.value.id)) >= MOST_NOTES)
      return refuse('invalid', `an agency has at most ${MOST_NOTES} notes; remove an old one first`)
    const { day, text } = wish.value
    const note: TeamNote = { id: newId(context.random), day, text }
    const row = { agency_id: agency.value.id, note_id: note.id, day, note: text, at: context.now() }
    await addNote(context.store, row)
    await recordAccess(context, device, { agency_id: agency.value.id, week: weekOf(day), what: 'note' })
    return privateJson(note, 201)
  },
}

export const removeNote: Route = {
  method: 'DELETE',
  path: `${path}/:id`,
  audience: 'device',
  docs: {
    summary: 'removes a note; that is written down, too',
    params: { id: { description: 'id of the note' } },
    response: nothing,
    signed: true,
    problems: ['role-missing', 'agency-unknown', 'out-of-scope', 'not-found'],
  },
  answer: async (ask, context) => {
    const signed = await authenticate(ask, context)
    if (!signed.ok) return signed
    const { device } = signed.value
    if (device.role === 'auditor') return auditorsWriteNothing()
    if (device.role === 'member') return refuse('role-missing', 'notes are for managers')
    const row = await noteById(context.store, ask.param('id'))
    if (!row) return refuse('not-found', 'there is no such note; it may have been removed already')
    const agency = await authorize(device, row.agency_id, context)
    if (!agency.ok) return agency
    await dropNote(context.store, row)
    await recordAccess(context, device, { agency_id: row.agency_id, week: weekOf(row.day), what: 'note' })
    return noContent
  },
}
