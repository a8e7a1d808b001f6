// agencies import, agencies list: who is on the rolls. An import is all or nothing.
import { fail, ok, type Result } from '../../shared/core/result.ts'
import { type Agency, agencySchema, type Block } from '../../shared/wire/campaign.ts'
import { parser } from '../../shared/wire/parse.ts'
import { listAgencies, putAgencies } from '../store/agencies.ts'
import { type Command, refused } from './command.ts'
import { type Line, readTable, readText, told } from './csv.ts'
import { atDesk } from './desk.ts'

/** The columns of the file, in this or any other order. */
const COLUMNS = ['id', 'code', 'name_vi', 'name_en', 'level', 'block', 'headcount'] as const
type Column = (typeof COLUMNS)[number]

const KEYS: Readonly<Record<string, Column>> = {
  id: 'id',
  code: 'code',
  'name.vi': 'name_vi',
  'name.en': 'name_en',
  level: 'level',
  block: 'block',
  headcount: 'headcount',
}

const parseAgency = parser('agency', agencySchema)

/** CSV text → agencies; the detail of a failure names line and column of every fault. */
function readAgencies(csv: string, blocks: readonly Block[]): Result<readonly Agency[], 'invalid'> {
  const table = readTable(csv, COLUMNS, [])
  if (!table.ok) return table
  const faults = [...table.value.faults]
  const agencies: Agency[] = []
  const lines = new Map<string, number>()
  for (const row of table.value.lines) {
    const line = row.number
    const read = readRow(row, blocks)
    if (!read.ok) faults.push(read.detail)
    else if (lines.has(read.value.id)) {
      faults.push(
        `line ${line}, column id: ${read.value.id} stands in line ${lines.get(read.value.id)} already`,
      )
    } else {
      lines.set(read.value.id, line)
      agencies.push(read.value)
    }
  }
  if (faults.length === 0 && agencies.length === 0)
    return fail('invalid', 'line 2: there is no agency in the file')
  return faults.length === 0 ? ok(agencies) : fail('invalid', told(faults))
}

function readRow({ number: line, cell }: Line<Column>, blocks: readonly Block[]): Result<Agency, 'invalid'> {
  const headcount = cell('headcount').replace(/[.\s]/g, '') // 1.234 people, as officially written
  const read = parseAgency({
    id: cell('id'),
    code: cell('code') || null,
    name: { vi: cell('name_vi'), en: cell('name_en') },
    level: cell('level'),
    block: cell('block'),
    headcount: headcount === '' ? null : Number(headcount),
  })
  if (!read.ok) return fail('invalid', inColumns(read.detail, line))
  const { block, level } = read.value
  if (blocks.some(b => b.id === block && b.level === level)) return read
  const known = blocks.filter(b => b.level === level).map(b => b.id)
  return fail(
    'invalid',
    `line ${line}, column block: "${block}" is no block of level ${level}; use ${known.join(', ')}`,
  )
}

/** `agency.name.vi: …; agency.level: …` → one line for each, in the words of the file. */
const inColumns = (detail: string, line: number): string =>
  detail
    .split(/; (?=agency\.)/)
    .map(fault => {
      const [, key = '', why = fault] = /^agency\.([a-z.]+): ([\s\S]*)$/.exec(fault) ?? []
      return `line ${line}, column ${KEYS[key] ?? key}: ${why}`
    })
    .join('\n')

export const agenciesImport: Command = {
  name: 'agencies import',
  usage: 'FILE.csv',
  does: `adds and updates agencies (${COLUMNS.join(', ')})`,
  options: {},
  words: 1,
  run: async ({ config, words }) => {
    const text = readText(words[0] ?? '')
    if (!text.ok) return refused(text.detail)
    return atDesk(config, async (store, { blocks }) => {
      const agencies = readAgencies(text.value, blocks)
      if (!agencies.ok) return refused(agencies.detail)
      await putAgencies(store, agencies.value)
      const imported = agencies.value.length
      return ok({ lines: [`${imported} agencies imported`], json: { imported } })
    })
  },
}

export const agenciesList: Command = {
  name: 'agencies list',
  usage: '',
  does: 'lists the agencies',
  options: {},
  words: 0,
  run: ({ config }) =>
    atDesk(config, async store => {
      const agencies = await listAgencies(store)
      const line = (a: Agency) => [a.id, a.level, a.block, a.headcount ?? '-', a.name.vi].join('\t')
      return ok({ lines: agencies.map(line), json: agencies })
    }),
}
