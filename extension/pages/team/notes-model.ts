// A manager's own notes on the days of their agency.
import type { ReadonlySignal } from '@preact/signals'
import { routes } from '../../../shared/wire/routes.ts'
import { parseTeamNote } from '../../../shared/wire/team.ts'
import { parseEmpty } from '../../hub-client.ts'
import type { Connection, Outcome } from './connection.ts'

/** @param settle what follows each change */
export function createNotes(
  { self, request }: Connection,
  agency: ReadonlySignal<string>,
  settle: (outcome: Outcome) => Promise<void>,
) {
  return {
    addNote: async (day: string, text: string): Promise<void> => {
      if (!self || text === '') return
      const body = JSON.stringify({ agency: agency.value, day, text })
      const note = { method: 'POST', url: routes(self.hubUrl).notes(), body } as const
      await settle(await request(self, note, parseTeamNote))
    },
    removeNote: async (id: string): Promise<void> => {
      if (!self) return
      const note = { method: 'DELETE', url: routes(self.hubUrl).note(id) } as const
      await settle(await request(self, note, parseEmpty))
    },
  }
}
