// One run of vitest over some projects, in a process of its own: lanes may run side by side.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { FileTold } from './reporter.ts'
import { root } from './rules/tree.ts'

const VITEST = join(root, 'node_modules/vitest/vitest.mjs')

/** What came of one lane; `why` where something went wrong that no file is to blame for. */
export interface LaneTold {
  readonly name: string
  readonly seconds: number
  readonly files: readonly FileTold[]
  readonly why: string
}

export interface Lane {
  readonly name: string
  /** Vitest's own arguments: projects, files, a pattern. */
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** How far it stands back where others want the cores too, 0–19; none: it does not. */
  readonly niceness?: number
}

export const projects = (...names: readonly string[]): readonly string[] =>
  names.flatMap(name => ['--project', name])

/** Runs vitest until it ends; resolves with its exit code. */
export async function vitest({ args, env, niceness = 0 }: Omit<Lane, 'name'>): Promise<number> {
  const child = spawn(process.execPath, [VITEST, 'run', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (niceness > 0 && child.pid) setPriority(child.pid, niceness)
  const [code] = await once(child, 'exit')
  return code ?? 1
}

/** @param folder where its report lies until it has been read */
export async function run(lane: Lane, folder: string): Promise<LaneTold> {
  console.log(`\n── ${lane.name}`)
  const began = Date.now()
  const file = join(folder, `${lane.name.replaceAll(/\W+/g, '-')}.json`)
  const code = await vitest({ ...lane, env: { ...lane.env, TEST_REPORT: file } })
  const seconds = (Date.now() - began) / 1000
  console.log(`\n── ${lane.name}: ${seconds.toFixed(0)} s`)
  return { name: lane.name, seconds, ...reportIn(file, code) }
}

function reportIn(file: string, code: number): Pick<LaneTold, 'files' | 'why'> {
  try {
    const told: Pick<LaneTold, 'files' | 'why'> = JSON.parse(readFileSync(file, 'utf8'))
    const blamed = told.files.some(one => one.why !== '' || one.tests.some(test => test.state === 'failed'))
    return code === 0 || blamed || told.why ? told : { ...told, why: `vitest ended with ${code}` }
  } catch (error) {
    return { files: [], why: `the tests left no report: ${error}` }
  }
}
