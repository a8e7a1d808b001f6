// POST /api/v1/team/notes, DELETE /api/v1/team/notes/{id}: what a manager writes beside the trend ("tập huấn").
import { weekOf } from '../../shared/core/day.ts'
import { parseNoteWish, parseTeamNote, type TeamNote } from '../../shared/wire/team.ts'
import { signedBy } from '../http/authenticate.ts'
import { agencyFor, writeDown } from '../http/authorize.ts'
import { refuse } from '../http/problem.ts'
import { noContent, privateJson, type Route, readJson } from '../http/route.ts'
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
  about: {
    does: 'writes a note on a day of an agency, for whoever may see its team table; it is written down',
    takes: parseNoteWish,
    gives: ownJson(parseTeamNote, 201),
    signed: true,
    refuses: ['role-missing', 'agency-unknown', 'out-of-scope', 'not-json', 'invalid'],
  },
  answer: async (ask, parts) => {
    const signed = await signedBy(ask, parts)
    if (!signed.ok) return signed
    const wish = readJson(signed.value.body, parseNoteWish)
    if (!wish.ok) return wish
    const { device } = signed.value
    const agency = await agencyFor(device, wish.value.agency, parts)
    if (!agency.ok) return agency
    if (device.role === 'auditor') return auditorsWriteNothing()
    if ((await countNotes(parts.store, agency.value.id)) >= MOST_NOTES)
      return refuse('invalid', `an agency has at most ${MOST_NOTES} notes; remove an old one first`)
    const { day, text } = wish.value
    const note: TeamNote = { id: newId(parts.dice), day, text }
    const row = { agency_id: agency.value.id, note_id: note.id, day, note: text, at: parts.now() }
    await addNote(parts.store, row)
    await writeDown(parts, device, agency.value.id, weekOf(day), 'note')
    return privateJson(note, 201)
  },
}

export const removeNote: Route = {
  method: 'DELETE',
  path: `${path}/:id`,
  audience: 'device',
  about: {
    does: 'removes a note; that is written down, too',
    pieces: { id: { is: 'id of the note' } },
    gives: nothing,
    signed: true,
    refuses: ['role-missing', 'agency-unknown', 'out-of-scope', 'not-found'],
  },
  answer: async (ask, parts) => {
    const signed = await signedBy(ask, parts)
    if (!signed.ok) return signed
    const { device } = signed.value
    if (device.role === 'auditor') return auditorsWriteNothing()
    if (device.role === 'member') return refuse('role-missing', 'notes are for managers')
    const row = await noteById(parts.store, ask.piece('id'))
    if (!row) return refuse('not-found', 'there is no such note; it may have been removed already')
    const agency = await agencyFor(device, row.agency_id, parts)
    if (!agency.ok) return agency
    await dropNote(parts.store, row)
    await writeDown(parts, device, row.agency_id, weekOf(row.day), 'note')
    return noContent
  },
}
