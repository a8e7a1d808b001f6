// agencies import, agencies list: who is on the rolls, since when. An import is all or nothing.
import { dayOf } from '../../shared/core/day.ts'
import { ok } from '../../shared/core/result.ts'
import { agencyIds, asOf, type Lifetime, lifetimes, putAgencies } from '../store/agencies.ts'
import { type Command, refused } from './command.ts'
import { readText } from './csv.ts'
import { atDesk } from './desk.ts'
import { ROLL_COLUMNS, ROLL_DATES, readRoll } from './roll.ts'

export const agenciesImport: Command = {
  name: 'agencies import',
  usage: 'FILE.csv',
  does: `adds and updates agencies (${ROLL_COLUMNS.join(', ')}; also ${ROLL_DATES.join(', ')})`,
  options: {},
  words: 1,
  run: async ({ config, words, now }) => {
    const text = readText(words[0] ?? '')
    if (!text.ok) return refused(text.detail)
    return atDesk(config, async (store, { blocks }) => {
      const roll = readRoll(text.value, { blocks, agencies: await agencyIds(store) })
      if (!roll.ok) return refused(roll.detail)
      await putAgencies(store, roll.value, dayOf(now))
      const imported = new Set(roll.value.map(line => line.id)).size
      return ok({ lines: [`${imported} agencies imported`], json: { imported } })
    })
  },
}

export const agenciesList: Command = {
  name: 'agencies list',
  usage: '',
  does: 'lists the agencies with today’s headcounts, and when they began and ended',
  options: {},
  words: 0,
  run: ({ config, now }) =>
    atDesk(config, async store => {
      const agencies = await lifetimes(store)
      return ok({
        lines: agencies.map(one => line(one, dayOf(now))),
        json: agencies.map(one => json(one, dayOf(now))),
      })
    }),
}

const line = (one: Lifetime, today: string): string => {
  const { id, level, block, headcount, name } = asOf(one, today)
  return [id, level, block, headcount ?? '-', name.vi, `${one.validFrom ?? ''}…${one.validTo ?? ''}`].join(
    '\t',
  )
}

const json = (one: Lifetime, today: string) => ({ ...one, headcount: asOf(one, today).headcount })
