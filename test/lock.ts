// A lock between processes: a folder, because only one can make it; it holds the id of whoever has it.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const LOOK_AGAIN_MS = 200

/** False where somebody else has it who is alive. */
function take(folder: string): boolean {
  mkdirSync(dirname(folder), { recursive: true })
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, String(process.pid)), '')
    return true
  } catch {
    const [holder] = existsSync(folder) ? readdirSync(folder) : []
    if (holder !== undefined && !existsSync(`/proc/${holder}`))
      rmSync(folder, { recursive: true, force: true })
    return false
  }
}

/** Does something that only one process may do at a time. */
export async function locked<T>(folder: string, task: () => Promise<T>): Promise<T> {
  while (!take(folder)) await setTimeout(LOOK_AGAIN_MS)
  try {
    return await task()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds what a file needs (a hub with a past, a browser on a desktop) in turn: all at once they would only delay each other. */
export const inTurn = <T>(task: () => Promise<T>): Promise<T> =>
  locked(join(tmpdir(), 'nhipso-in-turn'), task)
