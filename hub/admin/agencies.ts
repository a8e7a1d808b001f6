// agencies import, agencies list: who is on the rolls, since when. An import is all or nothing.
import { dayOf } from '../../shared/core/day.ts'
import { ok } from '../../shared/core/result.ts'
import { merge } from '../release/merge-agency.ts'
import { agencyIds, asOf, type Lifetime, lifetimes, putAgencies } from '../store/agencies.ts'
import { ROLL_COLUMNS, ROLL_DATES, readRoll } from './agency-roll.ts'
import { type Command, misused, needed, option, refused } from './command.ts'
import { readText } from './csv.ts'
import { withStore } from './with-store.ts'

export const agenciesImport: Command = {
  name: 'agencies import',
  does: `adds and updates agencies (${ROLL_COLUMNS.join(', ')}; also ${ROLL_DATES.join(', ')})`,
  words: ['FILE.csv'],
  options: {},
  run: async ({ config, words, now }) => {
    const text = readText(words[0] ?? '')
    if (!text.ok) return refused(text.detail)
    return withStore(config, async (store, { blocks }) => {
      const roll = readRoll(text.value, { blocks, agencies: await agencyIds(store) })
      if (!roll.ok) return refused(roll.detail)
      await putAgencies(store, roll.value, dayOf(now))
      const imported = new Set(roll.value.map(line => line.id)).size
      return ok({ lines: [`${imported} agencies imported`], json: { imported } })
    })
  },
}

export const agenciesMove: Command = {
  name: 'agencies move',
  does: 'after a merger: everybody of an agency that has ended goes on in its successor, with browsers and days',
  words: [],
  options: {
    from: needed('ID', 'the agency that has ended'),
    to: needed('ID', 'its successor'),
  },
  run: async call => {
    const [from, to] = [option(call, 'from'), option(call, 'to')]
    if (from === '' || to === '') return misused('--from and --to are needed')
    return withStore(call.config, async (store, campaigns) => {
      const done = await merge({ store, campaigns, config: call.config }, from, to, call.now)
      if (!done.ok) return refused(done.detail)
      return ok({ lines: [`${done.value} people go on in ${to}`], json: { from, to, people: done.value } })
    })
  },
}

export const agenciesList: Command = {
  name: 'agencies list',
  does: 'lists the agencies with today’s headcounts, and when they began and ended',
  words: [],
  options: {},
  run: ({ config, now }) =>
    withStore(config, async store => {
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
