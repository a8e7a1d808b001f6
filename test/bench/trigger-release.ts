// Makes a hub release a score: an agency with a headcount, people who report something new, and a look at what is due.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { runCli } from '../../hub/admin/cli.ts'
import { sendReport } from '../../hub/sample/simulated-device.ts'
import { dayOf } from '../../shared/core/day.ts'
import { routes } from '../../shared/wire/routes.ts'
import { parseSnapshot } from '../../shared/wire/snapshot.ts'
import { AGENCIES, agencyNamed, type BenchHub, type Person, PLATFORMS } from './bench-hub.ts'

const HEADCOUNT = 20
const CREW = 12

export interface ReleasingHub {
  readonly pid: number
  readonly crew: readonly Person[]
  /** A new release: its number, and when the hub was told to look what is due, epoch ms. */
  readonly release: () => Promise<{ readonly release: number; readonly lookedAt: number }>
  readonly stop: () => Promise<void>
}

/** Starts a hub that releases when it is told to, with an agency of twelve that has a headcount. */
export async function startReleasingHub(stand: BenchHub): Promise<ReleasingHub> {
  const agency = AGENCIES.slice(0, 1)
  await giveHeadcount(stand, agency[0] ?? '')
  const child = fork(join(import.meta.dirname, 'quick-hub.ts'), { env: { ...process.env, ...stand.env } })
  await once(child, 'message')
  const crew = await stand.people(CREW, agency)
  let turn = 0
  return {
    pid: child.pid ?? 0,
    crew,
    release: async () => {
      turn += 1
      await report(stand, crew, turn)
      const lookedAt = Date.now()
      await look(child)
      return { release: await newestRelease(stand), lookedAt }
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

async function giveHeadcount({ env }: BenchHub, id: string): Promise<void> {
  const { code, name, level, block } = agencyNamed(id)
  const row = { id, code: code ?? '', name_vi: name.vi, name_en: name.en, level, block, headcount: HEADCOUNT }
  const dir = mkdtempSync(join(tmpdir(), 'nhipso-roll-'))
  const file = join(dir, 'agencies.csv')
  writeFileSync(file, Papa.unparse([row]))
  const done = await runCli(['agencies', 'import', file], env, Date.now())
  rmSync(dir, { recursive: true })
  if (done.code !== 0) throw new Error(done.err)
}

/** Each turn everybody reports more than before. */
async function report(stand: BenchHub, crew: readonly Person[], turn: number): Promise<void> {
  const day = dayOf(Date.now())
  const days = [{ day, platform: PLATFORMS[0] ?? '', seconds: turn * 30 }]
  const sent = await Promise.all(crew.map(person => sendReport(stand.line, person, { seq: turn, days })))
  const refused = sent.find(one => !one.ok)
  if (refused && !refused.ok) throw new Error(refused.detail)
}

async function look(child: ChildProcess): Promise<void> {
  const looked = once(child, 'message')
  child.send('look')
  await looked
}

async function newestRelease({ line }: BenchHub): Promise<number> {
  const read = parseSnapshot(await (await fetch(routes(line.hub).scores())).json())
  return read.ok ? read.value.release : 0
}
